import { useState } from 'react'
import type { AccountId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Text } from '../../ui/text.tsx'
import { CloseMeeting } from './close-meeting.tsx'
import { isDecider, isPresider } from './presiding.ts'
import { RecusalDialog } from './recusal-dialog.tsx'
import styles from './room.module.css'
import { SidePane } from './side-pane.tsx'
import type { VotePaneProps } from './vote-pane.tsx'
import { VoteQuestion } from './vote-question.tsx'

const words = t.plenaries.vote
const recusal = t.plenaries.recusal

/** Recusals first, then the quorum of the case, then the ballot box. */
export function BeforeVote(props: VotePaneProps) {
  const {
    plenary,
    turn: { item, person },
  } = props
  const account = useAccount()
  const [asking, setAsking] = useState<{ accountId: AccountId | null } | null>(null)
  const openVote = useAction('plenaries.openVote')
  const { quorum } = item
  const mayRecord = isDecider(account.role) && plenary.state === 'open'
  const reason =
    plenary.state === 'closed'
      ? words.meetingClosed
      : person.findings.length === 0
        ? t.plenaries.room.noFindings
        : !isPresider(account.role)
          ? words.onlyPresiders
          : quorum.met
            ? null
            : words.noQuorum
  return (
    <SidePane
      label={words.question}
      foot={
        <>
          <Button
            variant="primary"
            size="plenary"
            fill
            pending={openVote.pending}
            disabledReason={reason}
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
          {plenary.state === 'open' && (
            <Button
              size="plenary"
              fill
              disabledReason={mayRecord ? null : recusal.noAssistant}
              onClick={() => setAsking({ accountId: null })}
            >
              {recusal.action}
            </Button>
          )}
          <CloseMeeting {...props} />
        </>
      }
    >
      <VoteQuestion findings={person.findings} />
      {plenary.state === 'open' &&
        item.recusalPrompts.map(prompt => (
          <div key={prompt.accountId} className={styles.big}>
            <Banner
              tone="warn"
              actions={
                mayRecord && (
                  <Button onClick={() => setAsking({ accountId: prompt.accountId })}>{recusal.action}</Button>
                )
              }
            >
              {recusal.prompt(prompt.displayName)}
            </Banner>
          </div>
        ))}
      {item.recusals.map(entry => (
        <Text as="p" tone="second" key={entry.accountId}>
          {recusal.recused(entry.displayName, entry.reason)}
        </Text>
      ))}
      <Text as="p" tone="second">
        {words.caseQuorum(quorum.present, quorum.base, quorum.needed)}
      </Text>
      <ActionError error={openVote.error} />
      {asking && (
        <RecusalDialog
          plenary={plenary}
          item={item}
          accountId={asking.accountId}
          onClose={() => setAsking(null)}
        />
      )}
    </SidePane>
  )
}
