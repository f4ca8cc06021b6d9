import { useState } from 'react'
import type { Exhibit } from '../../../shared/contract/evidence.ts'
import { fieldSentence, t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { ProgressPanel } from '../../ui/progress-panel.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'

const words = t.evidence.exporting

/** A copy outside the encrypted store: person, time and purpose are kept in the chain of custody. */
export function ExportDialog({ exhibit, onClose }: { exhibit: Exhibit; onClose: () => void }) {
  const { bridge } = useEngine()
  const [purpose, setPurpose] = useState('')
  const [asked, setAsked] = useState(false)
  const copy = useAction('evidence.export', {
    onDone: ({ fileName }) => {
      showToast(words.done(fileName))
      onClose()
    },
  })
  const submit = async () => {
    setAsked(true)
    if (!purpose.trim()) return
    const suggestedName = `${exhibit.number} ${exhibit.fileName}`
    const target = await bridge.shell('chooseSaveTarget', { suggestedName, kind: 'any' })
    if (target) await copy.run({ exhibitId: exhibit.id, target: target.ticket, purpose })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      closable={!copy.pending}
      title={words.title(exhibit.number)}
      foot={
        <Button variant="primary" pending={copy.pending} onClick={() => void submit()}>
          {words.submit}
        </Button>
      }
    >
      <Column gap={12}>
        <Text as="p" tone="second">
          {words.why}
        </Text>
        <TextArea
          label={words.purpose}
          required
          autoFocus
          value={purpose}
          onChange={setPurpose}
          rows={2}
          error={asked && !purpose.trim() ? fieldSentence('text.required') : undefined}
        />
        {copy.pending && (
          <ProgressPanel
            label={copy.progress?.label ?? words.working}
            done={copy.progress?.done ?? 0}
            total={copy.progress?.total ?? null}
            onStop={copy.cancel}
          />
        )}
        <ActionError error={copy.error} />
      </Column>
    </Dialog>
  )
}
