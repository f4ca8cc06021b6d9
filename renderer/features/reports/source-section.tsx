import { type Control, useWatch } from 'react-hook-form'
import { t } from '../../../shared/strings/index.ts'
import { FormDateField, FormSelect, FormTextField } from '../../ui/form-fields.tsx'
import { FieldGrid, FormSection } from '../../ui/form-section.tsx'
import type { ReportForm } from './empty-report.ts'
import { choicesOf } from './report-labels.ts'

const words = t.reports.form

/** Where the report came from. A private reporter is kept apart from the file. */
export function SourceSection({ control }: { control: Control<ReportForm> }) {
  const senderKind = useWatch({ control, name: 'senderKind' })
  return (
    <FormSection title={words.source} hint={words.sourceHint}>
      <FieldGrid columns="1fr 1fr 1fr">
        <FormSelect
          control={control}
          name="channel"
          label={words.channel}
          choices={choicesOf(t.reports.channel)}
          required
        />
        <FormSelect
          control={control}
          name="senderKind"
          label={words.senderKind}
          choices={choicesOf(t.reports.sender)}
          required
        />
        <FormDateField control={control} name="receivedOn" label={words.receivedOn} required />
      </FieldGrid>
      {senderKind === 'public' ? (
        <FieldGrid columns="1fr 1fr">
          <FormTextField
            control={control}
            name="reporterName"
            label={words.reporterName}
            hint={words.reporterHint}
          />
          <FormTextField control={control} name="reporterContact" label={words.reporterContact} />
        </FieldGrid>
      ) : (
        <FieldGrid columns="2fr 1.4fr 1fr">
          <FormTextField control={control} name="senderOffice" label={words.senderOffice} />
          <FormTextField control={control} name="senderLetterNumber" label={words.senderLetterNumber} />
          <FormDateField control={control} name="senderLetterOn" label={words.senderLetterOn} />
        </FieldGrid>
      )}
    </FormSection>
  )
}
