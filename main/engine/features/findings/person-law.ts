import type { CandidacyStage, LawPack } from '../../../../shared/law-pack.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { rulebookOfRespondent } from '../cases/index.ts'
import { rulebookLabel } from '../law/index.ts'
import type { CaseFacts } from './findings.queries.ts'

/** What of the law holds for one person of a case. */
export type PersonLaw = {
  /** Discipline rulebook as it follows from the dates, or as a commissioner chose it. */
  rulebook: string
  label: string
  track: 'discipline' | 'ethics'
  /**
   * What the pack suggests goes by the track: ethics before the designation, else the candidate's list. Without
   * a recorded designation the track is that of discipline, and a notice says so.
   */
  stage: CandidacyStage
  /** The law leaves a choice that no commissioner has made yet. */
  undecided: boolean
  /** As the law pack writes it ('PNS'); empty when no person is named. */
  status: string
}

/** The rulebook and track of a person; without a person those of the case, from the day of the act alone. */
export function personLaw(
  db: ReadableDb,
  law: LawPack,
  facts: CaseFacts,
  respondentId: string | null,
): PersonLaw {
  const { designatedOn, actOn } = facts
  if (respondentId === null) {
    const track = designatedOn !== null && actOn < designatedOn ? 'ethics' : 'discipline'
    return {
      rulebook: facts.rulebook,
      label: rulebookLabel(facts.rulebook, law),
      track,
      stage: stageOf(track),
      undecided: false,
      status: '',
    }
  }
  const { id, label, track, undecided } = rulebookOfRespondent(db, law, respondentId)
  return {
    rulebook: id,
    label,
    track,
    stage: stageOf(track),
    undecided,
    status: statusOf(db, respondentId),
  }
}

const stageOf = (track: PersonLaw['track']): CandidacyStage => (track === 'ethics' ? 'bakalCalon' : 'calon')

function statusOf(db: ReadableDb, respondentId: string): string {
  const row = db.get<{ status: string }>(sql`select status from respondents where id = ${respondentId}`)
  return (row?.status ?? '').toUpperCase()
}
