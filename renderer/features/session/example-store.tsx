import { useState } from 'react'
import type { FileTicket } from '../../../shared/bridge.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useSession } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { ProgressPanel } from '../../ui/progress-panel.tsx'
import { Text } from '../../ui/text.tsx'
import { PlaceField } from './place-field.tsx'
import { RecoverySheet } from './recovery-sheet.tsx'
import styles from './session.module.css'
import { Wizard } from './wizard.tsx'

/** The invented docket: choose an empty folder, see the accounts and their one passphrase, begin. */
export function ExampleStore({ onBack }: { onBack: () => void }) {
  const { show, hold } = useSession()
  const [folder, setFolder] = useState<FileTicket | null>(null)
  const [made, setMade] = useState<Output<'session.openExample'> | null>(null)
  const [seen, setSeen] = useState(false)
  const open = useAction('session.openExample', { onDone: setMade, onRefused: () => hold(false) })
  const s = t.session.example
  const begin = () => {
    if (!folder) return
    hold(true)
    void open.run({ folder: folder.ticket })
  }

  if (made && seen)
    return (
      <RecoverySheet
        recoveryKey={made.recoveryKey}
        onDone={() => {
          show(made.status)
          hold(false)
        }}
      />
    )
  if (made) {
    return (
      <Wizard title={s.ready} why={s.onePassphrase} next={{ label: t.common.next, run: () => setSeen(true) }}>
        <output className={styles.code}>{made.passphrase}</output>
        <div className={styles.accountList}>
          {made.accounts.map(account => (
            <div key={account.id} style={{ display: 'contents' }}>
              <Text weight="medium">{account.signInName}</Text>
              <Text>{account.displayName}</Text>
              <Text tone="second">{t.session.role(account.role)}</Text>
            </div>
          ))}
        </div>
      </Wizard>
    )
  }
  return (
    <Wizard
      title={s.title}
      why={s.why}
      onBack={open.pending ? undefined : onBack}
      next={{
        label: open.pending ? s.making : t.session.start.example,
        run: begin,
        pending: open.pending,
        disabledReason: folder ? null : t.session.place.missing,
      }}
    >
      <PlaceField value={folder} onChange={setFolder} />
      {open.pending && (
        <ProgressPanel
          label={s.loading(open.progress?.label)}
          done={open.progress?.done ?? 0}
          total={open.progress?.total ?? null}
          onStop={open.cancel}
        />
      )}
      <ActionError error={open.error} />
    </Wizard>
  )
}
