import { useState } from 'react'
import { formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { useSession } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { Column, Row } from '../../ui/layout.tsx'
import { Pane } from '../../ui/pane.tsx'
import { Text } from '../../ui/text.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ReplaceRecoveryKey } from './replace-recovery-key.tsx'

const words = t.administration.safety

/** Backups of the store, and a new recovery key when the sheet is no longer safe. */
export function SafetySection({ mayChange }: { mayChange: boolean }) {
  const { status } = useSession()
  const [replacing, setReplacing] = useState(false)
  const backUp = useAction('session.backUp', { onDone: made => showToast(words.backedUp(made.fileName)) })
  const last = status?.lastBackupAt
  return (
    <Pane label={t.administration.tabs.safety} padded>
      <Column gap={12} style={{ maxWidth: 760 }}>
        <FormSection title={words.backup} hint={words.backupWhy}>
          <Text as="p">{last ? words.lastBackup(formatInstant(last, deviceZone)) : words.noBackup}</Text>
          <Row>
            <Button variant="primary" pending={backUp.pending} onClick={() => void backUp.run({})}>
              {words.backupNow}
            </Button>
          </Row>
          <ActionError error={backUp.error} />
        </FormSection>
        {mayChange && (
          <FormSection title={words.recovery} hint={words.recoveryWhy}>
            <Row>
              <Button onClick={() => setReplacing(true)}>{words.replace}</Button>
            </Row>
          </FormSection>
        )}
      </Column>
      {replacing && <ReplaceRecoveryKey onClose={() => setReplacing(false)} />}
    </Pane>
  )
}
