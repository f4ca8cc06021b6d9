import type { CaseRespondent } from '../../../shared/contract/cases.ts'
import type { ElementAssessment, Finding } from '../../../shared/contract/findings.ts'

/** A person of the case with the findings about them, in the order in which they were made. */
export type MatrixGroup = { person: CaseRespondent; findings: readonly Finding[] }

/** The cell under the cursor: column 0 is the provision itself, from 1 on its elements. */
export type Cell = { findingId: string; column: number }

/** The groups of a case, persons in the order of the report. */
export function groupsOf(persons: readonly CaseRespondent[], findings: readonly Finding[]): MatrixGroup[] {
  return persons.map(person => ({
    person,
    findings: findings.filter(finding => finding.respondentId === person.id),
  }))
}

/** Columns for elements that the matrix needs: those of its longest provision. */
export function columnCount(findings: readonly Finding[]): number {
  return Math.max(1, ...findings.map(finding => finding.assessments.length))
}

/** 'FINDING.3' as it stands in the address, or null when there is no such cell. */
export function cellFromText(text: string | null, findings: readonly Finding[]): Cell | null {
  const [findingId = '', column = ''] = (text ?? '').split('.')
  const finding = findings.find(entry => entry.id === findingId)
  if (!finding || !/^\d{1,2}$/.test(column)) return null
  return { findingId, column: Math.min(Number(column), finding.assessments.length) }
}

export const cellText = ({ findingId, column }: Cell): string => `${findingId}.${column}`

export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last'

/** Where the cursor goes; it stays at the edges, and a shorter provision takes it to its last element. */
export function moved(from: Cell, move: Move, findings: readonly Finding[]): Cell {
  const row = findings.findIndex(finding => finding.id === from.findingId)
  const here = findings[row]
  if (!here) return from
  const last = here.assessments.length
  if (move === 'left') return { ...from, column: Math.max(0, from.column - 1) }
  if (move === 'right') return { ...from, column: Math.min(last, from.column + 1) }
  if (move === 'first') return { ...from, column: 0 }
  if (move === 'last') return { ...from, column: last }
  const next = findings[row + (move === 'up' ? -1 : 1)]
  return next ? { findingId: next.id, column: Math.min(from.column, next.assessments.length) } : from
}

/** The element after this one: along the row, then its conclusion, which is at the provision itself. */
export function following(from: Cell, findings: readonly Finding[]): Cell {
  const here = findings.find(finding => finding.id === from.findingId)
  if (!here) return from
  return from.column < here.assessments.length ? { ...from, column: from.column + 1 } : { ...from, column: 0 }
}

/** Numbers of the exhibits that support and contradict an element, each once, in the order of the series. */
export function numbersOf({ links }: Pick<ElementAssessment, 'links'>): {
  supports: string[]
  contradicts: string[]
} {
  const of = (stance: string) => [
    ...new Set(links.filter(link => link.stance === stance).map(link => link.exhibitNumber)),
  ]
  return { supports: of('supports'), contradicts: of('contradicts') }
}

export type PersonStanding = 'none' | 'open' | 'ready' | 'waiting' | 'returned' | 'reviewed'

/** Where the work on a person stands; the least finished finding decides. */
export function standingOf(findings: readonly Finding[]): PersonStanding {
  if (findings.length === 0) return 'none'
  if (findings.some(finding => finding.state === 'returned')) return 'returned'
  const drafts = findings.filter(finding => finding.state === 'draft')
  if (drafts.some(finding => finding.conclusion === 'undecided')) return 'open'
  if (drafts.length > 0) return 'ready'
  return findings.some(finding => finding.state === 'submitted') ? 'waiting' : 'reviewed'
}

/** A point of the defence with neither a reply nor a reason why there is none. */
export const isUnanswered = (
  entry: Pick<ElementAssessment, 'defence' | 'defenceReply' | 'defenceUnansweredReason'>,
): boolean => entry.defence !== '' && entry.defenceReply === '' && entry.defenceUnansweredReason === ''

export type DefencePoints = {
  total: number
  open: number
  /** Left without a reply for a stated reason. */
  withReason: number
  first: Cell | null
}

/** Points of the defence over all findings of a person, and the first that has no answer. */
export function defenceOf(findings: readonly Finding[]): DefencePoints {
  const points = findings.flatMap(finding =>
    finding.assessments.flatMap((entry, index) =>
      entry.defence ? [{ cell: { findingId: finding.id, column: index + 1 }, entry }] : [],
    ),
  )
  const open = points.filter(({ entry }) => isUnanswered(entry))
  const withReason = points.filter(
    ({ entry }) => entry.defenceReply === '' && entry.defenceUnansweredReason !== '',
  ).length
  return { total: points.length, open: open.length, withReason, first: open[0]?.cell ?? null }
}
