import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { Row, Spacer } from '../../ui/layout.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './minutes.module.css'

const words = t.minutes.signatures

/** Who has signed the fixed minutes, with which certificate and when, and for whom they wait. */
export function MinutesSignatures({ plenary }: { plenary: Plenary }) {
  const rows = plenary.minutesSignatures
  const waiting = rows.filter(row => row.due).map(row => row.displayName)
  return (
    <section className={styles.block} aria-label={words.title}>
      <Text as="h3" size={16} weight="strong">
        {words.title}
      </Text>
      {rows.length === 0 ? (
        <Text as="p" size={14} tone="second">
          {words.noFields}
        </Text>
      ) : (
        <Text as="p" size={14} tone={waiting.length > 0 ? 'warn' : 'ok'}>
          {waiting.length > 0 ? words.waiting(waiting.join(', ')) : words.complete}
        </Text>
      )}
      <ul className={styles.rows}>
        {rows.map(row => (
          <li key={row.accountId}>
            <Row>
              <Text weight="medium">{row.displayName}</Text>
              <Spacer />
              <StateMark
                state={row.due ? 'waiting' : 'verified'}
                label={row.due ? words.state.waiting : words.state.signed}
              />
            </Row>
            {row.signedAt && (
              <Text as="p" size={14} tone="second">
                {words.signedAt(formatInstant(row.signedAt, plenary.zone), row.certificateName)}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
