export { createFollowUp, endReplaced } from './follow-ups.queries.ts'
