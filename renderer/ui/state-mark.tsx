import {
  IconAlertCircle,
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCircle,
  IconCircleHalf2,
  IconHourglass,
  IconLock,
  IconMinus,
  IconPencil,
  IconPointFilled,
  IconRosette,
  IconX,
} from '@tabler/icons-react'
import { ui } from '../../shared/strings/id/ui.ts'
import { classNames } from './class-names.ts'
import styles from './feedback.module.css'
import { type Icon, smallIconProps } from './icon.ts'
import textStyles from './text.module.css'
import type { Tone } from './text.tsx'

export type State = keyof typeof ui.states
type Look = { icon: Icon | null; tone: Tone }

/** A proven element is neutral on purpose: "proven" is a finding, not good news. */
const LOOKS: Readonly<Record<State, Look>> = {
  proven: { icon: IconCheck, tone: 'plain' },
  notProven: { icon: IconX, tone: 'plain' },
  partial: { icon: IconCircleHalf2, tone: 'warn' },
  contested: { icon: IconAlertTriangle, tone: 'warn' },
  notAssessed: { icon: IconMinus, tone: 'third' },
  notRequired: { icon: null, tone: 'third' },
  late: { icon: IconAlertCircle, tone: 'bad' },
  today: { icon: IconPointFilled, tone: 'accent' },
  mine: { icon: IconPointFilled, tone: 'accent' },
  waiting: { icon: IconHourglass, tone: 'third' },
  returned: { icon: IconArrowBackUp, tone: 'warn' },
  changed: { icon: IconAlertTriangle, tone: 'warn' },
  verified: { icon: IconCheck, tone: 'ok' },
  broken: { icon: IconAlertCircle, tone: 'bad' },
  closed: { icon: IconCheck, tone: 'ok' },
  sealed: { icon: IconRosette, tone: 'accent' },
  open: { icon: IconCircle, tone: 'third' },
  locked: { icon: IconLock, tone: 'third' },
  draft: { icon: IconPencil, tone: 'third' },
  unknown: { icon: IconAlertTriangle, tone: 'warn' },
}

type StateMarkProps = {
  state: State
  /** Another word than the state's own, for example 'Terbukti · 3 bukti'. */
  label?: string
  /** Only the icon on screen; the word is still read aloud. */
  iconOnly?: boolean
}

/** Icon and word for a state; never colour alone. */
export function StateMark({ state, label = ui.states[state], iconOnly }: StateMarkProps) {
  const { icon: Icon, tone } = LOOKS[state]
  return (
    <span className={classNames(styles.state, textStyles[tone])} title={iconOnly ? label : undefined}>
      {Icon && <Icon {...smallIconProps} />}
      <span className={iconOnly ? 'visually-hidden' : undefined}>{label}</span>
    </span>
  )
}
