import type { Exhibit } from '../../../shared/contract/evidence.ts'
import { t } from '../../../shared/strings/index.ts'
import type { State } from '../../ui/state-mark.tsx'

const words = t.evidence.state

/** Icon and word of an exhibit in the list: what needs eyes first. */
export function exhibitState(exhibit: Exhibit, coded: boolean): { state: State; label: string } {
  if (exhibit.integrity === 'changed') return { state: 'broken', label: words.changed }
  if (exhibit.integrity === 'missing') return { state: 'broken', label: words.missing }
  if (exhibit.kind === 'damaged') return { state: 'changed', label: words.damaged }
  if (exhibit.openedByMe && coded) return { state: 'proven', label: words.coded }
  if (exhibit.openedByMe) return { state: 'partial', label: words.opened }
  return { state: 'open', label: words.unopened }
}

/** Changed or gone: its bytes are never shown and nothing can be tied to it. */
export const isBroken = (exhibit: Exhibit): boolean =>
  exhibit.integrity === 'changed' || exhibit.integrity === 'missing'

/** The next exhibit nobody of us has opened after `id`, going round; else the one that follows; null at the end. */
export function nextToOpen(exhibits: readonly Exhibit[], id: string | undefined): Exhibit | null {
  const at = exhibits.findIndex(exhibit => exhibit.id === id)
  const after = [...exhibits.slice(at + 1), ...exhibits.slice(0, Math.max(0, at))]
  return after.find(exhibit => !exhibit.openedByMe && !isBroken(exhibit)) ?? exhibits[at + 1] ?? null
}
