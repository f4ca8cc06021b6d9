import { useState } from 'react'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { NewPassphraseFields, passphraseProblem } from './new-passphrase-fields.tsx'

const FORM = 'change-passphrase'

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
    <Dialog
      opened={opened}
      onClose={close}
      title={t.session.changePassphrase.title}
      width={420}
      foot={
        <>
          <Button onClick={close}>{t.common.cancel}</Button>
          <Button type="submit" form={FORM} variant="primary" pending={change.pending}>
            {t.session.changePassphrase.action}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <Column gap={12}>
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
          {change.error && (
            <Banner tone="bad" announce>
              {errorSentence(change.error.code, change.error.facts)}
            </Banner>
          )}
        </Column>
      </form>
    </Dialog>
  )
}
