import { useState } from 'react'
import type { FileTicket } from '../../../shared/bridge.ts'
import type { Letter } from '../../../shared/contract/letters.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { Banner } from '../../ui/banner.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PassphraseField } from '../../ui/passphrase-field.tsx'
import { Text } from '../../ui/text.tsx'
import { showToast } from '../../ui/toast.tsx'
import { type Certificate, CertificateFacts, FileLine } from './certificate-parts.tsx'

const words = t.letters.sign

/** Signs with the presider's own certificate: choose the file, open it, look at it, sign. */
export function SignDialog({
  letter,
  opened,
  onClose,
}: {
  letter: Letter
  opened: boolean
  onClose: () => void
}) {
  const { bridge } = useEngine()
  const [file, setFile] = useState<FileTicket | null>(null)
  const [password, setPassword] = useState('')
  const [certificate, setCertificate] = useState<Certificate | null>(null)
  const inspect = useAction('letters.inspectCertificate', { onDone: setCertificate })
  const forget = () => {
    setPassword('')
    setCertificate(null)
    inspect.clearError()
    sign.clearError()
  }
  const sign = useAction('letters.sign', {
    onDone: signed => {
      forget()
      setFile(null)
      onClose()
      showToast(t.letters.issued.sentence(signed.number ?? ''))
    },
  })
  const close = () => {
    forget()
    setFile(null)
    onClose()
  }
  const choose = async () => {
    const [chosen] = await bridge.shell('chooseFiles', { kind: 'pkcs12', many: false })
    if (!chosen) return
    forget()
    setFile(chosen)
  }
  const submit = () => {
    if (!file || !password) return
    if (certificate) void sign.run({ letterId: letter.id, file: file.ticket, password })
    else void inspect.run({ file: file.ticket, password })
  }
  const error = sign.error ?? inspect.error
  return (
    <FormDialog
      opened={opened}
      onClose={close}
      title={words.title}
      width={520}
      closable={!sign.pending}
      disabledReason={file ? null : words.choose}
      back={certificate && { label: words.otherCertificate, onClick: forget }}
      submit={certificate ? words.submit : words.inspect}
      pending={inspect.pending || sign.pending}
      onSubmit={submit}
    >
      <Text as="p" tone="second">
        {words.intro(letter.number ?? '')}
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
      {certificate && <Banner tone="warn">{words.final}</Banner>}
      {error && (
        <Banner tone="bad" announce>
          {errorSentence(error.code, error.facts)}
        </Banner>
      )}
    </FormDialog>
  )
}
