import { type Provenance, provenance } from '../../../../shared/contract/evidence.ts'
import { type Place, place } from '../../../../shared/contract/findings.ts'
import type { ReadableDb } from '../../store/database.ts'
import { exhibitNumber } from '../evidence/index.ts'
import {
  type AssessmentRow,
  assessmentRows,
  authorIds,
  type FindingRow,
  type LinkRow,
  linkRows,
  type ReviewRow,
  reviewRows,
} from './findings.queries.ts'

export type LinkRecord = Omit<LinkRow, 'place' | 'provenance'> & {
  exhibitNumber: string
  place: Place
  /** Provenance card of the exhibit. */
  card: Provenance
}
export type AssessmentRecord = AssessmentRow & { links: LinkRecord[] }

/** A finding with everything that hangs on it, as the store keeps it; no law and no reader in it. */
export type FindingRecord = FindingRow & {
  assessments: AssessmentRecord[]
  reviews: ReviewRow[]
  authorIds: string[]
}

/** Reads what belongs to a row of `findings`. */
export function findingRecord(db: ReadableDb, row: FindingRow): FindingRecord {
  const cards = new Map<string, LinkRecord['card']>()
  const links = linkRows(db, row.id).map(link => linkRecord(link, cards))
  const assessments = assessmentRows(db, row.id).map(assessment => ({
    ...assessment,
    links: links.filter(link => link.elementId === assessment.elementId),
  }))
  return { ...row, assessments, reviews: reviewRows(db, row.id), authorIds: authorIds(db, row.id) }
}

/** `cards`: one exhibit is tied to many elements; its card is read once. */
function linkRecord(row: LinkRow, cards: Map<string, LinkRecord['card']>): LinkRecord {
  const { place: text, provenance: cardText, ...rest } = row
  const card = cards.get(cardText) ?? provenance.parse(JSON.parse(cardText))
  cards.set(cardText, card)
  return { ...rest, exhibitNumber: exhibitNumber(row), place: place.parse(JSON.parse(text)), card }
}
