import type { GateItem } from '../../../shared/contract/intake-shapes.ts'
import { t } from '../../../shared/strings/index.ts'
import { Banner } from '../../ui/banner.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'

const words = t.intake.open

/** What is missing when a case file is opened: a formal item asks for a reason, a material one is named. */
export function IncompleteReason({
  gates,
  value,
  onChange,
}: {
  gates: readonly GateItem[]
  value: string
  onChange: (reason: string) => void
}) {
  const missing = (kind: GateItem['kind']) =>
    gates
      .filter(gate => gate.missing && gate.kind === kind)
      .map(gate => gate.label)
      .join(', ')
  const formal = missing('formal')
  const material = missing('material')
  return (
    <>
      {formal && (
        <>
          <Banner tone="warn" title={words.title}>
            {words.missing(formal)}
          </Banner>
          <TextArea
            label={words.reason}
            hint={words.reasonHint}
            required
            rows={2}
            value={value}
            onChange={onChange}
          />
        </>
      )}
      {material && (
        <Text as="p" tone="second">
          {words.materialMissing(material)}
        </Text>
      )}
    </>
  )
}
