import { IconCertificate } from '@tabler/icons-react'
import type { FileTicket } from '../../../shared/bridge.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { civilDateAt, formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'

const words = t.letters.sign
export type Certificate = Output<'letters.inspectCertificate'>

/** The chosen certificate file; letters and minutes are signed with the same. */
export function FileLine({ file, onChoose }: { file: FileTicket | null; onChoose: () => void }) {
  return (
    <div>
      <Text as="p" size={12} weight="medium" tone="second">
        {words.file}
      </Text>
      <Row>
        <Button icon={IconCertificate} onClick={onChoose} autoFocus={!file}>
          {file ? words.chooseOther : words.choose}
        </Button>
        <Text lines="cut" tone={file ? 'plain' : 'third'}>
          {file?.name ?? words.noFile}
        </Text>
      </Row>
    </div>
  )
}

/** Whose certificate it is, from whom and until when, before it is used. */
export function CertificateFacts({ certificate }: { certificate: Certificate }) {
  const { subject, serialNumber, issuer, validFrom, validUntil, nip } = certificate
  const day = (at: Certificate['validFrom']) => formatDate(civilDateAt(at, deviceZone))
  return (
    <section aria-label={words.certificate}>
      <KeyValueList
        termWidth={150}
        facts={[
          { term: words.subject, value: <Text weight="strong">{subject}</Text> },
          { term: words.serialNumber, value: serialNumber || words.noSerial },
          { term: words.issuer, value: issuer },
          { term: words.valid, value: words.validRange(day(validFrom), day(validUntil)) },
        ]}
      />
      {nip === 'absent' && <Banner tone="warn">{words.nipAbsent}</Banner>}
      {nip === 'other' && <Banner tone="bad">{words.nipOther}</Banner>}
    </section>
  )
}
