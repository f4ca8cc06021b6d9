import { useState } from 'react'
import type { Letter } from '../../../shared/contract/letters.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'

const words = t.letters.export
const standing = t.letterStanding.export
const FORM = 'export-letter'

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
    <Dialog
      opened={opened}
      onClose={onClose}
      title={words.title}
      foot={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" form={FORM} variant="primary" pending={save.pending}>
            {words.choose}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <Column gap={12}>
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
          {save.error && (
            <Banner tone="bad" announce>
              {errorSentence(save.error.code, save.error.facts)}
            </Banner>
          )}
        </Column>
      </form>
    </Dialog>
  )
}
