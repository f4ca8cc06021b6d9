import { useState } from 'react'
import type { FileTicket } from '../../../shared/bridge.ts'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { Text } from '../../ui/text.tsx'
import { showToast } from '../../ui/toast.tsx'
import { type Certificate, CertificateFacts, FileLine } from '../letters/certificate-parts.tsx'

const words = t.minutes.sign
const certificateWords = t.letters.sign

/** One member signs the fixed minutes: choose the certificate file, open it, look at it, sign. */
export function MinutesSignDialog({ plenary, onClose }: { plenary: Plenary; onClose: () => void }) {
  const { bridge } = useEngine()
  const [file, setFile] = useState<FileTicket | null>(null)
  const [password, setPassword] = useState('')
  const [certificate, setCertificate] = useState<Certificate | null>(null)
  const inspect = useAction('letters.inspectCertificate', { onDone: setCertificate })
  const sign = useAction('plenaries.signMinutes', {
    onDone: () => {
      setPassword('')
      showToast(words.done)
      onClose()
    },
  })
  const forget = () => {
    setPassword('')
    setCertificate(null)
    inspect.clearError()
    sign.clearError()
  }
  const choose = async () => {
    const [chosen] = await bridge.shell('chooseFiles', { kind: 'pkcs12', many: false })
    if (!chosen) return
    forget()
    setFile(chosen)
  }
  const submit = () => {
    if (!file || !password) return
    if (certificate) void sign.run({ plenaryId: plenary.id, file: file.ticket, password })
    else void inspect.run({ file: file.ticket, password })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={words.title}
      width={520}
      closable={!sign.pending}
      disabledReason={file ? null : certificateWords.choose}
      back={certificate && { label: certificateWords.otherCertificate, onClick: forget }}
      submit={certificate ? words.submit : certificateWords.inspect}
      pending={inspect.pending || sign.pending}
      onSubmit={submit}
    >
      <Text as="p" tone="second">
        {words.intro(plenary.number)}
      </Text>
      <FileLine file={file} onChoose={() => void choose()} />
      {file && !certificate && (
        <PassphraseField
          kind="current"
          label={certificateWords.password}
          required
          value={password}
          onChange={setPassword}
          autoFocus
        />
      )}
      {certificate && <CertificateFacts certificate={certificate} />}
      {certificate && <Banner tone="warn">{words.final}</Banner>}
      <ActionError error={sign.error ?? inspect.error} />
    </FormDialog>
  )
}
