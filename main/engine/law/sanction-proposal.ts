import type { CivilDate } from '../../../shared/dates.ts'
import type { ElectionScope, EmploymentStatus, LawPack, Sanction, SanctionLevel } from '../../../shared/law-pack.ts'

/** One proven violation that asks for a sanction. */
export type ProvenViolation = {
  /** Any key of the caller, given back. */
  key: string
  provisionId: string
  /** Violations of the same act share this key (PP 53/2010 Pasal 30 ayat (3)). */
  actKey: string
  /** The tier that a person chose, where the provision has several; null = not chosen yet. */
  level: SanctionLevel | null
}

/** What is on record about the person from other cases. */
export type EarlierOutcome = {
  state: 'alleged' | 'proven' | 'sanctioned'
  provisionIds: readonly string[]
  sanctionId: string | null
  decidedOn: CivilDate | null
  actKey: string | null
  /** How a person finds it: case number or letter. */
  source: string
}

export type ProposalFacts = {
  /** Discipline rulebook as chosen, and the track. */
  rulebook: string
  track: 'discipline' | 'ethics'
  status: EmploymentStatus
  electionScope: ElectionScope | null
  violations: readonly ProvenViolation[]
  earlier: readonly EarlierOutcome[]
}

/** One step of the reasoning, told in Indonesian by the strings: facts, rule, citation. */
export type ProposalStep = { rule: string; citation: string; sentence: string; needsHumanCheck: boolean }

export type SanctionProposal = {
  /** Disciplinary levels of the one sanction, light to heavy; empty when none may be proposed. */
  levels: SanctionLevel[]
  /** Kinds inside the band after concurrence, light to heavy. */
  sanctions: Sanction[]
  /** Heavier ones that repetition asks for beyond the band (Pasal 30 ayat (2)). */
  aggravated: Sanction[]
  /** Violation whose band leads (Pasal 30 ayat (1)). */
  leadingKey: string | null
  /** Violations that may not be sanctioned again (Pasal 30 ayat (3)). */
  barredKeys: string[]
  /** Moral sanctions beside or instead of the disciplinary one. */
  moral: Sanction[]
  /** Dismissal by statute (party membership). */
  dismissal: Sanction[]
  /** Provisions with a criminal side, to be referred. */
  referrals: { provisionId: string; citation: string }[]
  requiresHumanDecision: boolean
  trace: ProposalStep[]
}

/** What may be proposed for the proven violations of one person, with every step of the reasoning. */
export function proposeSanction(_facts: ProposalFacts, _pack: LawPack): SanctionProposal {
  throw new Error('not built yet')
}
