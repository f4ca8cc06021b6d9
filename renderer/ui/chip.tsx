import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './feedback.module.css'
import { type Icon, smallIconProps } from './icon.ts'

type ChipProps = { children: ReactNode; tone?: 'accent' | 'bad' | 'warn' | 'ok'; icon?: Icon; title?: string }

/** One fact about the thing on screen (rulebook, draft, state). Not clickable, not for lists of states. */
export function Chip({ children, tone, icon: Icon, title }: ChipProps) {
  return (
    <span className={classNames(styles.chip, tone && styles[tone])} title={title}>
      {Icon && <Icon {...smallIconProps} />}
      {children}
    </span>
  )
}
