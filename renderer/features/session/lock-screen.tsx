import { useEffect, useState } from 'react'
import type { SessionStatus } from '../../../shared/contract/session.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { useDevice } from '../../api/device-settings.tsx'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { initials } from '../../app/initials.ts'
import { hasPage, VERIFICATION_PATH } from '../../app/routes.tsx'
import { presentStatus, useSession } from '../../app/session.tsx'
import { Banner } from '../../ui/banner.tsx'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { LockedView } from './locked-app.tsx'
import styles from './session.module.css'

const ROLE_LABEL = t.session.role

/** One field when this device knows who last worked here; never a counter of wrong attempts. */
export function LockScreen({ status, go }: { status: SessionStatus; go: (view: LockedView) => void }) {
  const { show, engineWasGone, whenLocked } = useSession()
  const { settings } = useDevice()
  const { client, bridge } = useEngine()
  const known = settings.recentAccounts.find(recent => recent.store === status.storeId)
  const [other, setOther] = useState(false)
  const [typedName, setTypedName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [tried, setTried] = useState(false)
  const [presenting, setPresenting] = useState(false)
  const { seconds: left, wait } = useCountdown()
  const [delayed, setDelayed] = useState('')
  const person = other ? undefined : known
  const signInName = person?.signInName ?? typedName.trim().toLowerCase()
  // Only the account that failed too often waits; a colleague may go on at this laptop.
  const seconds = delayed === signInName ? left : 0

  const unlock = useAction('session.unlock', {
    onDone: next => {
      setPassphrase('')
      show(next)
    },
    onRefused: ({ code, facts }) => {
      setPassphrase('')
      setTried(false)
      if (code === 'keys.waitBeforeTrying' && typeof facts.seconds === 'number') {
        setDelayed(signInName)
        wait(facts.seconds)
      }
      document.getElementById('passphrase')?.focus()
    },
  })
  // A fresh engine that has not been shown the store yet would refuse even the right passphrase.
  const present = async () => {
    setPresenting(true)
    await whenLocked()
    await presentStatus(client, bridge).catch(() => undefined)
    setPresenting(false)
  }
  const choose = useAction('session.chooseStore', { onDone: show })
  const openOther = async () => {
    const folder = await bridge.shell('chooseFolder', { purpose: 'openStore' })
    if (folder) await choose.run({ folder: folder.ticket })
  }
  const problem = unlock.error?.code === 'keys.waitBeforeTrying' ? null : (unlock.error ?? choose.error)

  return (
    <div className={styles.column}>
      <div className={styles.head}>
        <BrandMark size={40} stroke={1.1} />
        <h1>{t.app.name}</h1>
        <p>{status.institutionName ?? status.storeName}</p>
      </div>
      {engineWasGone && (
        <div className={styles.gap}>
          <Banner tone="warn" title={t.app.engineGone.title} announce>
            {t.app.engineGone.safe}
          </Banner>
        </div>
      )}
      <form
        className={`${styles.card} ${styles.form}`}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          setTried(true)
          if (seconds > 0 || presenting || !signInName || !passphrase) return
          void present().then(() => unlock.run({ signInName, passphrase }))
        }}
      >
        {person ? (
          <div className={styles.person} style={{ marginBottom: 0 }}>
            <span className={styles.avatar} aria-hidden="true">
              {initials(person.displayName)}
            </span>
            <div>
              <strong style={{ fontWeight: 500, fontSize: 14 }}>{person.displayName}</strong>
              <div className={styles.note} style={{ textAlign: 'left' }}>
                {roleLabel(person.role)}
              </div>
            </div>
            <Button variant="quiet" onClick={() => setOther(true)}>
              {t.session.lock.change}
            </Button>
          </div>
        ) : (
          <TextField
            label={t.session.lock.signInName}
            value={typedName}
            onChange={setTypedName}
            autoComplete="username"
            error={tried && !signInName ? t.ui.fieldEmpty : null}
            large
            autoFocus
          />
        )}
        <PassphraseField
          id="passphrase"
          kind="current"
          label={t.session.lock.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          large
          autoFocus={Boolean(person)}
          error={
            problem
              ? errorSentence(problem.code, problem.facts)
              : tried && !passphrase
                ? t.ui.fieldEmpty
                : null
          }
        />
        {seconds > 0 && (
          <Banner tone="warn" announce>
            {t.session.lock.wait(seconds)}
          </Banner>
        )}
        <Button
          type="submit"
          variant="primary"
          size="huge"
          keys="Enter"
          pending={presenting || unlock.pending || seconds > 0}
          fill
        >
          {unlock.pending ? t.session.lock.unlocking : t.session.lock.unlock}
        </Button>
        <p className={styles.note}>{t.session.lock.nothingLost}</p>
      </form>
      <div className={styles.below}>
        <div>
          {t.session.lock.forgotten}
          <Button variant="link" onClick={() => go('recover')}>
            {t.session.lock.recover}
          </Button>
        </div>
        {hasPage(VERIFICATION_PATH) && (
          <Button variant="link" onClick={() => go('verify')}>
            {t.session.lock.verify}
          </Button>
        )}
        <div style={{ gap: 16 }}>
          <Button variant="link" onClick={openOther}>
            {t.session.lock.otherPlace}
          </Button>
          <Button variant="link" onClick={() => go('start')}>
            {t.session.lock.newPlace}
          </Button>
        </div>
      </div>
    </div>
  )
}

function roleLabel(role: string): string {
  return role in { assistant: 1, commissioner: 1, chair: 1, deputyChair: 1, secretariat: 1 }
    ? ROLE_LABEL(role as Parameters<typeof ROLE_LABEL>[0])
    : role
}

/** Seconds that are left of a delay, counted down once a second. */
function useCountdown(): { seconds: number; wait(seconds: number): void } {
  const [seconds, wait] = useState(0)
  useEffect(() => {
    if (seconds <= 0) return
    const timer = setTimeout(() => wait(Math.max(0, Math.ceil(seconds) - 1)), 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  return { seconds: Math.ceil(seconds), wait }
}
