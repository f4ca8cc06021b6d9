import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { GateItem } from '../../../shared/contract/intake-shapes.ts'
import type { Report } from '../../../shared/contract/reports.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './reports.module.css'
import { ReturnLetter } from './return-letter.tsx'

const words = t.intake.giveBack

/** Alt+K, Enter: the report goes back with a numbered letter, which is shown at once. */
export function ReturnDialog({
  report,
  gates,
  onClose,
}: {
  report: Report
  gates: readonly GateItem[]
  onClose: () => void
}) {
  const [made, setMade] = useState<Output<'reports.returnToSender'> | null>(null)
  const giveBack = useAction('reports.returnToSender', { onDone: setMade })
  if (made) {
    return <ReturnLetter letter={made.returned} made={made.pdf} onClose={onClose} />
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title}
      foot={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button
            variant="primary"
            type="submit"
            form="return-report"
            keys="Enter"
            pending={giveBack.pending}
          >
            {words.submit}
          </Button>
        </>
      }
    >
      <form
        id="return-report"
        // The list holds the focus, so that Enter sends.
        onKeyDown={event => {
          if (event.key !== 'Enter' || giveBack.pending) return
          event.preventDefault()
          void giveBack.run({ reportId: report.id })
        }}
        onSubmit={event => {
          event.preventDefault()
          void giveBack.run({ reportId: report.id })
        }}
      >
        <Column gap={12}>
          <Text as="p" tone="second">
            {words.why}
          </Text>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: holds the focus, so that Enter confirms */}
          <ul className={styles.gates} tabIndex={0} data-autofocus="">
            {gates
              .filter(gate => gate.missing)
              .map(gate => (
                <li key={gate.id}>
                  <Text weight="medium">{gate.label}</Text>
                  <Text tone="second">{gate.sentence}</Text>
                </li>
              ))}
          </ul>
          <ActionError error={giveBack.error} />
        </Column>
      </form>
    </Dialog>
  )
}
