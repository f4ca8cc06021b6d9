import { Fragment } from 'react'
import { t } from '../../../shared/strings/index.ts'
import styles from './public-display.module.css'
import type { PublicPane } from './use-public-pane.ts'

const words = t.plenaries.public

/** Who, what happened, and what the examiners found; what is proposed stands last. */
export function PublicCase({ item }: { item: NonNullable<PublicPane['item']> }) {
  return (
    <section className={styles.case} data-fit="" aria-label={item.personName}>
      <h1>{item.personName}</h1>
      <p className={styles.second}>
        {[item.position, item.agencyName, t.plenaries.room.casePersons(item.caseNumber), item.rulebookLabel]
          .filter(Boolean)
          .map((part, n) => (
            <Fragment key={part}>
              {n > 0 && ' · '}
              <span className={n < 2 ? undefined : styles.whole}>{part}</span>
            </Fragment>
          ))}
      </p>
      <ol className={styles.facts} aria-label={words.facts}>
        {item.facts.map(fact => (
          <li key={fact}>{fact}</li>
        ))}
      </ol>
      {item.findings.map(finding => (
        <section key={finding.legalBasis} className={styles.finding} aria-label={finding.legalBasis}>
          <h2>{finding.legalBasis}</h2>
          <ul className={styles.elements} aria-label={words.elements}>
            {finding.elements.map((element, n) => (
              <li key={element.elementId} data-state={element.state} title={element.label}>
                <span>{`${n + 1} ${t.findings.elementName(element.elementId, element.label)}`}</span>
                <b>{`${words.states[element.state] ?? element.state} · ${words.exhibits(element.exhibits)}`}</b>
              </li>
            ))}
          </ul>
          <p className={styles.proposal}>
            {finding.proposal ? `${words.proposal}: ` : ''}
            <b>{finding.proposal ?? words.conclusion[finding.conclusion]}</b>
          </p>
        </section>
      ))}
    </section>
  )
}
