import { useState } from 'react'
import type { Letter } from '../../../shared/contract/letters.ts'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Text } from '../../ui/text.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'

const words = t.letters.export
const standing = t.letterStanding.export

/** Copies the issued letter out of the store; the purpose is asked and kept. */
export function ExportDialog({
  letter,
  opened,
  onClose,
}: {
  letter: Letter
  opened: boolean
  onClose: () => void
}) {
  const { bridge } = useEngine()
  const [purpose, setPurpose] = useState('')
  const [tried, setTried] = useState(false)
  const [marked, setMarked] = useState(false)
  const save = useAction('letters.export', {
    onDone: ({ fileName }) => {
      showToast(words.done(fileName))
      setPurpose('')
      setTried(false)
      onClose()
    },
  })
  const submit = async () => {
    setTried(true)
    if (purpose.trim() === '') return
    const number = letter.number ?? letter.caseNumber
    const suggestedName = marked ? standing.markedName(number) : words.fileName(number)
    const target = await bridge.shell('chooseSaveTarget', { suggestedName, kind: 'pdf' })
    if (target) await save.run({ letterId: letter.id, target: target.ticket, purpose, marked })
  }
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={words.title}
      submit={words.choose}
      pending={save.pending}
      onSubmit={() => void submit()}
    >
      <Text as="p" tone="second">
        {words.intro}
      </Text>
      {letter.replacedBy && (
        <RadioGroup
          label={standing.which}
          value={marked ? 'marked' : 'original'}
          onChange={value => setMarked(value === 'marked')}
          choices={(['original', 'marked'] as const).map(value => ({ value, label: standing[value] }))}
        />
      )}
      <TextField
        label={words.purpose}
        hint={words.purposeHint}
        required
        value={purpose}
        onChange={setPurpose}
        maxLength={300}
        error={tried && purpose.trim() === '' ? words.purposeNeeded : null}
        autoFocus
      />
      <ActionError error={save.error} />
    </FormDialog>
  )
}
