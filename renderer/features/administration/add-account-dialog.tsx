import { useForm } from 'react-hook-form'
import { ROLES } from '../../../shared/contract/define.ts'
import { type NewAccount, newAccount } from '../../../shared/contract/session.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { showIssues } from '../../api/form-issues.ts'
import { formResolver } from '../../api/form-resolver.ts'
import { useAction } from '../../api/use-action.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormPassphraseField, FormSelect, FormTextField } from '../../ui/form-fields.tsx'
import { FieldGrid } from '../../ui/form-section.tsx'
import { Column } from '../../ui/layout.tsx'
import { showToast } from '../../ui/toast.tsx'
import { NipFacts } from '../reports/nip-facts.tsx'

const words = t.administration.accounts
const labels = t.session.accounts
const roles = ROLES.map(role => ({ value: role, label: t.session.role(role) }))
const empty = {
  displayName: '',
  signInName: '',
  role: 'assistant',
  position: '',
  region: '',
  nip: '',
  passphrase: '',
} as const
type AccountForm = { [K in keyof NewAccount]: NewAccount[K] }

/** A new account with its first passphrase, which the person changes after signing in. */
export function AddAccountDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const form = useForm<AccountForm, unknown, NewAccount>({
    resolver: formResolver<AccountForm, NewAccount>(newAccount as never),
    defaultValues: empty,
  })
  const add = useAction('accounts.add', {
    onDone: account => {
      showToast(words.added(account.displayName))
      form.reset(empty)
      onClose()
    },
    onRefused: error => void showIssues(form, error),
  })
  const { control } = form
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={words.addTitle}
      width={560}
      foot={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button variant="primary" type="submit" form="add-account" pending={add.pending}>
            {words.add}
          </Button>
        </>
      }
    >
      <form id="add-account" noValidate onSubmit={form.handleSubmit(input => void add.run(input))}>
        <Column gap={12}>
          <FieldGrid columns="1.4fr 1fr">
            <FormTextField
              control={control}
              name="displayName"
              label={labels.displayName}
              required
              autoFocus
            />
            <FormTextField control={control} name="signInName" label={labels.signInName} required />
          </FieldGrid>
          <FieldGrid columns="1fr 1.2fr 1fr">
            <FormSelect control={control} name="role" label={labels.role} choices={roles} required />
            <FormTextField control={control} name="position" label={labels.position} required />
            <FormTextField control={control} name="region" label={words.region} />
          </FieldGrid>
          <FormTextField
            control={control}
            name="nip"
            label={words.nip}
            hint={words.nipHint}
            inputMode="numeric"
          />
          <NipFacts typed={form.watch('nip') ?? ''} />
          <FormPassphraseField
            control={control}
            name="passphrase"
            kind="new"
            label={t.session.lock.passphrase}
            required
          />
          {add.error && add.error.issues.length === 0 && (
            <Banner tone="bad" announce>
              {errorSentence(add.error.code, add.error.facts)}
            </Banner>
          )}
        </Column>
      </form>
    </Dialog>
  )
}
