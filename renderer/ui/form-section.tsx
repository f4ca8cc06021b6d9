import type { ReactNode } from 'react'
import styles from './fields.module.css'

/** A part of a form with its heading and one line that says why it is asked. */
export function FormSection({
  title,
  hint,
  children,
}: {
  title: string
  hint?: string
  children: ReactNode
}) {
  return (
    <section className={styles.formSection}>
      <header>
        <h2>{title}</h2>
        {hint && <p>{hint}</p>}
      </header>
      {children}
    </section>
  )
}

/** Fields side by side; `columns` as in CSS grid ('1fr 1fr', '2fr 1fr 120px'). */
export function FieldGrid({ columns, children }: { columns: string; children: ReactNode }) {
  return (
    <div className={styles.grid} style={{ gridTemplateColumns: columns }}>
      {children}
    </div>
  )
}
