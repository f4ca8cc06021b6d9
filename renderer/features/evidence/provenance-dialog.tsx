import { type ReactNode, useState } from 'react'
import type { Exhibit, Provenance } from '../../../shared/contract/evidence.ts'
import { errorSentence, fieldSentence, t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useKey } from '../../app/use-key.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice-fields.tsx'
import { DateField, TimeField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './card.module.css'

const words = t.evidence.card
const ZONES = ['WIB', 'WITA', 'WIT'] as const
type Field = Exclude<keyof Provenance, 'note' | 'unknown'>

type ProvenanceDialogProps = { exhibit: Exhibit; onClose: () => void }

/** Title and provenance card; each answer is filled or marked as unknown. */
export function ProvenanceDialog({ exhibit, onClose }: ProvenanceDialogProps) {
  const [title, setTitle] = useState(exhibit.title)
  const [card, setCard] = useState<Provenance>(exhibit.provenance)
  const save = useAction('evidence.describe', {
    onDone: () => {
      showToast(words.saved)
      onClose()
    },
  })
  const submit = () => void save.run({ exhibitId: exhibit.id, title, provenance: card })
  useKey('Ctrl+Enter', submit)
  const set = <F extends keyof Provenance>(field: F, value: Provenance[F]) =>
    setCard(before => ({ ...before, [field]: value, unknown: before.unknown.filter(name => name !== field) }))
  const issue = (path: string) => {
    const found = save.error?.issues.find(({ path: at }) => at === path || at === `provenance.${path}`)
    return found && fieldSentence(found.message)
  }
  const line = (field: Exclude<Field, 'obtainedOn' | 'obtainedTime' | 'zone'>) => (
    <Answered key={field} field={field} card={card} onUnknown={setCard}>
      <TextField
        label={words.fields[field]}
        value={card[field]}
        onChange={value => set(field, value)}
        error={issue(field)}
      />
    </Answered>
  )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.dialogTitle(exhibit.number)}
      width={640}
      foot={
        <Button variant="primary" keys="Ctrl Enter" pending={save.pending} onClick={submit}>
          {t.common.save}
        </Button>
      }
    >
      <Column gap={12}>
        <TextField
          label={words.title}
          required
          autoFocus
          value={title}
          onChange={setTitle}
          error={issue('title')}
        />
        <p className={styles.dialogHint}>{words.hint}</p>
        {line('obtainedFrom')}
        {line('obtainedBy')}
        <Answered field="obtainedOn" card={card} onUnknown={setCard}>
          <DateField
            label={words.fields.obtainedOn}
            value={card.obtainedOn}
            onChange={value => set('obtainedOn', value)}
          />
        </Answered>
        <Answered field="obtainedTime" card={card} onUnknown={setCard}>
          <TimeField
            label={words.fields.obtainedTime}
            value={card.obtainedTime}
            onChange={value => set('obtainedTime', value)}
          />
        </Answered>
        <Answered field="zone" card={card} onUnknown={setCard}>
          <Select
            label={words.fields.zone}
            value={card.zone}
            clearable
            choices={ZONES.map(value => ({ value, label: value }))}
            onChange={value => set('zone', value)}
          />
        </Answered>
        {line('url')}
        {line('accountHandle')}
        {line('device')}
        <TextArea
          label={words.fields.note}
          value={card.note}
          onChange={value => set('note', value)}
          rows={2}
        />
        {save.error && (
          <Banner tone="bad" announce>
            {errorSentence(save.error.code, save.error.facts)}
          </Banner>
        )}
      </Column>
    </Dialog>
  )
}

type AnsweredProps = {
  field: Field
  card: Provenance
  onUnknown: (change: (before: Provenance) => Provenance) => void
  children: ReactNode
}

/** A field with the answer 'tidak diketahui' beside it; off while the field is filled. */
function Answered({ field, card, onUnknown, children }: AnsweredProps) {
  const unknown = card.unknown.includes(field)
  return (
    <div className={styles.answered}>
      {children}
      <span className={styles.unknown}>
        <Checkbox
          label={words.unknown}
          about={words.fields[field]}
          checked={unknown}
          disabled={Boolean(card[field])}
          onChange={on =>
            onUnknown(before => ({
              ...before,
              unknown: on ? [...before.unknown, field] : before.unknown.filter(name => name !== field),
            }))
          }
        />
      </span>
    </div>
  )
}
