import { useEffect } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { LawChoices } from '../../../shared/contract/law.ts'
import { parseNip } from '../../../shared/nip.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { FormSegmentedControl, FormSelect, FormTextField } from '../../ui/form-fields.tsx'
import { FieldGrid } from '../../ui/form-section.tsx'
import { Text } from '../../ui/text.tsx'
import type { ReportForm } from './empty-report.ts'
import { NipFacts } from './nip-facts.tsx'
import { choicesOf } from './report-labels.ts'

const words = t.reports.form

/** One civil servant: the number decoded while it is typed, and the post on the day of the act. */
export function RespondentFields({
  form,
  index,
  law,
}: {
  form: UseFormReturn<ReportForm>
  index: number
  law: LawChoices
}) {
  const { control, getValues, setValue } = form
  const at = `respondents.${index}` as const
  const nip = useWatch({ control, name: `${at}.nip` }) ?? ''
  const parsed = parseNip(nip)
  const known = useQuery('persons.lookUp', parsed.kind === 'invalid' ? null : { nip: parsed.digits })

  useEffect(() => {
    if (known.data?.name && !getValues(`${at}.name`)) setValue(`${at}.name`, known.data.name)
  }, [known.data, at, getValues, setValue])
  useEffect(() => {
    if (parsed.kind === 'pppk') setValue(`${at}.status`, 'pppk')
  }, [parsed.kind, at, setValue])

  return (
    <>
      <FieldGrid columns="1.2fr 1.6fr 190px 0.8fr">
        <FormTextField control={control} name={`${at}.nip`} label={words.nip} inputMode="numeric" required />
        <FormTextField control={control} name={`${at}.name`} label={words.name} required />
        <FormSegmentedControl
          control={control}
          name={`${at}.status`}
          label={words.employment}
          choices={choicesOf(t.reports.status)}
        />
        <FormSelect
          control={control}
          name={`${at}.grade`}
          label={words.grade}
          choices={law.grades.map(grade => ({ value: grade.code, label: `${grade.code} ${grade.rank}` }))}
          searchable
          clearable
        />
      </FieldGrid>
      <NipFacts typed={nip} />
      {known.data && known.data.earlier.length > 0 && (
        <Text tone="warn">{t.reports.earlier(known.data.earlier.length)}</Text>
      )}
      <FieldGrid columns="1.6fr 1fr 1.4fr">
        <FormTextField control={control} name={`${at}.position`} label={words.position} required />
        <FormSelect
          control={control}
          name={`${at}.positionKind`}
          label={words.positionKind}
          choices={law.positionKinds.map(kind => ({ value: kind.id, label: kind.label }))}
          clearable
        />
        <FormTextField control={control} name={`${at}.workUnit`} label={words.workUnit} />
      </FieldGrid>
      <FieldGrid columns="1.6fr 1.4fr 1fr">
        <FormTextField control={control} name={`${at}.agencyName`} label={words.agencyName} required />
        <FormSelect
          control={control}
          name={`${at}.agencyType`}
          label={words.agencyType}
          choices={choicesOf(t.reports.agencyType)}
          required
        />
        <FormSelect
          control={control}
          name={`${at}.provinceCode`}
          label={words.agencyProvince}
          choices={law.provinces.map(province => ({ value: province.code, label: province.name }))}
          searchable
          clearable
        />
      </FieldGrid>
    </>
  )
}
