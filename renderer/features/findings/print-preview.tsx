import { IconDownload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { CaseId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Spacer } from '../../ui/layout.tsx'
import { PdfPages } from '../../ui/pdf-pages.tsx'
import { Text } from '../../ui/text.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './findings.module.css'

const words = t.findings.print

type Props = { caseId: CaseId; registerNumber: string; onClose: () => void }

/** The matrix as it comes out of the printer, and its PDF to take there. */
export function PrintPreview({ caseId, registerNumber, onClose }: Props) {
  const { bridge } = useEngine()
  const [pdf, setPdf] = useState<Uint8Array | null>(null)
  const [failed, setFailed] = useState(false)
  const { run, error } = useAction('findings.printMatrix', { onDone: made => setPdf(made.pdf) })
  const save = useAction('findings.exportMatrix', {
    onDone: ({ fileName }) => showToast(words.saved(fileName)),
  })
  useEffect(() => void run({ caseId }), [run, caseId])
  const saveAs = async () => {
    const suggestedName = words.fileName(registerNumber)
    const target = await bridge.shell('chooseSaveTarget', { suggestedName, kind: 'pdf' })
    if (target) await save.run({ caseId, target: target.ticket })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title}
      width={1080}
      foot={
        <>
          <Text tone="second">{words.saveHint}</Text>
          <Spacer />
          <Button
            variant="primary"
            icon={IconDownload}
            pending={save.pending}
            disabledReason={pdf ? null : words.drawing}
            onClick={() => void saveAs()}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <ActionError error={error ?? save.error} />
      {failed && <Banner tone="bad">{words.failed}</Banner>}
      <div className={styles.pages}>
        <PdfPages pdf={pdf} label={words.title} pageLabel={words.page} onFailed={() => setFailed(true)} />
      </div>
    </Dialog>
  )
}
