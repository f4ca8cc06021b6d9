import { formatShortDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { Text } from '../../ui/text.tsx'
import type { AgendaPerson } from './agenda-order.ts'
import styles from './room.module.css'

const words = t.plenaries.presenting

/** What became of this person before: an allegation is never shown as more than that. */
export function EarlierOutcomes({ earlier }: Pick<AgendaPerson, 'earlier'>) {
  return (
    <section className={styles.earlier} aria-label={words.earlier}>
      <Text as="h3" size={16} weight="strong">
        {words.earlier}
      </Text>
      {earlier.length === 0 && (
        <Text as="p" tone="second">
          {words.noEarlier}
        </Text>
      )}
      <ul>
        {earlier.map(row => (
          <li key={row.caseNumber}>
            <Text tone="second">{words.earlierCase(row.caseNumber, formatShortDate(row.actOn))}</Text>
            <Text weight="medium">
              {[words.earlierOutcome[row.outcome] ?? row.outcome, row.sanction].filter(Boolean).join(': ')}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
