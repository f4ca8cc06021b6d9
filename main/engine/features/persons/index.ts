export { earlierCasesOf } from './earlier-cases.ts'
export { personFor } from './persons.queries.ts'
