import { useState } from 'react'
import type { Finding, SanctionOption } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'

const words = t.findings.panel.level
type Level = SanctionOption['level']

/** Which tier of the provision applies, where it has several: a person says how its condition is met. */
export function LevelFields({ finding, readOnly }: { finding: Finding; readOnly: string | null }) {
  const { tiers, level, levelReason } = finding
  const [typed, setTyped] = useState<{ level: Level | null; reason: string } | null>(null)
  const choose = useAction('findings.chooseLevel', { onDone: () => setTyped(null) })
  if (new Set(tiers.map(tier => tier.level)).size < 2) return null
  const values = typed ?? { level, reason: levelReason }
  const dirty = values.level !== level || values.reason.trim() !== levelReason
  return (
    <InspectorSection title={words.title}>
      <Column gap={12}>
        {!readOnly && (
          <Text as="p" size={12} tone="second">
            {words.hint}
          </Text>
        )}
        <RadioGroup
          label={words.choice}
          hideLabel
          value={values.level}
          onChange={next => setTyped({ ...values, level: next })}
          disabled={readOnly !== null}
          choices={tiers.map(tier => ({
            value: tier.level,
            label: words.tier(t.findings.band.levels[tier.level], tier.condition),
            hint: tier.basis,
          }))}
        />
        {values.level !== null && (
          <TextArea
            label={words.reason}
            hint={readOnly ? undefined : words.reasonHint}
            value={values.reason}
            onChange={reason => setTyped({ ...values, reason })}
            readOnly={readOnly !== null}
            required
            rows={2}
            maxLength={2000}
          />
        )}
        {readOnly && values.level === null && <Text tone="second">{words.none}</Text>}
        <ActionError error={choose.error} />
        {dirty && !readOnly && (
          <Button
            pending={choose.pending}
            onClick={() => void choose.run({ findingId: finding.id, ...values })}
          >
            {words.save}
          </Button>
        )}
      </Column>
    </InspectorSection>
  )
}
