import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Text } from '../../ui/text.tsx'
import { openPrompts } from './agenda-order.ts'
import { CloseMeeting } from './close-meeting.tsx'
import { isPresider } from './presiding.ts'
import { RecusalQuestions } from './recusal-questions.tsx'
import { SidePane } from './side-pane.tsx'
import styles from './vote.module.css'
import type { VotePaneProps } from './vote-pane.tsx'
import { VoteQuestion } from './vote-question.tsx'

const words = t.plenaries.vote
const ballots = t.plenaries.ballots

/** Recusals first, then the quorum of the case, then the ballot box. */
export function BeforeVote(props: VotePaneProps) {
  const {
    plenary,
    turn: { item, person },
  } = props
  const account = useAccount()
  const openVote = useAction('plenaries.openVote')
  const { quorum } = item
  return (
    <SidePane
      label={words.question}
      out={item.recusals.some(entry => entry.accountId === account.id)}
      foot={
        <>
          <Button
            variant="primary"
            size="plenary"
            fill
            pending={openVote.pending}
            disabledReason={reasonAgainst(props, isPresider(account.role))}
            onClick={() =>
              void openVote.run({
                plenaryId: plenary.id,
                caseId: item.caseId,
                respondentId: person.respondentId,
              })
            }
          >
            {words.open}
          </Button>
          <CloseMeeting {...props} />
        </>
      }
    >
      <VoteQuestion findings={person.findings} />
      {person.vote?.state === 'annulled' && (
        <div className={styles.big}>
          <Banner tone="warn" title={ballots.annulled}>
            {ballots.annulledWhy(person.vote.annulledReason ?? '')}
          </Banner>
        </div>
      )}
      <Text as="p" tone="second">
        {words.caseQuorum(quorum.present, quorum.base, quorum.needed)}
      </Text>
      {plenary.state === 'open' && <RecusalQuestions plenary={plenary} item={item} />}
      <ActionError error={openVote.error} />
    </SidePane>
  )
}

function reasonAgainst(
  { plenary, turn: { item, person } }: Pick<VotePaneProps, 'plenary' | 'turn'>,
  presides: boolean,
): string | null {
  if (plenary.state === 'closed') return words.meetingClosed
  if (person.findings.length === 0) return t.plenaries.room.noFindings
  if (!presides) return words.onlyPresiders
  if (!item.quorum.met) return words.noQuorum
  const asked = [...new Set(openPrompts(plenary, item).map(prompt => prompt.displayName))]
  return asked.length > 0 ? t.plenaries.presenting.prompts.blocked(asked) : null
}
