import type { ReportReturn } from '../../../shared/contract/intake-shapes.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { showToast } from '../../ui/toast.tsx'
import { CertificateDialog } from '../letters/certificate-dialog.tsx'

const words = t.intake.returned

/** The presider signs the letter with which a report went back. */
export function SignReturnDialog({ letter, onClose }: { letter: ReportReturn; onClose: () => void }) {
  const sign = useAction('reports.signReturn', {
    onDone: () => {
      showToast(words.signDone(letter.number))
      onClose()
    },
  })
  return (
    <CertificateDialog
      title={words.signTitle}
      intro={words.signIntro(letter.number)}
      final={words.signFinal}
      submit={words.signSubmit}
      sign={sign}
      onSign={(file, password) => void sign.run({ returnId: letter.id, file, password })}
      onClose={onClose}
    />
  )
}
