import { useState } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { NewPassphraseFields, passphraseProblem } from './new-passphrase-fields.tsx'

/** Changes the passphrase of the person who is signed in; the old one must be known. */
export function ChangePassphraseDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState({ first: '', repeat: '' })
  const [tried, setTried] = useState(false)
  const change = useAction('session.changePassphrase', {
    onDone: () => {
      showToast(t.session.changePassphrase.done)
      close()
    },
  })
  const close = () => {
    setCurrent('')
    setNext({ first: '', repeat: '' })
    setTried(false)
    change.clearError()
    onClose()
  }
  const submit = () => {
    setTried(true)
    if (current && !passphraseProblem(next)) void change.run({ current, next: next.first })
  }
  return (
    <FormDialog
      opened={opened}
      onClose={close}
      title={t.session.changePassphrase.title}
      width={420}
      submit={t.session.changePassphrase.action}
      pending={change.pending}
      onSubmit={submit}
    >
      <PassphraseField
        kind="current"
        label={t.session.changePassphrase.current}
        required
        value={current}
        onChange={setCurrent}
        error={tried && !current ? t.ui.fieldEmpty : null}
        autoFocus
      />
      <NewPassphraseFields
        value={next}
        onChange={setNext}
        tried={tried}
        labels={{ first: t.session.changePassphrase.next, repeat: t.session.changePassphrase.repeat }}
      />
      <ActionError error={change.error} />
    </FormDialog>
  )
}
