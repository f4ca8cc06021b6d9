import { useState } from 'react'
import type { PersonVote } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { type State, StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import { waitingFor } from './agenda-order.ts'
import { isDecider, isPresider } from './presiding.ts'
import styles from './room.module.css'
import { SidePane } from './side-pane.tsx'
import { VoteDialog } from './vote-dialog.tsx'
import type { VotePaneProps } from './vote-pane.tsx'
import { VoteQuestion } from './vote-question.tsx'

const words = t.plenaries.vote

type Seat = 'sealed' | 'waiting' | 'recused'
const MARKS: Readonly<Record<Seat, State>> = { sealed: 'sealed', waiting: 'open', recused: 'notAssessed' }

const seatOf = ({ recused, cast }: Pick<PersonVote['ballots'][number], 'recused' | 'cast'>): Seat =>
  recused ? 'recused' : cast ? 'sealed' : 'waiting'

/** Who has sealed a ballot; never which. */
export function OpenVote({ plenary, turn, vote }: VotePaneProps & { vote: PersonVote }) {
  const account = useAccount()
  const [voting, setVoting] = useState(false)
  const close = useAction('plenaries.closeVote')
  const waiting = waitingFor(plenary, turn)
  const missing = vote.expectedCount - vote.castCount
  const castOff = isDecider(account.role)
    ? waiting.length === 0
      ? words.castOff.all
      : null
    : words.castOff.assistant
  const closeOff = !isPresider(account.role)
    ? words.onlyPresiders
    : missing > 0
      ? words.closeOff(missing)
      : null
  const seats = vote.ballots.map(ballot => ({
    ...ballot,
    seat: seatOf(ballot),
  }))
  return (
    <SidePane
      label={words.question}
      foot={
        <>
          <Button
            variant={missing > 0 ? 'primary' : 'default'}
            size="plenary"
            fill
            disabledReason={castOff}
            onClick={() => setVoting(true)}
          >
            {words.cast}
          </Button>
          <Button
            variant={missing > 0 ? 'default' : 'primary'}
            size="plenary"
            fill
            pending={close.pending}
            disabledReason={closeOff}
            onClick={() => void close.run({ voteId: vote.voteId })}
          >
            {words.close}
          </Button>
        </>
      }
    >
      <VoteQuestion findings={turn.person.findings} />
      <div className={styles.sealed} role="status">
        {words.sealed(vote.castCount, vote.expectedCount)}
      </div>
      <div className={styles.locks} aria-hidden="true">
        {Array.from({ length: vote.expectedCount }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: locks have no identity, so that they tell nothing
          <i key={index} data-on={index < vote.castCount || undefined} />
        ))}
      </div>
      <Text as="p" tone="second">
        {words.together}
      </Text>
      <ul className={styles.seats}>
        {seats.map(({ accountId, displayName, seat }) => (
          <li key={accountId} className={styles.seat} data-out={seat === 'recused' || undefined}>
            <span>{displayName}</span>
            <StateMark state={MARKS[seat]} label={words.seat[seat]} />
          </li>
        ))}
      </ul>
      <ActionError error={close.error} />
      {voting && waiting.length > 0 && (
        <VoteDialog turn={turn} vote={vote} members={waiting} onClose={() => setVoting(false)} />
      )}
    </SidePane>
  )
}
