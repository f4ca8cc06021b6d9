import type { ReactNode } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { Button } from '../../ui/button.tsx'
import styles from './session.module.css'

type WizardProps = {
  title: string
  why: string
  step?: { at: number; total: number }
  onBack?: () => void
  next: { label: string; run: () => void; pending?: boolean; disabledReason?: string | null }
  children: ReactNode
}

/** One step: what is asked and why, the fields, one way on. */
export function Wizard({ title, why, step, onBack, next, children }: WizardProps) {
  return (
    <form
      className={`${styles.card} ${styles.wizard}`}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (!next.pending && !next.disabledReason) next.run()
      }}
    >
      <header className={styles.wizardHead}>
        <h1>{title}</h1>
        {step && <span>{t.session.steps(step.at, step.total)}</span>}
      </header>
      <div className={styles.wizardBody}>
        <p>{why}</p>
        {children}
      </div>
      <footer className={styles.wizardFoot}>
        <span>
          {onBack && (
            <Button variant="quiet" onClick={onBack}>
              {t.common.back}
            </Button>
          )}
        </span>
        <Button
          type="submit"
          variant="primary"
          size="large"
          pending={next.pending}
          disabledReason={next.disabledReason}
        >
          {next.label}
        </Button>
      </footer>
    </form>
  )
}
