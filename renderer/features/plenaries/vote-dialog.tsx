import { useState } from 'react'
import type { Member, PersonVote } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { Text } from '../../ui/text.tsx'
import { bandOf, type Turn } from './agenda-order.ts'
import { type BallotChoice, BallotFields } from './ballot-fields.tsx'
import styles from './room.module.css'

const words = t.plenaries.vote.dialog

type VoteDialogProps = {
  turn: Turn
  vote: PersonVote
  /** Members who have not voted yet. */
  members: readonly Member[]
  onClose: () => void
}

/**
 * One ballot in two steps: the choice, then the seal with the voter's own passphrase. In the second step the
 * choice is no longer on screen, and nothing of it stays in the window after the seal.
 */
export function VoteDialog({ turn, vote, members, onClose }: VoteDialogProps) {
  const me = useAccount()
  const { findings } = turn.person
  const proposed = findings.find(finding => finding.proposalSanctionId)?.proposalSanctionId ?? null
  const [choice, setChoice] = useState<BallotChoice>({
    accountId: members.some(member => member.accountId === me.id) ? me.id : null,
    verdict: null,
    sanctionId: proposed,
    opinion: '',
  })
  const [sealing, setSealing] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const cast = useAction('plenaries.castVote', { onDone: onClose, onRefused: () => setPassphrase('') })
  const voter = members.find(member => member.accountId === choice.accountId)
  const { accountId, verdict, sanctionId, opinion } = choice
  const missing = missingIn(choice, bandOf(findings).length > 0)
  const seal = () => {
    if (accountId && verdict && passphrase) {
      void cast.run({
        voteId: vote.voteId,
        accountId,
        passphrase,
        verdict,
        sanctionId: verdict === 'proven' ? sanctionId : null,
        opinion,
      })
    }
  }
  if (sealing && voter) {
    return (
      <Dialog
        opened
        onClose={onClose}
        title={words.sealTitle(voter.displayName)}
        width={560}
        closable={!cast.pending}
        foot={
          <>
            <Button size="plenary" onClick={() => setSealing(false)}>
              {words.back}
            </Button>
            <Button variant="primary" size="plenary" pending={cast.pending} type="submit" form="seal-form">
              {words.seal}
            </Button>
          </>
        }
      >
        <form
          id="seal-form"
          className={styles.form}
          onSubmit={event => {
            event.preventDefault()
            seal()
          }}
        >
          <Column gap={16}>
            <Text as="p" tone="second">
              {words.sealHint}
            </Text>
            <PassphraseField
              kind="current"
              concealed
              large
              autoFocus
              required
              label={words.passphrase(voter.displayName)}
              value={passphrase}
              onChange={setPassphrase}
            />
            <ActionError error={cast.error} />
          </Column>
        </form>
      </Dialog>
    )
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title(turn.person.name)}
      width={640}
      foot={
        <Button variant="primary" size="plenary" disabledReason={missing} onClick={() => setSealing(true)}>
          {words.next}
        </Button>
      }
    >
      <div className={styles.form}>
        <BallotFields
          turn={turn}
          members={members}
          choice={choice}
          onChange={part => setChoice({ ...choice, ...part })}
        />
      </div>
    </Dialog>
  )
}

function missingIn({ accountId, verdict, sanctionId }: BallotChoice, hasBand: boolean): string | null {
  if (!accountId) return words.chooseMember
  if (!verdict) return words.chooseVerdict
  return verdict === 'proven' && hasBand && !sanctionId ? words.chooseSanction : null
}
