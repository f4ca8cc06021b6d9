import { useEffect, useState } from 'react'
import type { ReportReturn } from '../../../shared/contract/intake-shapes.ts'
import { formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PdfPages } from '../../ui/pdf-pages.tsx'
import { Text } from '../../ui/text.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './reports.module.css'

const words = t.intake.giveBack

type Props = {
  letter: ReportReturn
  /** The pages, when they were just made; else they are asked for, and who looked is kept. */
  made?: Uint8Array
  onClose: () => void
}

/** The letter to the sender, with a copy to take along. */
export function ReturnLetter({ letter, made, onClose }: Props) {
  const { id: returnId, number, signature } = letter
  const { bridge } = useEngine()
  const [pdf, setPdf] = useState<Uint8Array | null>(made ?? null)
  const { run: open, error } = useAction('reports.openReturn', { onDone: shown => setPdf(shown.pdf) })
  const copy = useAction('reports.exportReturn', {
    onDone: ({ fileName }) => showToast(words.saved(fileName)),
  })
  useEffect(() => {
    if (!made) void open({ returnId })
  }, [made, open, returnId])
  const save = async () => {
    const target = await bridge.shell('chooseSaveTarget', {
      suggestedName: words.suggested(number),
      kind: 'pdf',
    })
    if (target) await copy.run({ returnId, target: target.ticket })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.done(number)}
      width={960}
      foot={
        <>
          <Button onClick={onClose}>{t.common.close}</Button>
          <Button variant="primary" pending={copy.pending} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <Text as="p" tone="second">
        {signature ? words.signedHint(signature.by, formatInstant(signature.at, deviceZone)) : words.doneHint}
      </Text>
      <ActionError error={error ?? copy.error} />
      <div className={styles.returnPages}>
        <PdfPages pdf={pdf} label={words.document} pageLabel={words.page} />
      </div>
    </Dialog>
  )
}
