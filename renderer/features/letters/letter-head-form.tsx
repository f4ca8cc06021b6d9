import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { CONFIDENTIALITY, type LetterHeader } from '../../../shared/contract/letters.ts'
import { t } from '../../../shared/strings/index.ts'
import { FieldGrid } from '../../ui/form-section.tsx'
import { smallIconProps } from '../../ui/icon.ts'
import { Select } from '../../ui/select.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import styles from './letters.module.css'

const words = t.letters.head
const choices = CONFIDENTIALITY.map(value => ({ value, label: words.confidentialityNames[value] }))

type Props = { header: LetterHeader; editable: boolean; onChange: (header: LetterHeader) => void }

/** What stands above and below the text: class, attachment, subject, addressee, copies. Closed it is one line. */
export function LetterHeadForm({ header, editable, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <section className={styles.head} aria-label={words.title}>
      <button
        type="button"
        className={styles.headToggle}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        title={open ? words.close : words.open}
      >
        <Chevron {...smallIconProps} />
        <Text weight="medium">{words.title}</Text>
        {!open && (
          <Text tone="second" size={12} lines="cut">
            {summary(header)}
          </Text>
        )}
      </button>
      {open && <HeadFields header={header} editable={editable} onChange={onChange} />}
    </section>
  )
}

function HeadFields({ header, editable, onChange }: Props) {
  const set = (part: Partial<LetterHeader>) => onChange({ ...header, ...part })
  const readOnly = !editable
  return (
    <div className={styles.headFields}>
      <FieldGrid columns="140px 1fr">
        <Select
          label={words.confidentiality}
          value={header.confidentiality}
          choices={choices}
          disabled={readOnly}
          onChange={value => value && set({ confidentiality: value })}
        />
        <TextField
          label={words.attachment}
          value={header.attachmentNote}
          readOnly={readOnly}
          maxLength={80}
          onChange={attachmentNote => set({ attachmentNote })}
        />
      </FieldGrid>
      <TextField
        label={words.subject}
        required
        value={header.subject}
        readOnly={readOnly}
        maxLength={300}
        error={header.subject.trim() ? null : t.ui.fieldEmpty}
        onChange={subject => set({ subject })}
      />
      <FieldGrid columns="1fr 1fr">
        <Lines
          label={words.addressee}
          hint={words.addresseeHint}
          required
          lines={header.addressee}
          readOnly={readOnly}
          most={6}
          onChange={addressee => set({ addressee })}
        />
        <Lines
          label={words.copies}
          hint={words.copiesHint}
          lines={header.copies}
          readOnly={readOnly}
          most={20}
          onChange={copies => set({ copies })}
        />
      </FieldGrid>
    </div>
  )
}

type LinesProps = {
  label: string
  hint: string
  required?: boolean
  readOnly: boolean
  lines: readonly string[]
  most: number
  onChange: (lines: string[]) => void
}

/** A list typed one entry a line; empty lines are left out of the letter but stay while typing. */
function Lines({ lines, most, onChange, required, ...field }: LinesProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const asked = typed ?? lines.join('\n')
  const entries = (text: string) =>
    text
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
      .slice(0, most)
  return (
    <TextArea
      {...field}
      required={required}
      rows={3}
      value={asked}
      error={required && entries(asked).length === 0 ? t.ui.fieldEmpty : null}
      onChange={text => {
        setTyped(text)
        onChange(entries(text))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

function summary({ confidentiality, attachmentNote, subject, addressee, copies }: LetterHeader): string {
  const counted = copies.length > 0 ? words.copiesCount(copies.length) : words.noCopies
  return [words.confidentialityNames[confidentiality], attachmentNote, addressee[0], subject, counted]
    .filter(part => part && part !== '-')
    .join(' · ')
}
