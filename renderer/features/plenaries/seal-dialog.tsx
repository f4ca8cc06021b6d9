import { useState } from 'react'
import type { Member, PersonVote } from '../../../shared/contract/plenaries.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { Text } from '../../ui/text.tsx'
import type { BallotChoice } from './ballot-fields.tsx'
import styles from './vote.module.css'

const words = t.plenaries.vote.dialog

type SealDialogProps = {
  vote: PersonVote
  voter: Member
  choice: BallotChoice
  replace: boolean
  onBack: () => void
  onSealed: (accountId: AccountId) => void
  onClose: () => void
}

/** The second step of a ballot: the voter's own passphrase seals what was chosen. */
export function SealDialog(props: SealDialogProps) {
  const { vote, voter, choice, replace, onBack, onSealed, onClose } = props
  const { accountId, displayName } = voter
  const [passphrase, setPassphrase] = useState('')
  const cast = useAction('plenaries.castVote', {
    onDone: () => {
      onSealed(accountId)
      onClose()
    },
    onRefused: () => setPassphrase(''),
  })
  const { verdict, sanctionId, moralSanctionId, opinion } = choice
  const proven = verdict === 'proven'
  const seal = () => {
    if (!verdict || !passphrase) return
    void cast.run({
      voteId: vote.voteId,
      accountId,
      passphrase,
      verdict,
      sanctionId: proven ? sanctionId : null,
      moralSanctionId: proven ? moralSanctionId : null,
      opinion,
      replace,
    })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.sealTitle(displayName)}
      width={560}
      closable={!cast.pending}
      foot={
        <>
          <Button size="plenary" pending={cast.pending} onClick={onBack}>
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
            label={words.passphrase(displayName)}
            value={passphrase}
            onChange={setPassphrase}
          />
          <ActionError error={cast.error} />
        </Column>
      </form>
    </Dialog>
  )
}
