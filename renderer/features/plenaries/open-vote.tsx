import { useState } from 'react'
import type { PersonVote, Plenary } from '../../../shared/contract/plenaries.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAccount } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Text } from '../../ui/text.tsx'
import { isComplete, waitingFor } from './agenda-order.ts'
import { AnnulVote } from './annul-vote.tsx'
import { Locks } from './locks.tsx'
import { OpeningDialog } from './opening-dialog.tsx'
import { isDecider, isPresider } from './presiding.ts'
import { RejectedBallots } from './rejected-ballots.tsx'
import { Seats } from './seats.tsx'
import { SidePane } from './side-pane.tsx'
import styles from './vote.module.css'
import { VoteDialog } from './vote-dialog.tsx'
import type { VotePaneProps } from './vote-pane.tsx'
import { VoteQuestion } from './vote-question.tsx'

const words = t.plenaries.vote

type Asking = { kind: 'ballot'; accountId: AccountId | null } | { kind: 'opening' } | null

/** Who has sealed a ballot, never which; when all have, the holders open them together. */
export function OpenVote(props: VotePaneProps & { vote: PersonVote }) {
  const { plenary, turn, vote, last, onNext } = props
  const account = useAccount()
  const [asking, setAsking] = useState<Asking>(null)
  const [lastSealed, setLastSealed] = useState<AccountId | null>(null)
  const complete = isComplete(turn.person)
  const recused = turn.item.recusals.some(entry => entry.accountId === account.id)
  const nameOf = (plenary: Plenary, accountId: AccountId) =>
    plenary.members.find(member => member.accountId === accountId)?.displayName ?? ''
  const sealed = vote.ballots.find(ballot => ballot.accountId === lastSealed)
  const opening = (
    <Button
      variant={complete ? 'primary' : 'default'}
      size="plenary"
      fill
      disabledReason={openOff(vote, isPresider(account.role))}
      onClick={() => setAsking({ kind: 'opening' })}
    >
      {t.plenaries.opening.action}
    </Button>
  )
  return (
    <SidePane
      label={words.question}
      out={recused && !isPresider(account.role)}
      covered={asking !== null}
      foot={
        <>
          {complete && opening}
          <div className={styles.pair}>
            {!complete && (
              <Button
                variant="primary"
                size="plenary"
                fill
                disabledReason={castOff(props, account, recused)}
                onClick={() => setAsking({ kind: 'ballot', accountId: null })}
              >
                {words.cast}
              </Button>
            )}
            {!complete && opening}
            {complete && !last && (
              <Button size="plenary" fill keys="→" onClick={onNext}>
                {words.next}
              </Button>
            )}
          </div>
        </>
      }
    >
      <VoteQuestion findings={turn.person.findings} />
      <div className={styles.sealed} role="status">
        {words.sealed(vote.castCount, vote.expectedCount)}
      </div>
      <Locks done={vote.castCount} of={vote.expectedCount} />
      {recused && (
        <Text as="p" tone="second">
          {t.plenaries.ballots.iAmRecused}
        </Text>
      )}
      {sealed?.sealHash && (
        <Text as="p" tone="accent">
          {t.plenaries.ballots.sealOf(nameOf(plenary, sealed.accountId), sealed.sealHash)}
        </Text>
      )}
      <Seats
        plenary={plenary}
        turn={turn}
        lastSealed={lastSealed}
        onCast={accountId => setAsking({ kind: 'ballot', accountId })}
      />
      {!complete && (
        <Text as="p" size={16} tone="second">
          {words.together}
        </Text>
      )}
      <RejectedBallots rejected={vote.rejected} />
      {isPresider(account.role) && (
        <div>
          <AnnulVote vote={vote} />
        </div>
      )}
      {asking?.kind === 'ballot' && (
        <VoteDialog
          plenary={plenary}
          turn={turn}
          vote={vote}
          accountId={asking.accountId}
          onSealed={setLastSealed}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.kind === 'opening' && (
        <OpeningDialog
          plenary={plenary}
          turn={turn}
          onReplace={accountId => setAsking({ kind: 'ballot', accountId })}
          onClose={() => setAsking(null)}
        />
      )}
    </SidePane>
  )
}

function castOff(
  { plenary, turn }: Pick<VotePaneProps, 'plenary' | 'turn'>,
  { role }: Pick<ReturnType<typeof useAccount>, 'role'>,
  recused: boolean,
): string | null {
  if (!isDecider(role)) return words.castOff.assistant
  if (recused && !isPresider(role)) return t.plenaries.ballots.iAmRecused
  return waitingFor(plenary, turn).length === 0 ? words.castOff.all : null
}

function openOff(vote: PersonVote, presides: boolean): string | null {
  if (!presides) return words.onlyPresiders
  const missing = vote.expectedCount - vote.castCount
  return missing > 0 ? words.closeOff(missing) : null
}
