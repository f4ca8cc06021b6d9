import type { Output } from '../../../shared/contract/index.ts'
import type { Report } from '../../../shared/contract/reports.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Banner } from '../../ui/banner.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { Column } from '../../ui/layout.tsx'
import { TextArea } from '../../ui/text-field.tsx'

const words = t.reports.openCase

/** A rulebook that a person chose, and why; null while nothing is chosen. */
export type ChosenRulebook = { id: string | null; reason: string }

/** What the dates of a report lead to; several readings need a person (product rule 2). */
export function useRulebook(report: Report, asked: boolean): Output<'law.rulebook'> | undefined {
  const { actOn, actUntil, designatedOn, receivedOn, respondents } = report
  // Civil servants lead; PPPK only when nobody else is reported, as in the engine.
  const leading = respondents.find(person => person.status !== 'pppk') ?? respondents[0]
  const status = leading?.status ?? 'pns'
  return useQuery('law.rulebook', asked ? { actOn, actUntil, status, designatedOn, receivedOn } : null).data
}

/** Whether a person must choose before the case can be opened. */
export function mustChoose(reading: Output<'law.rulebook'> | undefined): boolean {
  return Boolean(reading?.requiresHumanDecision) && (reading?.readings.length ?? 0) > 1
}

type Props = {
  reading: Output<'law.rulebook'>
  value: ChosenRulebook
  onChange: (value: ChosenRulebook) => void
}

/** Both readings side by side with the rules that led there, and the reason for the choice. */
export function RulebookChoice({ reading, value, onChange }: Props) {
  return (
    <Column gap={8}>
      <Banner tone="warn" title={words.rulebookUnclear}>
        {reading.trace.map(step => (
          <div key={step}>{step}</div>
        ))}
      </Banner>
      <RadioGroup
        label={words.rulebook}
        required
        value={value.id}
        onChange={id => onChange({ ...value, id })}
        choices={reading.readings.map(entry => ({
          value: entry.rulebook,
          label: entry.label,
          hint: entry.basis,
        }))}
      />
      <TextArea
        label={words.rulebookReason}
        required
        rows={2}
        value={value.reason}
        onChange={reason => onChange({ ...value, reason })}
      />
    </Column>
  )
}
