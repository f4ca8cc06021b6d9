import { useForm } from 'react-hook-form'
import type { Completable, Completion, GateItem } from '../../../shared/contract/intake-shapes.ts'
import type { Report } from '../../../shared/contract/reports.ts'
import { t } from '../../../shared/strings/index.ts'
import { showIssues } from '../../api/form-issues.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormDateField, FormSelect, FormTextField, FormTimeField } from '../../ui/form-fields.tsx'
import { FieldGrid } from '../../ui/form-section.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'

const words = t.intake.form
const labels = t.intake.amendments.fields
type Values = { values: Record<Completable, string | null> }

/** Fields of a report that were missing or came with a later letter; blank ones stay as they are. */
export function CompleteDialog({
  report,
  gates,
  onClose,
}: {
  report: Report
  gates: readonly GateItem[]
  onClose: () => void
}) {
  const law = useQuery('law.choices', {})
  const form = useForm<Values>({ defaultValues: { values: valuesOf(report) } })
  const complete = useAction('reports.complete', {
    onDone: onClose,
    onRefused: error => showIssues(form as never, error),
  })
  const { control } = form
  const isPrivate = report.senderKind === 'public'
  const open = report.caseId === null
  const missing = gates.filter(gate => gate.missing)
  const submit = form.handleSubmit(({ values }) => {
    const filled = Object.entries(values).filter(([, value]) => value !== null && value !== '')
    return complete.run({ reportId: report.id, values: Object.fromEntries(filled) as Completion })
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title}
      width={720}
      foot={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button variant="primary" pending={complete.pending} onClick={() => void submit()}>
            {words.submit}
          </Button>
        </>
      }
    >
      <Column gap={12}>
        <Text as="p" tone="second">
          {words.hint}
        </Text>
        {missing.length > 0 && <Text as="p">{missing.map(gate => gate.label).join(' · ')}</Text>}
        {isPrivate ? (
          <FieldGrid columns="1fr 1fr">
            <FormTextField
              control={control}
              name="values.reporterName"
              label={labels.reporterName}
              hint={words.protected}
            />
            <FormTextField control={control} name="values.reporterContact" label={labels.reporterContact} />
          </FieldGrid>
        ) : (
          <FieldGrid columns="2fr 1.4fr 1fr">
            <FormTextField control={control} name="values.senderOffice" label={labels.senderOffice} />
            <FormTextField
              control={control}
              name="values.senderLetterNumber"
              label={labels.senderLetterNumber}
            />
            <FormDateField control={control} name="values.senderLetterOn" label={labels.senderLetterOn} />
          </FieldGrid>
        )}
        <FieldGrid columns="1fr 3fr">
          <FormTimeField control={control} name="values.actTime" label={labels.actTime} />
          <FormTextField control={control} name="values.initialEvidence" label={words.initialEvidence} />
        </FieldGrid>
        {open && (
          <FieldGrid columns="1.4fr 1fr 1fr">
            <FormSelect
              control={control}
              name="values.electionId"
              label={labels.electionId}
              choices={(law.data?.elections ?? [])
                .filter(known => known.scopes.includes(report.electionScope))
                .map(known => ({ value: known.id, label: known.name }))}
              clearable
            />
            <FormDateField control={control} name="values.designatedOn" label={labels.designatedOn} />
            <FormSelect
              control={control}
              name="values.provinceCode"
              label={labels.provinceCode}
              choices={(law.data?.provinces ?? []).map(known => ({ value: known.code, label: known.name }))}
              searchable
              clearable
            />
          </FieldGrid>
        )}
        <FormTextField control={control} name="values.candidate" label={labels.candidate} />
        <ActionError error={complete.error} />
      </Column>
    </Dialog>
  )
}

function valuesOf(report: Report): Values['values'] {
  const { senderOffice, senderLetterNumber, senderLetterOn, candidate, electionId } = report
  const { designatedOn, actTime, provinceCode, initialEvidence } = report
  return {
    senderOffice,
    senderLetterNumber,
    senderLetterOn,
    candidate,
    electionId,
    designatedOn,
    actTime,
    provinceCode,
    initialEvidence,
    reporterName: '',
    reporterContact: '',
  }
}
