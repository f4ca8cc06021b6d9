export { ruleByUse } from './concurrence.ts'
export {
  holidaysOf,
  loadInstitutionPack,
} from './institution-pack-file.ts'
export {
  contentFaultOf,
  faultIn,
  type LawPackText,
  loadLawPack,
  loadLawPackText,
  loadPublishers,
  readLawPack,
  refuseDoubleKeys,
} from './law-pack-file.ts'
export { type LegalBasis, legalBasisText } from './legal-basis.ts'
export {
  lawPackDigest,
  type Publishers,
  publicKeyHex,
  publishersOf,
  signedBytes,
  signPack,
} from './pack-signature.ts'
export { compareVersions } from './pack-version.ts'
export {
  covers,
  elementsOf,
  guidelineOn,
  needsHumanCheck,
  provisionById,
  provisionsOf,
  regulationById,
  statuteOn,
} from './provisions.ts'
export { type Referral, type ReferralFacts, referralsOf } from './referrals.ts'
export {
  type RulebookChoice,
  type RulebookFacts,
  type RulebookReading,
  type RulebookStep,
  rulebookFor,
} from './rulebook.ts'
export { toldStep } from './rulebook-trace.ts'
export { bandOf, compareLevels, isInBand, type SanctionBand } from './sanction-band.ts'
export {
  type EarlierOutcome,
  type ProposalFacts,
  type ProposalStep,
  type ProvenViolation,
  proposeSanction,
  type SanctionProposal,
} from './sanction-proposal.ts'
export { type ProvisionSuggestion, suggestProvisions, violationFormById } from './suggest-provisions.ts'
export {
  type ComputedDate,
  dueOn,
  type SkippedDay,
  workingDaysBetween,
} from './working-days.ts'
