import { Button } from './button.tsx'
import styles from './feedback.module.css'

type EmptyStateProps = {
  /** What is absent, in one sentence. */
  title: string
  /** The next step, in one sentence. */
  next?: string
  action?: {
    label: string
    run: () => void
    keys?: string
    primary?: boolean
    disabledReason?: string | null
  }
}

/** An empty place: what is absent, what comes next, one button. No drawings. */
export function EmptyState({ title, next, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {next && <p className={styles.emptyNext}>{next}</p>}
      {action && (
        <Button
          variant={action.primary ? 'primary' : 'default'}
          keys={action.keys}
          disabledReason={action.disabledReason}
          onClick={action.run}
        >
          {action.label}
        </Button>
      )}
    </div>
  )
}
