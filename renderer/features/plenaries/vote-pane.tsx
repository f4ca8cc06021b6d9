import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { Text } from '../../ui/text.tsx'
import type { Turn } from './agenda-order.ts'
import { BeforeVote } from './before-vote.tsx'
import { CloseMeeting } from './close-meeting.tsx'
import { OpenVote } from './open-vote.tsx'
import styles from './room.module.css'
import { VoteResult } from './vote-result.tsx'

const words = t.plenaries.vote

export type VotePaneProps = {
  plenary: Plenary
  turn: Turn
  /** No person comes after this one. */
  last: boolean
  onNext: () => void
  /** The meeting was closed; its minutes come next. */
  onClosed: () => void
}

/** The question for one person, and where its vote stands. */
export function VotePane(props: VotePaneProps) {
  const { plenary, turn } = props
  const { vote, findings } = turn.person
  const citations = findings.map(finding => finding.legalBasis.split(' jo. ')[0]).join(', ')
  return (
    <aside className={styles.side} aria-label={words.question} data-pane="" tabIndex={-1}>
      {findings.length > 0 && (
        <div>
          <Text as="p" tone="second">
            {words.question}
          </Text>
          <Text as="h2" size={20} weight="strong">
            {words.ask(citations)}
          </Text>
        </div>
      )}
      {vote?.state === 'open' && <OpenVote {...props} vote={vote} />}
      {vote?.state === 'closed' && <VoteResult {...props} vote={vote} />}
      {!vote && <BeforeVote {...props} />}
      {plenary.state === 'open' && vote?.state !== 'open' && <CloseMeeting {...props} />}
    </aside>
  )
}
