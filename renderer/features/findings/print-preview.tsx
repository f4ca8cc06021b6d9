import { useEffect, useState } from 'react'
import type { CaseId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PdfPages } from '../../ui/pdf-pages.tsx'
import styles from './findings.module.css'

const words = t.findings.print

/** The matrix as it comes out of the printer. */
export function PrintPreview({ caseId, onClose }: { caseId: CaseId; onClose: () => void }) {
  const [pdf, setPdf] = useState<Uint8Array | null>(null)
  const [failed, setFailed] = useState(false)
  const { run, error } = useAction('findings.printMatrix', { onDone: made => setPdf(made.pdf) })
  useEffect(() => void run({ caseId }), [run, caseId])
  return (
    <Dialog opened onClose={onClose} title={words.title} width={1080}>
      <ActionError error={error} />
      {failed && <Banner tone="bad">{words.failed}</Banner>}
      <div className={styles.pages}>
        <PdfPages pdf={pdf} label={words.title} pageLabel={words.page} onFailed={() => setFailed(true)} />
      </div>
    </Dialog>
  )
}
