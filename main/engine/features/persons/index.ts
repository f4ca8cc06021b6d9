export { earlierCasesOf } from './earlier-cases.ts'
export { type RecordedOutcome, recordedOutcomes } from './earlier-outcomes.ts'
export { personFor } from './persons.queries.ts'
