export { designationDay } from './report.rules.ts'
export { reportById } from './reports.queries.ts'
export { respondentsOfReport } from './respondents.queries.ts'
export { searchableReport } from './searchable-report.ts'
