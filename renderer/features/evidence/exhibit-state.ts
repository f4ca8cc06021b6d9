import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCheck,
  IconCircle,
  IconCircleHalf2,
} from '@tabler/icons-react'
import type { Exhibit } from '../../../shared/contract/evidence.ts'
import { t } from '../../../shared/strings/index.ts'
import type { Icon } from '../../ui/icon.ts'
import type { Tone } from '../../ui/text.tsx'

const words = t.evidence.state

type Look = { label: string; icon: Icon; tone: Tone }

/** Icon and word of an exhibit in the list: what needs eyes first, colour only for that. */
export function exhibitState(exhibit: Exhibit, coded: boolean): Look {
  if (exhibit.integrity === 'changed') return { label: words.changed, icon: IconAlertCircle, tone: 'bad' }
  if (exhibit.integrity === 'missing') return { label: words.missing, icon: IconAlertCircle, tone: 'bad' }
  if (exhibit.kind === 'damaged') return { label: words.damaged, icon: IconAlertTriangle, tone: 'warn' }
  if (exhibit.openedByMe && coded) return { label: words.coded, icon: IconCheck, tone: 'second' }
  if (exhibit.openedByMe) return { label: words.opened, icon: IconCircleHalf2, tone: 'second' }
  return { label: words.unopened, icon: IconCircle, tone: 'third' }
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
