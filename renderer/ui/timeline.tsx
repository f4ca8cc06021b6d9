import { IconPointFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Icon, smallIconProps } from './icon.ts'
import styles from './lists.module.css'

export type TimelineEvent = { id: string; title: ReactNode; detail?: ReactNode; when: string; icon?: Icon }

/** What happened, newest or oldest first as given: history, custody, initials. */
export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {events.map(({ id, title, detail, when, icon: Icon = IconPointFilled }) => (
        <li key={id} className={styles.event}>
          <span className={styles.dot}>
            <Icon {...smallIconProps} />
          </span>
          <div>
            <div>{title}</div>
            {detail && <div className={styles.eventDetail}>{detail}</div>}
          </div>
          <span className={styles.eventWhen}>{when}</span>
        </li>
      ))}
    </ol>
  )
}
