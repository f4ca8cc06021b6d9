import { useEffect } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { LawChoices } from '../../../shared/contract/law.ts'
import { t } from '../../../shared/strings/index.ts'
import { FormDateField, FormSelect, FormTextField } from '../../ui/form-fields.tsx'
import { FieldGrid, FormSection } from '../../ui/form-section.tsx'
import { Text } from '../../ui/text.tsx'
import type { ReportForm } from './empty-report.ts'

const words = t.reports.form

/** The election; choosing one fills in the day of designation, which a person may correct. */
export function ElectionSection({ form, law }: { form: UseFormReturn<ReportForm>; law: LawChoices }) {
  const { control, setValue, getValues } = form
  const electionId = useWatch({ control, name: 'electionId' })
  const election = law.elections.find(known => known.id === electionId)
  const scopes = (
    election?.scopes ?? (Object.keys(t.reports.electionScope) as ReportForm['electionScope'][])
  ).map(scope => ({ value: scope, label: t.reports.electionScope[scope] }))

  useEffect(() => {
    if (!election) return
    if (!getValues('designatedOn')) setValue('designatedOn', election.designatedOn)
    const [first] = election.scopes
    if (first && !election.scopes.includes(getValues('electionScope'))) setValue('electionScope', first)
  }, [election, getValues, setValue])

  return (
    <FormSection title={words.election} hint={words.electionHint}>
      <FieldGrid columns="1.4fr 1.2fr 1fr 1.2fr">
        <FormSelect
          control={control}
          name="electionId"
          label={words.electionName}
          choices={law.elections.map(known => ({ value: known.id, label: known.name }))}
          placeholder={words.electionOther}
          clearable
        />
        <FormSelect
          control={control}
          name="electionScope"
          label={words.electionScope}
          choices={scopes}
          required
        />
        <FormDateField control={control} name="designatedOn" label={words.designatedOn} />
        <FormTextField control={control} name="candidate" label={words.candidate} />
      </FieldGrid>
      {election?.needsHumanCheck && <Text tone="warn">{words.mustCheck}</Text>}
    </FormSection>
  )
}
