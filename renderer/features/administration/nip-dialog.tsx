import { useState } from 'react'
import type { Account } from '../../../shared/contract/session.ts'
import { fieldSentence, t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { NipFacts } from '../reports/nip-facts.tsx'

const words = t.administration.accounts

/** Enters, corrects or clears the NIP of an account; what its digits say is shown while they are typed. */
export function NipDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const [nip, setNip] = useState(account.nip ?? '')
  const change = useAction('accounts.changeNip', {
    onDone: () => {
      showToast(words.nipSaved(account.displayName))
      onClose()
    },
  })
  const issue = change.error?.issues[0]
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={words.nipTitle(account.displayName)}
      width={480}
      submit={words.saveNip}
      pending={change.pending}
      onSubmit={() => void change.run({ accountId: account.id, nip })}
    >
      <TextField
        label={words.facts.nip}
        hint={words.nipHint}
        value={nip}
        onChange={setNip}
        error={issue ? fieldSentence(issue.message) : null}
        inputMode="numeric"
        autoFocus
      />
      <NipFacts typed={nip} />
      {!issue && <ActionError error={change.error} />}
    </FormDialog>
  )
}
