import { useState } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { meetsOn, turnsOf } from './agenda-order.ts'
import { isPresider } from './presiding.ts'
import styles from './vote.module.css'
import type { VotePaneProps } from './vote-pane.tsx'

const words = t.plenaries.close

/** Ends the meeting after one question, because its minutes cannot be changed afterwards; then leads to them. */
export function CloseMeeting({ plenary, onClosed }: VotePaneProps) {
  const account = useAccount()
  const [asking, setAsking] = useState(false)
  const close = useAction('plenaries.close', { onDone: onClosed })
  const votes = turnsOf(plenary).map(turn => turn.person.vote)
  const reason = !isPresider(account.role)
    ? words.onlyPresiders
    : votes.some(vote => vote?.state === 'open')
      ? words.voteOpen
      : votes.some(vote => vote?.decision)
        ? null
        : words.nothing
  const undecided = votes.filter(vote => !vote?.decision || vote.decision.outcome === 'deferred').length
  if (plenary.state === 'planned') return null
  if (plenary.state === 'closed') {
    return (
      <Button variant="primary" size="plenary" fill onClick={onClosed}>
        {t.plenaries.minutes.preview}
      </Button>
    )
  }
  if (asking) {
    return (
      <div className={styles.big}>
        <ActionError error={close.error} />
        <ConfirmBar
          question={words.question(undecided)}
          confirm={{
            label: words.action,
            run: () => void close.run({ plenaryId: plenary.id }),
            pending: close.pending,
          }}
          onCancel={() => setAsking(false)}
        />
      </div>
    )
  }
  return (
    <Button
      size="plenary"
      fill
      variant={!meetsOn(plenary) && reason === null ? 'primary' : 'default'}
      disabledReason={reason}
      onClick={() => setAsking(true)}
    >
      {words.action}
    </Button>
  )
}
