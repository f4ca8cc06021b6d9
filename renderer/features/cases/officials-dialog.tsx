import { useState } from 'react'
import type { CaseFile, CaseRespondent, Officials } from '../../../shared/contract/cases.ts'
import { AGENCY_TYPES } from '../../../shared/contract/reports.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Checkbox } from '../../ui/choice-fields.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FieldGrid } from '../../ui/form-section.tsx'
import { Column } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'

const words = t.cases.rulebook.officials
const agencyTypes = AGENCY_TYPES.map(value => ({ value, label: t.reports.agencyType[value] }))

type Home = NonNullable<Officials['homeAgency']>
type Failed = NonNullable<Officials['failedOfficial']>
type Props = { file: CaseFile; person: CaseRespondent; onClose: () => void }

/** The home agency of somebody seconded, and an official who did not sanction though obliged. */
export function OfficialsDialog({ file, person, onClose }: Props) {
  const [home, setHome] = useState<Home | null>(person.officials.homeAgency)
  const [failed, setFailed] = useState<Failed | null>(person.officials.failedOfficial)
  const save = useAction('cases.recordOfficials', {
    onDone: () => {
      showToast(words.saved(person.name))
      onClose()
    },
  })
  const changeHome = (next: Home | null) => {
    save.clearError()
    setHome(next)
  }
  const changeFailed = (next: Failed | null) => {
    save.clearError()
    setFailed(next)
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={words.dialog(person.name)}
      submit={words.save}
      pending={save.pending}
      onSubmit={() =>
        void save.run({ caseId: file.id, respondentId: person.id, homeAgency: home, failedOfficial: failed })
      }
    >
      <Column gap={12}>
        <Checkbox
          label={words.seconded}
          hint={words.secondedHint}
          checked={home !== null}
          onChange={on =>
            changeHome(on ? { agencyName: '', agencyType: person.agencyType, provinceCode: '' } : null)
          }
        />
        {home && <HomeFields home={home} onChange={changeHome} />}
        <Checkbox
          label={words.didNotSanction}
          checked={failed !== null}
          onChange={on => changeFailed(on ? { post: '', note: '', isAuthority: false } : null)}
        />
        {failed && <FailedFields failed={failed} onChange={changeFailed} />}
        <ActionError error={save.error} />
      </Column>
    </FormDialog>
  )
}

function HomeFields({ home, onChange }: { home: Home; onChange: (home: Home) => void }) {
  const choices = useQuery('law.choices', {})
  const provinces = choices.data?.provinces.map(({ code, name }) => ({ value: code, label: name })) ?? []
  return (
    <>
      <TextField
        label={words.agencyName}
        required
        value={home.agencyName}
        onChange={agencyName => onChange({ ...home, agencyName })}
      />
      <FieldGrid columns="1fr 1fr">
        <Select
          label={words.agencyType}
          required
          choices={agencyTypes}
          value={home.agencyType}
          onChange={value => {
            const agencyType = AGENCY_TYPES.find(known => known === value)
            if (agencyType) onChange({ ...home, agencyType })
          }}
        />
        <Select
          label={words.province}
          searchable
          clearable
          choices={provinces}
          value={home.provinceCode || null}
          onChange={code => onChange({ ...home, provinceCode: code ?? '' })}
        />
      </FieldGrid>
    </>
  )
}

function FailedFields({ failed, onChange }: { failed: Failed; onChange: (failed: Failed) => void }) {
  return (
    <>
      <TextField
        label={words.post}
        required
        value={failed.post}
        onChange={post => onChange({ ...failed, post })}
      />
      <Checkbox
        label={words.isAuthority}
        checked={failed.isAuthority}
        onChange={isAuthority => onChange({ ...failed, isAuthority })}
      />
      <TextArea
        label={words.note}
        hint={words.noteHint}
        required
        rows={3}
        value={failed.note}
        onChange={note => onChange({ ...failed, note })}
      />
    </>
  )
}
