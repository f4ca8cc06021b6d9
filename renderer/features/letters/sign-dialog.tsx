import type { Letter } from '../../../shared/contract/letters.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { showToast } from '../../ui/toast.tsx'
import { CertificateDialog } from './certificate-dialog.tsx'

const words = t.letters.sign

/** The presider signs a numbered letter. */
export function SignDialog({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const sign = useAction('letters.sign', {
    onDone: signed => {
      showToast(t.letters.issued.sentence(signed.number ?? ''))
      onClose()
    },
  })
  return (
    <CertificateDialog
      title={words.title}
      intro={words.intro(letter.number ?? '')}
      final={words.final}
      submit={words.submit}
      sign={sign}
      onSign={(file, password) => void sign.run({ letterId: letter.id, file, password })}
      onClose={onClose}
    />
  )
}
