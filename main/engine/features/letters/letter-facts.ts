import type { Respondent } from '../../../../shared/contract/reports.ts'
import type { CivilDate } from '../../../../shared/dates.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import type { ReadContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { type CaseHeader, caseHeader, respondentsOfCase } from '../cases/index.ts'
import { exhibitNumber, exhibitsOfCase } from '../evidence/index.ts'
import { lawOfCase } from '../law/index.ts'
import {
  type DecisionRow,
  latestDecision,
  type PersonFinding,
  personFindings,
  plenaryById,
} from '../plenaries/index.ts'

/** Everything that a letter states, as it is in the store now. Never the protected reporter. */
export type LetterFacts = {
  case: CaseHeader
  respondent: Respondent
  decision: DecisionRow
  plenary: { id: string; number: string; heldOn: CivilDate; state: string; minutesSha256: string | null }
  /** Reviewed findings of the person. */
  findings: PersonFinding[]
  /** Exhibits linked to them. */
  exhibits: { number: string; title: string; sha256: string }[]
  institution: InstitutionPack
  law: LawPack
}

/** Throws `letters.notDecided` unless the plenary has found proven or not proven; `cases.unknown`. */
export function letterFacts(
  ctx: Pick<ReadContext, 'db' | 'laws' | 'institution'>,
  caseId: string,
  respondentId: string,
): LetterFacts {
  const { db } = ctx
  const header = caseHeader(db, caseId)
  const law = lawOfCase(db, ctx.laws, caseId)
  const respondent = respondentsOfCase(db, caseId).find(person => person.id === respondentId)
  if (!respondent) throw new CodedError('cases.unknownRespondent')
  const decision = latestDecision(db, respondentId)
  if (!decision || decision.outcome === 'deferred' || decision.caseId !== caseId) {
    throw new CodedError('letters.notDecided')
  }
  const { id, number, heldOn, state, minutesSha256 } = plenaryById(db, decision.plenaryId)
  const findings = personFindings(db, law, respondentId).filter(finding => finding.state === 'reviewed')
  const linked = new Set(
    findings.flatMap(({ elements }) =>
      elements.flatMap(element => [...element.exhibits, ...element.contrary]),
    ),
  )
  const exhibits = exhibitsOfCase(db, caseId)
    .map(row => ({ number: exhibitNumber(row), title: row.title, sha256: row.sha256 }))
    .filter(exhibit => linked.has(exhibit.number))
  return {
    case: header,
    respondent,
    decision,
    plenary: { id, number, heldOn: heldOn as CivilDate, state, minutesSha256 },
    findings,
    exhibits,
    institution: ctx.institution().pack,
    law,
  }
}
