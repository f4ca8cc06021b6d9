import { useState } from 'react'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import type { DraftState } from '../../api/use-draft.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-field.tsx'

const words = t.minutes.notes
/** 'opening', 'closing', or the case under which the sentence stands. */
export type TypedNote = { place: string; text: string }
const BLANK: TypedNote = { place: 'closing', text: '' }

/** One sentence and its place; what is typed survives a lock or a power cut. */
export function MinutesNoteForm({ plenary, draft }: { plenary: Plenary; draft: DraftState<TypedNote> }) {
  const [typed, setTyped] = useState<TypedNote>(draft.restored ?? BLANK)
  const add = useAction('plenaries.addMinutesNote')
  const change = (part: Partial<TypedNote>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    draft.keep(next)
  }
  const submit = async () => {
    const text = typed.text.trim()
    if (text === '') return
    const position = typed.place === 'opening' || typed.place === 'closing' ? typed.place : 'case'
    const caseId = position === 'case' ? (typed.place as CaseId) : null
    const done = await add.run({ plenaryId: plenary.id, caseId, position, text })
    if (!done) return
    await draft.discard()
    setTyped({ ...BLANK, place: typed.place })
  }
  return (
    <>
      <Select
        large
        label={words.place}
        value={typed.place}
        onChange={place => change({ place: place ?? BLANK.place })}
        choices={[
          { value: 'opening', label: words.opening },
          ...plenary.agenda.map(item => ({ value: item.caseId, label: words.ofCase(item.caseNumber) })),
          { value: 'closing', label: words.closing },
        ]}
      />
      <TextArea
        large
        label={words.text}
        hint={words.textHint}
        rows={4}
        maxLength={4000}
        value={typed.text}
        onChange={text => change({ text })}
      />
      <ActionError error={add.error} />
      <div>
        <Button size="plenary" pending={add.pending} onClick={() => void submit()}>
          {words.add}
        </Button>
      </div>
    </>
  )
}
