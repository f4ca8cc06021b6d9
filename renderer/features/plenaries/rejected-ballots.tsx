import type { RejectedBallot } from '../../../shared/contract/plenaries.ts'
import { clockAt } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { Text } from '../../ui/text.tsx'
import styles from './vote.module.css'

const words = t.plenaries.ballots

/** Ballots that came in and do not count, each with its reason in plain words. */
export function RejectedBallots({ rejected }: { rejected: readonly RejectedBallot[] }) {
  if (rejected.length === 0) return null
  return (
    <section className={styles.questions} aria-label={words.rejected}>
      <Text as="h3" size={16} weight="strong">
        {words.rejected}
      </Text>
      <ul className={styles.ballots}>
        {rejected.map(row => (
          <li key={`${row.sealHash} ${row.receivedAt}`}>
            <Text weight="medium">{words.rejectedBallot(row.displayName, row.respondentName)}</Text>
            <Text as="p" tone="warn">
              {words.reasons[row.reason]}
            </Text>
            <Text as="p" size={16} tone="second">
              {`${words.seal(row.sealHash)} · ${clockAt(row.receivedAt, deviceZone)}`}
            </Text>
          </li>
        ))}
      </ul>
      <Text as="p" size={16} tone="second">
        {words.rejectedNote}
      </Text>
    </section>
  )
}
