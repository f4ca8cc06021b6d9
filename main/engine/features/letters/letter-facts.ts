import type { Officials, RespondentRulebook } from '../../../../shared/contract/cases.ts'
import type { ConflictKind } from '../../../../shared/contract/intake-shapes.ts'
import type { Respondent } from '../../../../shared/contract/reports.ts'
import type { CivilDate } from '../../../../shared/dates.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import type { EmploymentStatus, LawPack } from '../../../../shared/law-pack.ts'
import type { ReadContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { legalBasisText, provisionById, referralsOf } from '../../law/index.ts'
import type { ReadableDb } from '../../store/database.ts'
import {
  type CaseHeader,
  caseHeader,
  officialsOf,
  respondentsOfCase,
  rulebookOfRespondent,
} from '../cases/index.ts'
import { exhibitNumber, exhibitsOfCase } from '../evidence/index.ts'
import { lawOfCase } from '../law/index.ts'
import {
  citesOf,
  type DecisionRow,
  decisionOfVote,
  latestDecision,
  type PersonFinding,
  personFindings,
  plenaryById,
  type ReplacedDecision,
  replacedDecision,
  type SeparateOpinion,
  separateOpinions,
  supportingFindings,
} from '../plenaries/index.ts'
import { conflictOf } from '../reports/index.ts'
import { type AddresseeFacts, authorityOf } from './addressee.rules.ts'
import { earlierLetterNumber, opinionsOf, outsideBandReason } from './letter-sources.queries.ts'

/** What was chosen when the letter was drafted. */
export type LetterOptions = {
  addressedTo: 'ppk' | 'higher'
  addresseeReason: string
  withOpinions: boolean
}
export const PLAIN_LETTER: LetterOptions = { addressedTo: 'ppk', addresseeReason: '', withOpinions: false }

/** Everything that a letter states, as it is in the store now. Never the protected reporter. */
export type LetterFacts = {
  case: CaseHeader
  respondent: Respondent
  decision: DecisionRow
  plenary: { id: string; number: string; heldOn: CivilDate; state: string; minutesSha256: string | null }
  /** Rulebook of this person, with the choice of a commissioner where the law leaves one. */
  rulebook: RespondentRulebook
  /** Reviewed findings of the person. */
  findings: PersonFinding[]
  /** Exhibits linked to them. */
  exhibits: { number: string; title: string; sha256: string }[]
  /** Why the decided sanction leaves the band; empty inside it. */
  bandReason: string
  /** Legal bases of proven provisions that carry a punishment too. */
  criminal: string[]
  opinions: SeparateOpinion[]
  /** The decision and the letter that this one takes the place of. */
  replaces: { cite: string; letterNumber: string | null } | null
  /** The decision that took the place of this one. */
  replacedBy: ReplacedDecision | null
  /** The supervising authority is part of the matter. */
  conflict: {
    kind: Exclude<ConflictKind, 'none'> | 'didNotSanction'
    note: string
    authority: string
  } | null
  /** The agency whose supervising authority decides: the home agency of somebody seconded. */
  authority: AddresseeFacts
  officials: Officials
  options: LetterOptions
  institution: InstitutionPack
  law: LawPack
}

type Context = Pick<ReadContext, 'db' | 'laws' | 'institution'>

/**
 * Facts of the letter on the newest decision about a person, or on that of `letter`. Throws
 * `letters.notDecided` unless the plenary has found proven or not proven; `cases.unknown`.
 */
export function letterFacts(
  ctx: Context,
  caseId: string,
  respondentId: string,
  letter: LetterOptions & { voteId?: string } = PLAIN_LETTER,
): LetterFacts {
  const { db } = ctx
  const header = caseHeader(db, caseId)
  const law = lawOfCase(db, ctx.laws, caseId)
  const respondent = respondentsOfCase(db, caseId).find(person => person.id === respondentId)
  if (!respondent) throw new CodedError('cases.unknownRespondent')
  const decision = letter.voteId ? decisionOfVote(db, letter.voteId) : latestDecision(db, respondentId)
  if (!decision || decision.outcome === 'deferred' || decision.caseId !== caseId) {
    throw new CodedError('letters.notDecided')
  }
  const { id, number, heldOn, state, minutesSha256 } = plenaryById(db, decision.plenaryId)
  const findings = personFindings(db, law, respondentId).filter(finding => finding.state === 'reviewed')
  const rulebook = rulebookOfRespondent(db, law, respondentId)
  const officials = officialsOf(db, respondentId)
  const cite = citesOf(db, decision.voteId)
  const { addressedTo, addresseeReason, withOpinions } = letter
  return {
    case: header,
    respondent,
    decision,
    plenary: { id, number, heldOn: heldOn as CivilDate, state, minutesSha256 },
    rulebook,
    findings,
    exhibits: linkedExhibits(db, caseId, findings),
    bandReason: outsideBandReason(db, decision.voteId),
    criminal: decision.outcome === 'proven' ? criminalOf(header, respondent, rulebook, findings, law) : [],
    opinions: separateOpinions(opinionsOf(db, decision.voteId), decision),
    replaces: cite === null ? null : { cite, letterNumber: earlierLetterNumber(db, decision.voteId) },
    replacedBy: replacedDecision(db, decision.voteId) ?? null,
    conflict: conflictFor(db, respondent, law),
    authority: authorityAgency(respondent, officials),
    officials,
    options: { addressedTo, addresseeReason, withOpinions },
    institution: ctx.institution().pack,
    law,
  }
}

function linkedExhibits(db: ReadableDb, caseId: string, findings: readonly PersonFinding[]) {
  const linked = new Set(
    findings.flatMap(({ elements }) =>
      elements.flatMap(element => [...element.exhibits, ...element.contrary]),
    ),
  )
  return exhibitsOfCase(db, caseId)
    .map(row => ({ number: exhibitNumber(row), title: row.title, sha256: row.sha256 }))
    .filter(exhibit => linked.has(exhibit.number))
}

/** Only what was proven itself: what the pack merely names beside it was not examined. */
function criminalOf(
  header: CaseHeader,
  respondent: Respondent,
  rulebook: RespondentRulebook,
  findings: readonly PersonFinding[],
  law: LawPack,
): string[] {
  const proven = supportingFindings(findings).map(finding => provisionById(law, finding.provisionId))
  const facts = {
    rulebook: rulebook.id,
    status: respondent.status.toUpperCase() as EmploymentStatus,
    electionScope: header.electionScope,
    actOn: header.actOn,
  }
  return referralsOf(proven, facts, law)
    .referrals.filter(referral => referral.because === 'proven')
    .map(referral => legalBasisText(referral.provision, law).long)
}

/** The agency whose supervising authority decides about a person: that of the post, or the home agency. */
export function authorityAgency(respondent: Respondent, { homeAgency }: Officials): AddresseeFacts {
  return homeAgency ?? respondent
}

/**
 * The newest word on the authority of a person, or that it did not sanction though obliged; null while nobody
 * flagged or noted it.
 */
export function conflictFor(db: ReadableDb, respondent: Respondent, law: LawPack): LetterFacts['conflict'] {
  const officials = officialsOf(db, respondent.id)
  const authority = authorityOf(authorityAgency(respondent, officials), law)
  const flag = conflictOf(db, respondent.id)
  if (flag && flag.kind !== 'none') return { kind: flag.kind, note: flag.note, authority }
  const { failedOfficial: failed } = officials
  return failed?.isAuthority ? { kind: 'didNotSanction', note: failed.note, authority } : null
}
