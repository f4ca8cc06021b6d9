import { useState } from 'react'
import type { AccountId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { Button } from '../../ui/button.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { Select } from '../../ui/select.tsx'
import type { Holder, Opener } from './opening-scope.ts'
import styles from './vote.module.css'

const words = t.plenaries.opening

type OpenerFormProps = { holders: readonly Holder[]; onAdd: (opener: Opener) => void }

/** The next member comes forward: name, passphrase, Enter. */
export function OpenerForm({ holders, onAdd }: OpenerFormProps) {
  const [accountId, setAccountId] = useState<AccountId | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const holder = holders.find(entry => entry.accountId === accountId)
  const add = () => {
    if (holder && passphrase) {
      onAdd({ accountId: holder.accountId, displayName: holder.displayName, passphrase })
    }
  }
  return (
    <form
      className={styles.opener}
      onSubmit={event => {
        event.preventDefault()
        add()
      }}
    >
      <Select
        label={words.member}
        large
        required
        autoFocus
        value={accountId}
        onChange={setAccountId}
        choices={holders.map(entry => ({ value: entry.accountId, label: entry.displayName }))}
      />
      <PassphraseField
        kind="current"
        concealed
        large
        required
        disabled={!holder}
        label={holder ? words.passphrase(holder.displayName) : words.chooseFirst}
        value={passphrase}
        onChange={setPassphrase}
      />
      <Button size="plenary" type="submit">
        {words.add}
      </Button>
    </form>
  )
}
