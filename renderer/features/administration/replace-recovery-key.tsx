import { useState } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { Text } from '../../ui/text.tsx'

const words = t.administration.safety

/** Asks for the own passphrase, shows the new key once, and writes the sheet. */
export function ReplaceRecoveryKey({ onClose }: { onClose: () => void }) {
  const { bridge } = useEngine()
  const [passphrase, setPassphrase] = useState('')
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const replace = useAction('session.replaceRecoveryKey', {
    onDone: made => {
      setPassphrase('')
      setRecoveryKey(made.recoveryKey)
    },
  })
  const save = useAction('session.saveRecoverySheet', { onDone: ({ fileName }) => setSaved(fileName) })
  const error = replace.error ?? save.error
  const saveSheet = async () => {
    if (!recoveryKey) return
    const suggestedName = t.session.sheet.suggestedName
    const target = await bridge.shell('chooseSaveTarget', { suggestedName, kind: 'pdf' })
    if (target) await save.run({ target: target.ticket, recoveryKey })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.replace}
      closable={recoveryKey === null}
      foot={
        recoveryKey ? (
          <>
            <Button onClick={onClose}>{words.done}</Button>
            <Button variant="primary" pending={save.pending} onClick={() => void saveSheet()}>
              {words.saveSheet}
            </Button>
          </>
        ) : (
          <Button
            variant="primary"
            pending={replace.pending}
            onClick={() => void replace.run({ passphrase })}
          >
            {words.confirm}
          </Button>
        )
      }
    >
      <Column gap={12}>
        {recoveryKey ? (
          <>
            <Text as="p">{words.newKey}</Text>
            <Text as="p" size={16} weight="strong">
              <output>{recoveryKey}</output>
            </Text>
            {saved && <Banner tone="ok">{words.sheetSaved(saved)}</Banner>}
          </>
        ) : (
          <>
            <Text as="p">{words.recoveryWhy}</Text>
            <PassphraseField
              kind="current"
              label={words.passphrase}
              value={passphrase}
              onChange={setPassphrase}
              autoFocus
            />
          </>
        )}
        <ActionError error={error} />
      </Column>
    </Dialog>
  )
}
