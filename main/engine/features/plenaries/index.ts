export {
  citesOf,
  mayReopen,
  type ReplacedDecision,
  replacedDecision,
} from './decision-history.ts'
export { joinWithAnd, sanctionInWords, sanctionPhrase } from './decision-wording.ts'
export { letterheadOf } from './letterhead-of.ts'
export { type SeparateOpinion, separateOpinions } from './opinions.rules.ts'
export {
  type PersonFinding,
  personFindings,
  supportingFindings,
} from './person-findings.ts'
export { type DecisionRow, decisionOfVote, latestDecision, plenaryById } from './plenaries.queries.ts'
