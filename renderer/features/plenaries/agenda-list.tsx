import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { AgendaItem, Plenary } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Row, Spacer } from '../../ui/layout.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { type State, StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import { type Standing, standingOf, type Turn } from './agenda-order.ts'
import styles from './room.module.css'

const words = t.plenaries.room
const MARKS: Readonly<Record<Standing, State>> = {
  waiting: 'open',
  voting: 'sealed',
  proven: 'proven',
  notProven: 'notProven',
  deferred: 'waiting',
}

type AgendaListProps = {
  plenary: Plenary
  current: Turn | undefined
  onChoose: (respondentId: string) => void
}

/** Cases and persons in their order, with what has been decided. */
export function AgendaList({ plenary, current, onChoose }: AgendaListProps) {
  const [removing, setRemoving] = useState<AgendaItem | null>(null)
  const remove = useAction('plenaries.removeCase', { onDone: () => setRemoving(null) })
  const mayRemove = (item: AgendaItem) =>
    plenary.state !== 'closed' && item.persons.every(person => person.vote === null)
  return (
    <nav className={styles.agenda} aria-label={words.agenda} data-pane="" tabIndex={-1}>
      {plenary.agenda.map(item => (
        <section key={item.caseId} aria-label={words.casePersons(item.caseNumber)}>
          <Row>
            <Text as="h2" size={14} weight="strong" tone="second">
              {words.casePersons(item.caseNumber)}
            </Text>
            <Spacer />
            {mayRemove(item) && (
              <IconButton
                icon={IconX}
                label={words.removeCase(item.caseNumber)}
                onClick={() => setRemoving(item)}
              />
            )}
          </Row>
          {item.persons.map(person => {
            const standing = standingOf(person)
            return (
              <button
                key={person.respondentId}
                type="button"
                className={styles.agendaPerson}
                aria-current={current?.person.respondentId === person.respondentId ? 'step' : undefined}
                onClick={() => onChoose(person.respondentId)}
              >
                <Text weight="medium">{person.name}</Text>
                <StateMark state={MARKS[standing]} label={words.personState[standing]} />
              </button>
            )
          })}
        </section>
      ))}
      {removing && (
        <ReasonDialog
          title={words.removeCase(removing.caseNumber)}
          why={words.removeWhy}
          label={words.removeReason}
          submit={words.remove}
          pending={remove.pending}
          error={remove.error}
          onSubmit={reason => void remove.run({ plenaryId: plenary.id, caseId: removing.caseId, reason })}
          onClose={() => setRemoving(null)}
        />
      )}
    </nav>
  )
}
