import { useCallback, useRef, useState } from 'react'
import type { Exhibit } from '../../../shared/contract/evidence.ts'
import type { ElementAssessment, ExhibitLink, Finding, Place } from '../../../shared/contract/findings.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { asEngineError, type EngineError } from '../../api/engine-error.ts'
import { NO_PLACE, placeKey } from './marks.ts'

export type Stance = 'none' | 'supports' | 'contradicts'

/** Links of one exhibit to one element. */
export const linksTo = (assessment: ElementAssessment, exhibitId: Exhibit['id']): ExhibitLink[] =>
  assessment.links.filter(link => link.exhibitId === exhibitId)

/**
 * Which links a key changes: those at the place pointed at, else all of the exhibit. With a new place the
 * answer is empty, so the key adds that place instead of changing the others.
 */
export function linksInReach(links: readonly ExhibitLink[], place: Place | null): ExhibitLink[] {
  return place ? links.filter(link => placeKey(link.place) === placeKey(place)) : [...links]
}

/** tidak terkait → mendukung → membantah → tidak terkait. */
export function nextStance(links: readonly ExhibitLink[]): Stance {
  const [first] = links
  if (!first) return 'supports'
  return first.stance === 'supports' ? 'contradicts' : 'none'
}

export type Coding = {
  toggle(finding: Finding, assessment: ElementAssessment): void
  remove(links: readonly ExhibitLink[]): void
  /** Writes the note on every link of the exhibit in the finding; false when it was refused. */
  saveNote(finding: Finding, note: string): Promise<boolean>
  pending: boolean
  error: EngineError | null
  clearError(): void
}

/** Ties the exhibit on screen to elements; every step is kept at once. */
export function useCoding(exhibit: Exhibit | undefined, place: Place | null, note: string): Coding {
  const { client } = useEngine()
  const [running, setRunning] = useState(0)
  // Keys for different elements may follow each other faster than the engine answers; none of them is lost.
  const busy = useRef(new Set<string>())
  const [error, setError] = useState<EngineError | null>(null)

  const run = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    setRunning(count => count + 1)
    setError(null)
    try {
      await work()
      return true
    } catch (thrown) {
      setError(asEngineError(thrown))
      return false
    } finally {
      setRunning(count => count - 1)
    }
  }, [])

  const toggle = (finding: Finding, assessment: ElementAssessment) => {
    const key = `${finding.id} ${assessment.elementId}`
    if (!exhibit || busy.current.has(key)) return
    busy.current.add(key)
    const reach = linksInReach(linksTo(assessment, exhibit.id), place)
    const stance = nextStance(reach)
    const tie = { findingId: finding.id, elementId: assessment.elementId, exhibitId: exhibit.id }
    void run(async () => {
      for (const link of reach) await client.call('findings.unlink', { linkId: link.id })
      if (stance === 'none') return
      const places = reach.length > 0 ? reach : [{ place: place ?? NO_PLACE, note }]
      for (const { place: at, note: said } of places)
        await client.call('findings.link', { ...tie, stance, place: at, note: said })
    }).finally(() => busy.current.delete(key))
  }
  const remove = (links: readonly ExhibitLink[]) => {
    void run(async () => {
      for (const link of links) await client.call('findings.unlink', { linkId: link.id })
    })
  }
  const saveNote = (finding: Finding, text: string) =>
    run(async () => {
      if (!exhibit) return
      for (const assessment of finding.assessments)
        for (const link of linksTo(assessment, exhibit.id)) {
          if (link.note === text) continue
          const { stance, place: at } = link
          const tie = { findingId: finding.id, elementId: assessment.elementId, exhibitId: exhibit.id }
          await client.call('findings.link', { ...tie, stance, place: at, note: text })
        }
    })
  return { toggle, remove, saveNote, pending: running > 0, error, clearError: () => setError(null) }
}
