export { joinWithAnd, sanctionInWords, sanctionPhrase } from './decision-wording.ts'
export { letterheadOf } from './letterhead-of.ts'
export {
  type FindingElement,
  type PersonFinding,
  personFindings,
  supportingFindings,
} from './person-findings.ts'
export { type DecisionRow, latestDecision, plenaryById } from './plenaries.queries.ts'
export { sanctionName } from './plenary-view.ts'
