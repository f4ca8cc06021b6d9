import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
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
  return (
    <nav className={styles.agenda} aria-label={words.agenda} data-pane="" tabIndex={-1}>
      {plenary.agenda.map(item => (
        <section key={item.caseId} aria-label={words.casePersons(item.caseNumber)}>
          <Text as="h2" size={14} weight="strong" tone="second">
            {words.casePersons(item.caseNumber)}
          </Text>
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
    </nav>
  )
}
