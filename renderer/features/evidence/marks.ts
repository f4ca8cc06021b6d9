import type { Exhibit } from '../../../shared/contract/evidence.ts'
import type { ExhibitLink, Finding, Place } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'

const words = t.evidence.mark

/** A place of an exhibit that is tied to one or more elements. */
export type Mark = {
  key: string
  place: Place
  /** Running number of a box; null for other places. */
  number: number | null
  ties: readonly MarkTie[]
}
export type MarkTie = { link: ExhibitLink; finding: Finding; elementNumber: number }

export const NO_PLACE: Place = { page: null, box: null, second: null, line: null }

/** The same place gives the same text. */
export function placeKey({ page, box, second, line }: Place): string {
  return JSON.stringify([page, box && [box.x, box.y, box.width, box.height], second, line])
}

/** Marks of one exhibit over all findings, in reading order; boxes are numbered from 1. */
export function marksOf(exhibitId: Exhibit['id'], findings: readonly Finding[]): Mark[] {
  const byPlace = new Map<string, { place: Place; ties: MarkTie[] }>()
  for (const finding of findings) {
    for (const [index, assessment] of finding.assessments.entries()) {
      for (const link of assessment.links) {
        if (link.exhibitId !== exhibitId) continue
        const key = placeKey(link.place)
        const known = byPlace.get(key) ?? { place: link.place, ties: [] }
        known.ties.push({ link, finding, elementNumber: index + 1 })
        byPlace.set(key, known)
      }
    }
  }
  let boxes = 0
  return [...byPlace]
    .sort(([, a], [, b]) => readingOrder(a.place) - readingOrder(b.place))
    .map(([key, { place, ties }]) => ({ key, place, ties, number: place.box ? ++boxes : null }))
}

function readingOrder({ page, box, second, line }: Place): number {
  return (page ?? 0) * 1_000 + (box ? box.y * 900 + box.x * 90 : 0) + (second ?? 0) + (line ?? 0)
}

/** 'Kotak 1', 'Menit 00.41', 'Baris 12', 'Seluruh bukti'. */
export function placeLabel(place: Place, boxNumber: number | null): string {
  if (place.box && boxNumber !== null)
    return place.page ? words.boxOnPage(boxNumber, place.page) : words.box(boxNumber)
  if (place.box) return words.newBox
  if (place.second !== null) return words.second(mediaClock(place.second))
  if (place.line !== null) return words.line(place.line)
  if (place.page !== null) return words.page(place.page)
  return words.whole
}

/** 'Kotak 1 · unsur 3, 4'; elements of the finding on screen, or nothing when only others use the mark. */
export function markLabel(mark: Mark, findingId: string | null): string {
  const numbers = mark.ties
    .filter(tie => tie.finding.id === findingId)
    .map(tie => tie.elementNumber)
    .sort((a, b) => a - b)
  return words.label(
    placeLabel(mark.place, mark.number),
    numbers.length ? words.elements(numbers.join(', ')) : '',
  )
}

/** '02.14' or '1.02.14' from seconds. */
export function mediaClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map(part => String(part).padStart(2, '0'))
  const hours = Math.floor(whole / 3600)
  return (hours > 0 ? [String(hours), ...parts] : parts).join('.')
}
