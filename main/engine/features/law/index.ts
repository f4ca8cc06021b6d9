export { positionKindId } from './law.handlers.ts'
export { rulebookLabel, rulebookReadingOf } from './rulebook-reading.ts'
