export { positionKindId } from './law.handlers.ts'
export { lawOfCase } from './law-of-case.ts'
export { answerRulebook, type RulebookAnswer, rulebookLabel, rulebookReadingOf } from './rulebook-reading.ts'
export { keepShippedPack, lawsOf, loadShippedPack } from './stored-packs.ts'
