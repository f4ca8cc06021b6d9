import { IconX } from '@tabler/icons-react'
import type { AccountId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Opener } from './opening-scope.ts'
import styles from './vote.module.css'

const words = t.plenaries.opening

type OpenerListProps = { openers: readonly Opener[]; onTakeBack: (accountId: AccountId) => void }

/** Who has come forward so far. */
export function OpenerList({ openers, onTakeBack }: OpenerListProps) {
  if (openers.length === 0) return null
  return (
    <ul className={styles.seats} aria-label={words.openers}>
      {openers.map(({ accountId, displayName, passphrase }) => (
        <li key={accountId} className={styles.seat}>
          <span className={styles.seatName}>{displayName}</span>
          <StateMark state="verified" label={passphrase === null ? words.self : words.entered} />
          {passphrase === null ? (
            <span className={styles.seatGap} />
          ) : (
            <IconButton
              icon={IconX}
              label={words.takeBack(displayName)}
              onClick={() => onTakeBack(accountId)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
