import { Fragment, type ReactNode } from 'react'
import styles from './lists.module.css'

export type Fact = { term: string; value: ReactNode }

/** Terms and their values in two columns, as in an inspector. `termWidth` in px. */
export function KeyValueList({
  facts,
  termWidth = 104,
}: {
  facts: readonly (Fact | null | false)[]
  termWidth?: number
}) {
  return (
    <dl className={styles.facts} style={{ gridTemplateColumns: `${termWidth}px minmax(0, 1fr)` }}>
      {facts.map(
        fact =>
          fact && (
            <Fragment key={fact.term}>
              <dt>{fact.term}</dt>
              <dd>{fact.value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  )
}
