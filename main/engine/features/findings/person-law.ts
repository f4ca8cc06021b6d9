import type { LawPack } from '../../../../shared/law-pack.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { rulebookLabel } from '../law/index.ts'
import type { CaseFacts } from './findings.queries.ts'

/** What of the law holds for one person of a case. */
export type PersonLaw = {
  /** Discipline rulebook as it follows from the dates, or as a commissioner chose it. */
  rulebook: string
  label: string
  track: 'discipline' | 'ethics'
  /** The law leaves a choice that no commissioner has made yet. */
  undecided: boolean
  /** As the law pack writes it ('PNS'); empty when no person is named. */
  status: string
}

/** The rulebook and track of a person; without a person those of the case. */
export function personLaw(
  db: ReadableDb,
  law: LawPack,
  facts: CaseFacts,
  respondentId: string | null,
): PersonLaw {
  const { designatedOn, actOn, rulebook } = facts
  const track = designatedOn !== null && designatedOn <= actOn ? 'discipline' : 'ethics'
  const status = respondentId === null ? '' : statusOf(db, respondentId)
  return { rulebook, label: rulebookLabel(rulebook, law), track, undecided: false, status }
}

function statusOf(db: ReadableDb, respondentId: string): string {
  const row = db.get<{ status: string }>(sql`select status from respondents where id = ${respondentId}`)
  return (row?.status ?? '').toUpperCase()
}
