import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { showToast } from '../../ui/toast.tsx'
import { CertificateDialog } from '../letters/certificate-dialog.tsx'

const words = t.minutes.sign

/** One member signs the fixed minutes. */
export function MinutesSignDialog({ plenary, onClose }: { plenary: Plenary; onClose: () => void }) {
  const sign = useAction('plenaries.signMinutes', {
    onDone: () => {
      showToast(words.done)
      onClose()
    },
  })
  return (
    <CertificateDialog
      title={words.title}
      intro={words.intro(plenary.number)}
      final={words.final}
      submit={words.submit}
      sign={sign}
      onSign={(file, password) => void sign.run({ plenaryId: plenary.id, file, password })}
      onClose={onClose}
    />
  )
}
