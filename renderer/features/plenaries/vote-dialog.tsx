import { useState } from 'react'
import { type PersonVote, type Plenary, SHORTEST_BALLOT_REASON } from '../../../shared/contract/plenaries.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAccount } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { bandOf, type Turn, waitingFor } from './agenda-order.ts'
import { type BallotChoice, BallotFields } from './ballot-fields.tsx'
import { SealDialog } from './seal-dialog.tsx'
import styles from './vote.module.css'

const words = t.plenaries.vote.dialog

type VoteDialogProps = {
  plenary: Plenary
  turn: Turn
  vote: PersonVote
  /** Whose place was pressed; null for whoever comes next. */
  accountId: AccountId | null
  onSealed: (accountId: AccountId) => void
  onClose: () => void
}

/**
 * One ballot in two steps: the choice, then the seal with the voter's own passphrase. In the second step the
 * choice is no longer on screen, and nothing of it stays in the window after the seal.
 */
export function VoteDialog(props: VoteDialogProps) {
  const { plenary, turn, vote, onSealed, onClose } = props
  const me = useAccount()
  const { findings } = turn.person
  const proposed = findings.find(finding => finding.proposalSanctionId)?.proposalSanctionId ?? null
  const waiting = waitingFor(plenary, turn)
  const members = plenary.members.filter(
    member => member.accountId === props.accountId || waiting.includes(member),
  )
  const [chosen, setChoice] = useState<BallotChoice>({
    accountId: props.accountId ?? (waiting.some(member => member.accountId === me.id) ? me.id : null),
    verdict: null,
    sanctionId: proposed,
    moralSanctionId: null,
    opinion: '',
  })
  const [sealing, setSealing] = useState(false)
  // Whoever was preselected may have sealed meanwhile, and is then no longer among those asked.
  const voter = members.find(member => member.accountId === chosen.accountId)
  const choice = { ...chosen, accountId: voter?.accountId ?? null }
  const replace = vote.ballots.some(ballot => ballot.accountId === choice.accountId && ballot.cast)
  if (sealing && voter) {
    return (
      <SealDialog
        vote={vote}
        voter={voter}
        choice={choice}
        replace={replace}
        onBack={() => setSealing(false)}
        onSealed={onSealed}
        onClose={onClose}
      />
    )
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title(turn.person.name)}
      width={640}
      foot={
        <Button
          variant="primary"
          size="plenary"
          disabledReason={missingIn(choice, bandOf(findings))}
          onClick={() => setSealing(true)}
        >
          {words.next}
        </Button>
      }
    >
      <div className={styles.form}>
        <Column gap={16}>
          {replace && (
            <Text as="p" tone="warn">
              {words.replaceHint}
            </Text>
          )}
          <BallotFields
            turn={turn}
            members={members}
            choice={choice}
            onChange={part => setChoice({ ...choice, ...part })}
          />
        </Column>
      </div>
    </Dialog>
  )
}

function missingIn(choice: BallotChoice, band: readonly { id: string }[]): string | null {
  const { accountId, verdict, sanctionId, moralSanctionId, opinion } = choice
  if (!accountId) return words.chooseMember
  if (!verdict) return words.chooseVerdict
  if (verdict !== 'proven') return null
  if (!sanctionId) return band.length > 0 && !moralSanctionId ? words.chooseSanction : null
  const outside = !band.some(sanction => sanction.id === sanctionId)
  return outside && opinion.trim().length < SHORTEST_BALLOT_REASON
    ? words.reasonMissing(SHORTEST_BALLOT_REASON)
    : null
}
