import { useState } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useSession } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NewPassphraseFields, passphraseProblem } from './new-passphrase-fields.tsx'
import styles from './session.module.css'

/** Opens the store with the printed recovery key and gives one account a new passphrase. */
export function RecoverForm({ onBack }: { onBack: () => void }) {
  const { show } = useSession()
  const [recoveryKey, setRecoveryKey] = useState('')
  const [signInName, setSignInName] = useState('')
  const [passphrase, setPassphrase] = useState({ first: '', repeat: '' })
  const [tried, setTried] = useState(false)
  const recover = useAction('session.recover', { onDone: show })
  const missing = (text: string) => (tried && !text.trim() ? errorOfEmpty : null)

  const submit = () => {
    setTried(true)
    if (!recoveryKey.trim() || !signInName.trim() || passphraseProblem(passphrase)) return
    void recover.run({
      recoveryKey: recoveryKey.trim(),
      signInName: signInName.trim(),
      passphrase: passphrase.first,
    })
  }
  return (
    <form
      className={`${styles.card} ${styles.wizard}`}
      style={{ width: 520 }}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <header className={styles.wizardHead}>
        <h1>{t.session.recover.title}</h1>
      </header>
      <div className={styles.wizardBody}>
        <p>{t.session.recover.why}</p>
        <TextField
          label={t.session.recover.code}
          hint={t.session.recover.codeHint}
          required
          value={recoveryKey}
          onChange={setRecoveryKey}
          error={missing(recoveryKey)}
          autoFocus
        />
        <TextField
          label={t.session.lock.signInName}
          required
          value={signInName}
          onChange={setSignInName}
          error={missing(signInName)}
        />
        <NewPassphraseFields
          value={passphrase}
          onChange={setPassphrase}
          tried={tried}
          labels={{ first: t.session.recover.newPassphrase, repeat: t.session.recover.repeat }}
        />
        <ActionError error={recover.error} />
      </div>
      <footer className={styles.wizardFoot}>
        <Button variant="quiet" onClick={onBack}>
          {t.common.back}
        </Button>
        <Button type="submit" variant="primary" size="large" pending={recover.pending}>
          {t.session.recover.action}
        </Button>
      </footer>
    </form>
  )
}

const errorOfEmpty = t.ui.fieldEmpty
