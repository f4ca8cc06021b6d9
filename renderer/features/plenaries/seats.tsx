import { IconDots } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { iconProps } from '../../ui/icon.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { type State, StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import type { Turn } from './agenda-order.ts'
import { isDecider, isPresider } from './presiding.ts'
import styles from './vote.module.css'

const words = t.plenaries.ballots
const seatWords = t.plenaries.vote.seat

type Seat = 'sealed' | 'waiting' | 'recused'
const MARKS: Readonly<Record<Seat, State>> = { sealed: 'sealed', waiting: 'open', recused: 'notAssessed' }

type SeatsProps = {
  plenary: Plenary
  turn: Turn
  /** Whose seal was made last in this window, so that its owner can write it down. */
  lastSealed: AccountId | null
  onCast: (accountId: AccountId) => void
}

/** Every member's place in the vote: sealed or not, never what; and what may be done for each. */
export function Seats({ plenary, turn, lastSealed, onCast }: SeatsProps) {
  const account = useAccount()
  const [leaving, setLeaving] = useState<{ accountId: AccountId; displayName: string } | null>(null)
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (leaving) question.current?.scrollIntoView({ block: 'nearest' })
  }, [leaving])
  const attend = useAction('plenaries.recordAttendance', { onDone: () => setLeaving(null) })
  const ballots = turn.person.vote?.ballots ?? []
  const present = plenary.members.filter(member => member.present).map(member => member.accountId)
  const stepsFor = ({ accountId, displayName, cast, recused }: (typeof ballots)[number]): MenuItem[] => {
    if (recused || !isDecider(account.role)) return []
    const steps: MenuItem[] = [
      { id: 'cast', label: cast ? words.replace : words.cast, run: () => onCast(accountId) },
    ]
    if (!cast && isPresider(account.role)) {
      steps.push({ id: 'left', label: words.left, run: () => setLeaving({ accountId, displayName }) })
    }
    return steps
  }
  return (
    <>
      {leaving && (
        <div className={styles.big} ref={question}>
          <ConfirmBar
            question={words.leftQuestion(leaving.displayName)}
            confirm={{
              label: words.left,
              pending: attend.pending,
              run: () =>
                void attend.run({
                  plenaryId: plenary.id,
                  present: present.filter(id => id !== leaving.accountId),
                }),
            }}
            onCancel={() => setLeaving(null)}
          >
            {words.leftWhy}
          </ConfirmBar>
          <ActionError error={attend.error} />
        </div>
      )}
      <ul className={styles.seats}>
        {ballots.map(ballot => {
          const { accountId, displayName, cast, recused, sealHash, replacedCount } = ballot
          const seat: Seat = recused ? 'recused' : cast ? 'sealed' : 'waiting'
          const own = accountId === account.id || accountId === lastSealed
          const steps = stepsFor(ballot)
          return (
            <li key={accountId} className={styles.seat} data-out={recused || undefined}>
              <span className={styles.seatName}>
                {displayName}
                {own && sealHash && (
                  <Text as="span" size={16} tone="second">
                    {words.seal(sealHash)}
                  </Text>
                )}
                {replacedCount > 0 && (
                  <Text as="span" size={16} tone="second">
                    {words.replaced(replacedCount)}
                  </Text>
                )}
              </span>
              <StateMark state={MARKS[seat]} label={seatWords[seat]} />
              {steps.length > 0 ? (
                <Menu groups={[{ items: steps }]}>
                  <button
                    type="button"
                    className={styles.seatButton}
                    aria-label={words.seatMenu(displayName)}
                    title={words.seatMenu(displayName)}
                  >
                    <IconDots {...iconProps} />
                  </button>
                </Menu>
              ) : (
                <span className={styles.seatGap} />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
