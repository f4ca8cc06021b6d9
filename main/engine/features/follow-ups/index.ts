export { createFollowUp } from './follow-ups.queries.ts'
