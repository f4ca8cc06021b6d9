import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import type { FileTicket } from '../../../shared/bridge.ts'
import type { FollowUp } from '../../../shared/contract/follow-ups.ts'
import { type CivilDate, civilDateAt, instantOf } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { FieldGrid } from '../../ui/form-section.tsx'
import { Row } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'

const words = t.followUps.record
const NONE = 'none'

/** The answer of the supervising official: number, date, what was imposed, and the file itself. */
export function RecordDialog({
  followUp,
  opened,
  onClose,
}: {
  followUp: FollowUp
  opened: boolean
  onClose: () => void
}) {
  const { bridge } = useEngine()
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<CivilDate | null>(null)
  const [sanction, setSanction] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [file, setFile] = useState<FileTicket | null>(null)
  const [tried, setTried] = useState(false)
  const record = useAction('followUps.recordSanctionDecision', {
    onDone: done => {
      showToast(words.done(done.closure?.difference ?? 'notComparable'))
      onClose()
    },
    // The file was read once already; it has to be chosen again.
    onRefused: () => setFile(null),
  })
  const choose = async () => {
    const [chosen] = await bridge.shell('chooseFiles', { kind: 'any', many: false })
    if (chosen) setFile(chosen)
  }
  const submit = () => {
    setTried(true)
    if (number.trim() === '' || on === null || sanction === null || file === null) return
    void record.run({
      followUpId: followUp.id,
      number,
      on,
      sanctionId: sanction === NONE ? null : sanction,
      note,
      file: file.ticket,
    })
  }
  const empty = (missing: boolean) => (tried && missing ? t.ui.fieldEmpty : null)
  const choices = [
    { value: NONE, label: words.sanctionNone },
    ...followUp.sanctionChoices.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const error = record.error
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={words.title}
      width={560}
      closable={!record.pending}
      submit={words.submit}
      pending={record.pending}
      onSubmit={submit}
    >
      <Text as="p" tone="second">
        {words.intro(followUp.letterNumber)}
      </Text>
      <FieldGrid columns="1.4fr 1fr">
        <TextField
          label={words.number}
          required
          value={number}
          onChange={setNumber}
          maxLength={120}
          error={empty(number.trim() === '')}
          autoFocus
        />
        <DateField
          label={words.on}
          required
          value={on}
          onChange={setOn}
          max={civilDateAt(instantOf(new Date()), deviceZone)}
          error={empty(on === null)}
        />
      </FieldGrid>
      <Select
        label={words.sanction}
        required
        searchable
        value={sanction}
        choices={choices}
        onChange={setSanction}
        error={empty(sanction === null)}
      />
      <div>
        <Row gap={6} align="baseline">
          <Text weight="medium">{words.file}</Text>
          <Text size={12} tone="second">
            {t.common.required}
          </Text>
        </Row>
        <Row style={{ marginTop: 4 }}>
          <Button icon={IconFileText} onClick={() => void choose()}>
            {words.chooseFile}
          </Button>
          <Text lines="cut" tone={file ? 'plain' : 'third'}>
            {file?.name ?? words.noFile}
          </Text>
        </Row>
        {tried && !file && (
          <Text as="p" size={12} tone="bad">
            {words.fileNeeded}
          </Text>
        )}
      </div>
      <TextArea label={words.note} rows={2} value={note} onChange={setNote} maxLength={4000} />
      <ActionError error={error} />
    </FormDialog>
  )
}
