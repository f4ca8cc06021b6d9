import { IconPlus, IconTrash } from '@tabler/icons-react'
import { ROLES, type Role } from '../../../shared/contract/define.ts'
import { t } from '../../../shared/strings/index.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FieldGrid } from '../../ui/form-section.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Text } from '../../ui/text.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type AccountDraft, type AccountProblems, blankAccount, offeredSignInName } from './account-draft.ts'
import styles from './session.module.css'

type Props = {
  accounts: readonly AccountDraft[]
  onChange: (accounts: readonly AccountDraft[]) => void
  problems: AccountProblems | null
}
const roleChoices = ROLES.map(role => ({ value: role, label: t.session.role(role) }))

/** The people of the commission, each with an own sign-in name and passphrase. */
export function AccountsStep({ accounts, onChange, problems }: Props) {
  return (
    <>
      <Banner>{t.session.accounts.minimumNote}</Banner>
      {accounts.map((account, index) => (
        <AccountFields
          key={account.key}
          account={account}
          number={index + 1}
          problems={problems?.fields[account.key] ?? {}}
          onChange={changed => onChange(accounts.map(other => (other.key === changed.key ? changed : other)))}
          onRemove={
            accounts.length > 1
              ? () => onChange(accounts.filter(other => other.key !== account.key))
              : undefined
          }
        />
      ))}
      <div>
        <Button icon={IconPlus} onClick={() => onChange([...accounts, blankAccount('assistant')])}>
          {t.session.accounts.add}
        </Button>
      </div>
      {problems?.general && (
        <Banner tone="bad" announce>
          {problems.general}
        </Banner>
      )}
    </>
  )
}

type AccountFieldsProps = {
  account: AccountDraft
  number: number
  problems: AccountProblems['fields'][number]
  onChange: (account: AccountDraft) => void
  onRemove: (() => void) | undefined
}

function AccountFields({ account, number, problems, onChange, onRemove }: AccountFieldsProps) {
  const s = t.session.accounts
  const rename = (displayName: string) => {
    const followed =
      account.signInName === '' || account.signInName === offeredSignInName(account.displayName)
    onChange({
      ...account,
      displayName,
      signInName: followed ? offeredSignInName(displayName) : account.signInName,
    })
  }
  const changeRole = (role: Role) => {
    const followed = account.position === t.session.role(account.role)
    onChange({ ...account, role, position: followed ? t.session.role(role) : account.position })
  }
  return (
    <section className={styles.accountCard} aria-label={s.number(number)}>
      <div className={styles.accountHead}>
        <Text as="h2" size={12} weight="strong" tone="second">
          {s.number(number)}
        </Text>
        {onRemove && (
          <IconButton
            icon={IconTrash}
            label={s.remove(account.displayName || s.number(number))}
            onClick={onRemove}
          />
        )}
      </div>
      <FieldGrid columns="1.4fr 1fr 1fr">
        <TextField
          label={s.displayName}
          required
          value={account.displayName}
          onChange={rename}
          error={problems.displayName}
          maxLength={120}
        />
        <Select
          label={s.role}
          required
          value={account.role}
          choices={roleChoices}
          onChange={role => role && changeRole(role)}
        />
        <TextField
          label={s.position}
          required
          value={account.position}
          onChange={position => onChange({ ...account, position })}
          error={problems.position}
          maxLength={120}
        />
        <TextField
          label={s.signInName}
          required
          value={account.signInName}
          onChange={signInName => onChange({ ...account, signInName: signInName.toLowerCase() })}
          error={problems.signInName}
          maxLength={32}
        />
        <TextField
          label={s.region}
          value={account.region}
          onChange={region => onChange({ ...account, region })}
          maxLength={80}
        />
        <PassphraseField
          kind="new"
          label={s.passphrase}
          required
          value={account.passphrase}
          onChange={passphrase => onChange({ ...account, passphrase })}
          error={problems.passphrase}
        />
      </FieldGrid>
    </section>
  )
}
