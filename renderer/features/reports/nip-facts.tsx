import { formatDate, formatMonth } from '../../../shared/dates.ts'
import { parseNip } from '../../../shared/nip.ts'
import { nipWarning } from '../../../shared/strings/id/nip.ts'
import { t } from '../../../shared/strings/index.ts'
import { Chip } from '../../ui/chip.tsx'
import { Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'

const words = t.reports.nip

/** What the digits of a NIP say, while it is typed: there is no check digit, so a person must look. */
export function NipFacts({ typed }: { typed: string }) {
  if (typed.replace(/\D/g, '').length < 9) return null
  const nip = parseNip(typed)
  if (nip.kind === 'invalid') return <Text tone="warn">{words.invalid}</Text>
  const facts = [
    nip.birthOn && words.born(formatDate(nip.birthOn)),
    nip.appointedMonth && words.appointed(formatMonth(nip.appointedMonth)),
    nip.contractYear && words.contract(String(nip.contractYear)),
    nip.sex && words[nip.sex],
  ].filter(fact => typeof fact === 'string')
  return (
    <Row gap={8} wrap>
      <Chip tone={nip.kind === 'pns' ? undefined : 'accent'}>{words[nip.kind]}</Chip>
      <Text tone="second">{facts.join(' · ')}</Text>
      {nip.warnings.map(code => (
        <Text key={code} tone="warn">
          {nipWarning(code)}
        </Text>
      ))}
    </Row>
  )
}
