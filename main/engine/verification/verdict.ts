import type { CivilDate, Instant } from '../../../shared/dates.ts'
import type { ErrorFacts } from '../errors.ts'

/** Genuine only if integrity, trust and completeness all hold; never a fourth word. */
export type Outcome = 'genuine' | 'changed' | 'cannotTell'

/** What a verdict rests on. The sentences are in the strings of the verification screen. */
const reasonCodes = [
  // genuine
  'verification.intact',
  'verification.trusted',
  'verification.complete',
  'verification.revocationChecked',
  'verification.revocationNotChecked',
  // changed
  'verification.contentChanged',
  'verification.signatureBroken',
  'verification.changedAfterSigning',
  'verification.structureChanged',
  // cannot tell
  'verification.empty',
  'verification.tooLarge',
  'verification.notPdf',
  'verification.unreadable',
  'verification.unsigned',
  'verification.foreignStructure',
  'verification.noTrustedRoots',
  'verification.untrustedIssuer',
  'verification.certificateExpired',
  'verification.certificateNotYetValid',
  'verification.certificateRevoked',
  'verification.certificateUnsuitable',
  'verification.signatureForm',
  'verification.timestampInvalid',
  'verification.claimedTimeWrong',
  'verification.incomplete',
  'verification.signerNotNamed',
  'verification.decisionMissing',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

export interface Reason {
  code: ReasonCode
  facts: ErrorFacts
}

export interface SignatureReport {
  field: string
  signerName: string
  /** NIP or other number in the certificate's subject; '' when it has none. */
  serialNumber: string
  /** Position that the letter names for this field. */
  position: string | null
  /** What the signer's clock said; proven only by a timestamp. */
  claimedAt: Instant | null
  /** The moment at which the signature surely existed, from a timestamp. */
  provenAt: Instant | null
  /** The signed bytes and the signature value agree. */
  valid: boolean
  /** The certificate leads to a trusted root and may sign documents. */
  trusted: boolean
  coversWholeFile: boolean
}

/** What the letter says of itself, from the attached and signed decision. */
export interface LetterFacts {
  id: string
  number: string
  datedOn: CivilDate | ''
  subject: string
  institution: string
  addressee: string[]
  signatories: { field: string; name: string; position: string; nip: string | null }[]
  /** The whole attached record. */
  record: unknown
}

export interface Verdict {
  outcome: Outcome
  reasons: Reason[]
  signatures: SignatureReport[]
  letter: LetterFacts | null
}

/** Ends a check with its reason; caught inside this folder, never seen outside. */
export class Refusal extends Error {
  readonly outcome: Exclude<Outcome, 'genuine'>
  readonly reason: Reason

  constructor(outcome: Exclude<Outcome, 'genuine'>, code: ReasonCode, facts: ErrorFacts = {}) {
    super(code)
    this.outcome = outcome
    this.reason = { code, facts }
  }
}
