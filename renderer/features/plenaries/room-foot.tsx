import {
  IconArrowLeft,
  IconArrowRight,
  IconDeviceProjector,
  IconFiles,
  IconList,
  IconMoon,
  IconZoomIn,
} from '@tabler/icons-react'
import { t } from '../../../shared/strings/index.ts'
import { type Icon, iconProps } from '../../ui/icon.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Spacer } from '../../ui/layout.tsx'
import styles from './room.module.css'

const words = t.plenaries.presenting

export type RoomActions = {
  previous: (() => void) | null
  next: (() => void) | null
  exhibits: (() => void) | null
  zoom: () => void
  agenda: () => void
  blank: () => void
  display: () => void
}

type RoomFootProps = {
  actions: RoomActions
  on: { zoom: boolean; agenda: boolean; blank: boolean; display: boolean }
  /** What the audience sees now, in words. */
  note: string
}

/** Everything that has a key in the room, as a button with its key on it. */
export function RoomFoot({ actions, on, note }: RoomFootProps) {
  return (
    <div className={styles.foot} role="toolbar" aria-label={t.ui.keyBar}>
      <FootButton icon={IconArrowLeft} keys="←" label={words.keys.previous} run={actions.previous} />
      <FootButton icon={IconArrowRight} keys="→" label={words.keys.next} run={actions.next} />
      <FootButton icon={IconFiles} keys="E" label={words.keys.exhibits} run={actions.exhibits} />
      <FootButton icon={IconZoomIn} keys="Z" label={words.keys.zoom} run={actions.zoom} on={on.zoom} />
      <FootButton icon={IconList} keys="A" label={words.keys.agenda} run={actions.agenda} on={on.agenda} />
      <FootButton icon={IconMoon} keys="." label={words.keys.blank} run={actions.blank} on={on.blank} />
      <Spacer />
      <span className={styles.footNote} role="status">
        {note}
      </span>
      <FootButton
        icon={IconDeviceProjector}
        keys="U"
        label={words.keys.display}
        run={actions.display}
        on={on.display}
      />
    </div>
  )
}

type FootButtonProps = { icon: Icon; keys: string; label: string; run: (() => void) | null; on?: boolean }

function FootButton({ icon: Icon, keys, label, run, on }: FootButtonProps) {
  return (
    <button
      type="button"
      className={styles.footButton}
      aria-disabled={run === null || undefined}
      aria-pressed={on}
      aria-keyshortcuts={keys}
      onClick={() => run?.()}
    >
      <Icon {...iconProps} />
      {label}
      <Kbd keys={keys} />
    </button>
  )
}
