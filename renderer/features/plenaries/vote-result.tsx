import type { PersonVote } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { Button } from '../../ui/button.tsx'
import { type State, StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import { meetsOn } from './agenda-order.ts'
import { CloseMeeting } from './close-meeting.tsx'
import { RejectedBallots } from './rejected-ballots.tsx'
import { SidePane } from './side-pane.tsx'
import styles from './vote.module.css'
import type { VotePaneProps } from './vote-pane.tsx'
import { VoteQuestion } from './vote-question.tsx'

const words = t.plenaries.vote
const MARKS: Readonly<Record<'proven' | 'notProven' | 'deferred', State>> = {
  proven: 'proven',
  notProven: 'notProven',
  deferred: 'waiting',
}

/** All ballots at once: the tally, the sentence that was built from them, and separate opinions. */
export function VoteResult(props: VotePaneProps & { vote: PersonVote }) {
  const { plenary, vote, last, turn, onNext } = props
  const { decision, ballots, rejected } = vote
  if (!decision) return null
  const { proven, notProven, deferred } = decision.tally
  return (
    <SidePane
      label={words.question}
      foot={
        <>
          {!last && (
            <Button
              variant={meetsOn(plenary) ? 'primary' : 'default'}
              size="plenary"
              fill
              keys="→"
              onClick={onNext}
            >
              {words.next}
            </Button>
          )}
          <CloseMeeting {...props} />
        </>
      }
    >
      <VoteQuestion findings={turn.person.findings} />
      <div className={styles.sealed} role="status">
        {words.outcome[decision.outcome]}
      </div>
      <Text as="p" size={20} weight="strong">
        {words.tally(proven, notProven, deferred)}
      </Text>
      {[decision.sanctionName, decision.moralSanctionName].filter(Boolean).map(name => (
        <Text as="p" key={name}>
          {name}
        </Text>
      ))}
      {decision.tieBroken && (
        <Text as="p" tone="warn">
          {words.tieBroken}
        </Text>
      )}
      <Text as="p" size={16} tone="second">
        {decision.sentence}
      </Text>
      <ul className={styles.seats} aria-label={words.ballots}>
        {ballots.map(ballot => (
          <li key={ballot.accountId} className={styles.seat} data-out={ballot.recused || undefined}>
            <span>{ballot.displayName}</span>
            {ballot.verdict ? (
              <StateMark state={MARKS[ballot.verdict]} label={words.outcome[ballot.verdict]} />
            ) : (
              <Text tone="third">{words.seat.recused}</Text>
            )}
          </li>
        ))}
      </ul>
      {decision.opinions.length > 0 && (
        <>
          <Text as="h3" weight="strong">
            {words.opinions}
          </Text>
          {decision.opinions.map(opinion => (
            <div key={opinion.ordinal} className={styles.opinion}>
              <Text weight="medium">{words.opinion[opinion.kind](opinion.ordinal, opinion.displayName)}</Text>
              <p>{opinion.text}</p>
            </div>
          ))}
        </>
      )}
      <RejectedBallots rejected={rejected} />
    </SidePane>
  )
}
