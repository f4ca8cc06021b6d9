import type { LawPack } from '../../../../shared/law-pack.ts'
import { bandOf, type LegalBasis, legalBasisText, provisionById } from '../../law/index.ts'
import type { ReadableDb } from '../../store/database.ts'
import { type AssessmentRecord, defenceAnswer, findingsOfRespondent } from '../findings/index.ts'

export type FindingElement = {
  elementId: string
  label: string
  state: 'proven' | 'notProven' | 'insufficient' | 'notAssessed'
  reasons: string
  defence: string
  /** The reply, or why there is none. */
  defenceReply: string
  /** Numbers of the exhibits that support it, and of those that speak against it. */
  exhibits: string[]
  contrary: string[]
}

/** A finding as the plenary and the letter need it. */
export type PersonFinding = {
  id: string
  provisionId: string
  subject: string
  summary: string
  legalBasis: LegalBasis
  state: 'draft' | 'submitted' | 'returned' | 'reviewed'
  conclusion: 'proven' | 'notProven' | 'undecided'
  consideration: string
  proposalSanctionId: string | null
  proposalReason: string
  elements: FindingElement[]
  /** When it was last changed; UTC. */
  updatedAt: string
  /** Sanctions of the band, light to heavy; with a chosen tier those of its level alone. */
  band: { id: string; name: string; level: string; citation: string }[]
}

/** Findings of one respondent that were not withdrawn, in the order in which they were made. */
export function personFindings(db: ReadableDb, law: LawPack, respondentId: string): PersonFinding[] {
  return findingsOfRespondent(db, respondentId).map(record => {
    const provision = provisionById(law, record.provisionId)
    const band = bandOf(provision, law).sanctions.filter(
      entry => record.level === null || entry.level === record.level,
    )
    // Outside the band the level of the proposal has no article in this provision.
    const inside = band.find(entry => entry.id === record.sanctionId)
    const { id, provisionId, state, conclusion, consideration, updatedAt } = record
    return {
      id,
      provisionId,
      state,
      conclusion,
      consideration,
      updatedAt,
      proposalSanctionId: record.sanctionId,
      proposalReason: record.sanctionReason,
      subject: provision.subject,
      summary: provision.summary,
      legalBasis: legalBasisText(provision, law, inside?.level ?? record.level ?? undefined),
      elements: record.assessments.map(elementOf),
      band: band.map(({ id, name, level, citation }) => ({ id, name, level, citation })),
    }
  })
}

/** The findings on which a 'proven' vote may rest: proven and reviewed. */
export function supportingFindings(findings: readonly PersonFinding[]): PersonFinding[] {
  return findings.filter(finding => finding.conclusion === 'proven' && finding.state === 'reviewed')
}

function elementOf(assessment: AssessmentRecord): FindingElement {
  const { elementId, label, state, reasons, defence, links } = assessment
  const numbers = (stance: string) => [
    ...new Set(links.filter(link => link.stance === stance).map(link => link.exhibitNumber)),
  ]
  return {
    elementId,
    label,
    state,
    reasons,
    defence,
    defenceReply: defenceAnswer(assessment),
    exhibits: numbers('supports'),
    contrary: numbers('contradicts'),
  }
}
