export { addresseeOf } from './addressee.rules.ts'
export { type LetterRecord, letterById, letterOf } from './letters.queries.ts'
