import { useState } from 'react'
import type { CaseFile, CaseRespondent } from '../../../shared/contract/cases.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { type DraftState, useDraft } from '../../api/use-draft.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioGroup } from '../../ui/choice-fields.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { RulebookReadings } from './rulebook-readings.tsx'

const words = t.cases.rulebook.choice

type Props = { file: CaseFile; person: CaseRespondent; onClose: () => void }
type Typed = { rulebook: string | null; reason: string; inLetter: boolean; alsoOthers: boolean }

/** A commissioner chooses between the readings of the law; what is typed survives a lock or a power cut. */
export function ChooseRulebookDialog(props: Props) {
  const draft = useDraft<Typed>(`rulebook/${props.person.id}`, useAccount().id)
  return draft.phase === 'ready' ? <ChooseForm {...props} draft={draft} /> : null
}

function ChooseForm({ file, person, onClose, draft }: Props & { draft: DraftState<Typed> }) {
  const { rulebook } = person
  const [typed, setTyped] = useState<Typed>(
    draft.restored ?? {
      rulebook: rulebook.choice?.rulebook ?? null,
      reason: rulebook.choice?.reason ?? '',
      inLetter: rulebook.choice?.inLetter ?? true,
      alsoOthers: false,
    },
  )
  const choose = useAction('cases.chooseRulebook')
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    choose.clearError()
    draft.keep(next)
  }
  const others = sameQuestion(file, person)
  const issue = choose.error?.issues[0]?.message
  const fieldError = issue === undefined ? null : errorSentence(issue)
  const submit = async () => {
    if (typed.rulebook === null) return
    const { rulebook: chosen, reason, inLetter } = typed
    const persons = typed.alsoOthers ? [person, ...others] : [person]
    for (const { id: respondentId } of persons) {
      const done = await choose.run({ caseId: file.id, respondentId, rulebook: chosen, reason, inLetter })
      if (!done) return
    }
    await draft.discard()
    showToast(words.saved)
    onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title(person.name)}
      width={920}
      foot={
        <Button
          variant="primary"
          pending={choose.pending}
          disabledReason={typed.rulebook === null ? words.first : null}
          onClick={() => void submit()}
        >
          {words.submit}
        </Button>
      }
    >
      <Column gap={12}>
        <Text as="p" tone="second">
          {words.hint}
        </Text>
        <RulebookReadings readings={rulebook.readings} chosen={typed.rulebook} />
        <RadioGroup
          label={words.which}
          required
          row
          value={typed.rulebook}
          onChange={chosen => change({ rulebook: chosen })}
          choices={rulebook.readings.map(({ rulebook: value, label }) => ({ value, label }))}
        />
        <TextArea
          label={words.reason}
          hint={words.reasonHint}
          required
          rows={3}
          maxLength={2000}
          value={typed.reason}
          error={fieldError}
          onChange={reason => change({ reason })}
        />
        <Checkbox
          label={words.inLetter}
          checked={typed.inLetter}
          onChange={inLetter => change({ inLetter })}
        />
        {others.length > 0 && (
          <Checkbox
            label={words.alsoFor(others.map(one => one.name).join(', '))}
            checked={typed.alsoOthers}
            onChange={alsoOthers => change({ alsoOthers })}
          />
        )}
        {!fieldError && <ActionError error={choose.error} />}
      </Column>
    </Dialog>
  )
}

/** Others for whom nobody has chosen between the same readings yet. */
function sameQuestion(file: CaseFile, person: CaseRespondent): CaseRespondent[] {
  const ids = (one: CaseRespondent) => one.rulebook.readings.map(reading => reading.rulebook).join(' ')
  return file.respondents.filter(
    one => one.id !== person.id && one.rulebook.undecided && ids(one) === ids(person),
  )
}
