export { respondentsOfReport } from './respondents.queries.ts'
