import { useState } from 'react'
import type { FileTicket } from '../../../shared/bridge.ts'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import type { EngineError } from '../../api/engine-error.ts'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { Text } from '../../ui/text.tsx'
import { type Certificate, CertificateFacts, FileLine } from './certificate-parts.tsx'

const words = t.letters.sign

type CertificateDialogProps = {
  title: string
  intro: string
  /** What the signature makes final, said before it is made. */
  final: string
  submit: string
  /** The call that signs: whether it runs, why it was refused. */
  sign: { pending: boolean; error: EngineError | null; clearError: () => void }
  onSign: (file: FileTicket['ticket'], password: string) => void
  onClose: () => void
}

/**
 * Signs with a person's own certificate: choose the file, open it, look at it, sign. File and password live as
 * long as the dialog is mounted: mount it to show it.
 */
export function CertificateDialog(props: CertificateDialogProps) {
  const { title, intro, final, submit, sign, onSign, onClose } = props
  const { bridge } = useEngine()
  const [file, setFile] = useState<FileTicket | null>(null)
  const [password, setPassword] = useState('')
  const [certificate, setCertificate] = useState<Certificate | null>(null)
  const inspect = useAction('letters.inspectCertificate', { onDone: setCertificate })
  const isOthers = certificate?.nip === 'other'
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
  const next = () => {
    if (!file || !password) return
    if (certificate) onSign(file.ticket, password)
    else void inspect.run({ file: file.ticket, password })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={title}
      width={520}
      closable={!sign.pending}
      disabledReason={file && !isOthers ? null : words.choose}
      back={certificate && { label: words.otherCertificate, onClick: forget }}
      submit={certificate ? submit : words.inspect}
      pending={inspect.pending || sign.pending}
      onSubmit={next}
    >
      <Text as="p" tone="second">
        {intro}
      </Text>
      <FileLine file={file} onChoose={() => void choose()} />
      {file && !certificate && (
        <PassphraseField
          kind="current"
          label={words.password}
          required
          value={password}
          onChange={setPassword}
          autoFocus
        />
      )}
      {certificate && <CertificateFacts certificate={certificate} />}
      {certificate && !isOthers && <Banner tone="warn">{final}</Banner>}
      <ActionError error={sign.error ?? inspect.error} />
    </FormDialog>
  )
}
