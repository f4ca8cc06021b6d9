import { IconTrash } from '@tabler/icons-react'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { formatTime } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useDraft } from '../../api/use-draft.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Row, Spacer } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './minutes.module.css'
import { MinutesNoteForm, type TypedNote } from './minutes-note-form.tsx'

const words = t.minutes.notes
type Note = Plenary['minutesNotes'][number]

/** Sentences that somebody adds to the minutes by hand; print marks them with name and time. */
export function MinutesNotes({ plenary }: { plenary: Plenary }) {
  const draft = useDraft<TypedNote>(`minutes/${plenary.id}`, useAccount().id)
  const remove = useAction('plenaries.removeMinutesNote')
  const open = plenary.state !== 'closed'
  return (
    <section className={styles.block} aria-label={words.title}>
      <Text as="h3" size={16} weight="strong">
        {words.title}
      </Text>
      <Text as="p" size={14} tone="second">
        {open ? words.hint : words.closed}
      </Text>
      {plenary.minutesNotes.length === 0 && (
        <Text as="p" size={14} tone="third">
          {open ? words.empty : words.none}
        </Text>
      )}
      <ul className={styles.rows}>
        {plenary.minutesNotes.map(note => (
          <li key={note.id}>
            <Row>
              <Text size={14} tone="second" weight="medium">
                {placeOf(plenary, note)}
              </Text>
              <Spacer />
              {open && (
                <IconButton
                  icon={IconTrash}
                  label={words.removeNote(placeOf(plenary, note))}
                  disabled={remove.pending}
                  onClick={() => void remove.run({ plenaryId: plenary.id, noteId: note.id })}
                />
              )}
            </Row>
            <Text as="p" lines="preserve">
              {note.text}
            </Text>
            <Text as="p" size={14} tone="third">
              {words.by(note.addedBy, formatTime(note.at, plenary.zone))}
            </Text>
          </li>
        ))}
      </ul>
      <ActionError error={remove.error} />
      {open && draft.phase === 'ready' && <MinutesNoteForm plenary={plenary} draft={draft} />}
    </section>
  )
}

function placeOf({ agenda }: Plenary, note: Note): string {
  if (note.position !== 'case') return note.position === 'opening' ? words.opening : words.closing
  return words.ofCase(agenda.find(item => item.caseId === note.caseId)?.caseNumber ?? '')
}
