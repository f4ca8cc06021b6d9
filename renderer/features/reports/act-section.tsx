import type { Control } from 'react-hook-form'
import type { LawChoices } from '../../../shared/contract/law.ts'
import { t } from '../../../shared/strings/index.ts'
import {
  FormDateField,
  FormSegmentedControl,
  FormSelect,
  FormTextArea,
  FormTextField,
  FormTimeField,
} from '../../ui/form-fields.tsx'
import { FieldGrid, FormSection } from '../../ui/form-section.tsx'
import type { ReportForm } from './empty-report.ts'

const words = t.reports.form
const ZONES = ['WIB', 'WITA', 'WIT'].map(zone => ({ value: zone, label: zone }))

/** What happened, when and where. Forms of violation and provinces come from the law pack. */
export function ActSection({ control, law }: { control: Control<ReportForm>; law: LawChoices }) {
  const forms = law.violationForms.map(form => ({ value: form.id, label: form.label }))
  const provinces = law.provinces.map(province => ({ value: province.code, label: province.name }))
  return (
    <FormSection title={words.act} hint={words.actHint}>
      <FormSelect
        control={control}
        name="violationForm"
        label={words.violationForm}
        choices={forms}
        searchable
        required
      />
      <FieldGrid columns="1fr 1fr 90px 190px">
        <FormDateField control={control} name="actOn" label={words.actOn} required />
        <FormDateField control={control} name="actUntil" label={words.actUntil} />
        <FormTimeField control={control} name="actTime" label={words.actTime} />
        <FormSegmentedControl control={control} name="zone" label={words.zone} choices={ZONES} />
      </FieldGrid>
      <FieldGrid columns="2fr 1fr">
        <FormTextField control={control} name="place" label={words.place} required />
        <FormSelect
          control={control}
          name="provinceCode"
          label={words.province}
          choices={provinces}
          searchable
          clearable
        />
      </FieldGrid>
      <FormTextArea
        control={control}
        name="narrative"
        label={words.narrative}
        hint={words.narrativeHint}
        rows={5}
        required
      />
      <FormTextField
        control={control}
        name="initialEvidence"
        label={words.initialEvidence}
        hint={words.initialEvidenceHint}
      />
    </FormSection>
  )
}
