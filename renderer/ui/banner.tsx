import { IconAlertCircle, IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './feedback.module.css'
import { iconProps } from './icon.ts'

const ICONS = { info: IconInfoCircle, warn: IconAlertTriangle, bad: IconAlertCircle, ok: IconCheck } as const

type BannerProps = {
  tone?: keyof typeof ICONS
  title?: string
  children?: ReactNode
  /** Ways out, as buttons. */
  actions?: ReactNode
  /** Read aloud when it appears: for refusals and failures. */
  announce?: boolean
}

/** Something that must be said in its place: what happened, what is safe, what to do. */
export function Banner({ tone = 'info', title, children, actions, announce }: BannerProps) {
  const Icon = ICONS[tone]
  return (
    <div
      className={classNames(styles.banner, tone !== 'info' && styles[tone])}
      role={announce ? 'alert' : undefined}
    >
      <Icon {...iconProps} />
      <div className={styles.bannerBody}>
        {title && <span className={styles.bannerTitle}>{title}</span>}
        {children && <div>{children}</div>}
        {actions && <div className={styles.bannerActions}>{actions}</div>}
      </div>
    </div>
  )
}
