import { useState } from 'react'
import type { CaseFile, CaseRespondent } from '../../../shared/contract/cases.ts'
import type { CivilDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldGrid } from '../../ui/form-section.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { showToast } from '../../ui/toast.tsx'

const words = t.cases.rulebook.dates

type Props = { file: CaseFile; person: CaseRespondent; onClose: () => void }

/** When a person was first examined and when the supervising authority decided. */
export function RecordDatesDialog({ file, person, onClose }: Props) {
  const [examinedOn, setExaminedOn] = useState(person.rulebook.examinedOn)
  const [decidedOn, setDecidedOn] = useState(person.rulebook.decidedOn)
  const save = useAction('cases.recordDates', {
    onDone: () => {
      showToast(words.saved(person.name))
      onClose()
    },
  })
  const change = (set: (on: CivilDate | null) => void, on: CivilDate | null) => {
    save.clearError()
    set(on)
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.dialog(person.name)}
      foot={
        <Button
          variant="primary"
          pending={save.pending}
          onClick={() => void save.run({ caseId: file.id, respondentId: person.id, examinedOn, decidedOn })}
        >
          {words.save}
        </Button>
      }
    >
      <Column gap={12}>
        <Text as="p" tone="second">
          {words.hint}
        </Text>
        <FieldGrid columns="1fr 1fr">
          <DateField
            label={words.examinedOn}
            value={examinedOn}
            onChange={on => change(setExaminedOn, on)}
            autoFocus
          />
          <DateField label={words.decidedOn} value={decidedOn} onChange={on => change(setDecidedOn, on)} />
        </FieldGrid>
        {person.rulebook.choice && <Banner tone="warn">{words.fall}</Banner>}
        <ActionError error={save.error} />
      </Column>
    </Dialog>
  )
}
