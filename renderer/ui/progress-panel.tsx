import { useState } from 'react'
import { ui } from '../../shared/strings/id/ui.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './feedback.module.css'
import { Text } from './text.tsx'

/** A thin bar for a share of a whole; the words beside it carry the meaning. */
export function ProgressBar({
  done,
  total,
  accent,
  label,
}: {
  done: number
  total: number
  accent?: boolean
  label: string
}) {
  const share = total > 0 ? Math.min(1, done / total) : 0
  return (
    <span
      className={classNames(styles.bar, accent && styles.accent)}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      <i style={{ width: `${share * 100}%` }} />
    </span>
  )
}

type ProgressPanelProps = {
  /** What is being worked on. */
  label: string
  done: number
  /** Null while the amount is not known yet. */
  total: number | null
  onStop?: () => void
}

/** A long piece of work: how far, on what, and a way to stop it. */
export function ProgressPanel({ label, done, total, onStop }: ProgressPanelProps) {
  const [stopping, setStopping] = useState(false)
  return (
    <div className={styles.progress} aria-live="polite">
      <div className={styles.progressBody}>
        <div className={styles.progressLine}>
          <Text lines="cut">{label}</Text>
          <Text tone="third" lines="oneLine">
            {total === null ? null : ui.progress(done, total)}
          </Text>
        </div>
        <div style={{ display: 'flex' }}>
          <ProgressBar done={done} total={total ?? 0} accent label={label} />
        </div>
      </div>
      {onStop && (
        <Button
          pending={stopping}
          onClick={() => {
            setStopping(true)
            onStop()
          }}
        >
          {stopping ? ui.stopping : ui.stopWork}
        </Button>
      )}
    </div>
  )
}
