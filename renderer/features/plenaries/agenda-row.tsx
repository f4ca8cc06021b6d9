import { t } from '../../../shared/strings/index.ts'
import { type State, StateMark } from '../../ui/state-mark.tsx'
import styles from './agenda.module.css'
import { isComplete, type Standing, standingOf, type Turn } from './agenda-order.ts'

const words = t.plenaries.room
const MARKS: Readonly<Record<Standing, State>> = {
  waiting: 'open',
  voting: 'sealed',
  proven: 'proven',
  notProven: 'notProven',
  deferred: 'waiting',
}

type AgendaRowProps = {
  turn: Turn
  /** The case's number without what all numbers of the agenda end with. */
  number: string
  current: boolean
  onChoose: () => void
}

/** One person on the agenda: name, case, and where the decision stands, in one row that a thumb can hit. */
export function AgendaRow({ turn, number, current, onChoose }: AgendaRowProps) {
  const { item, person } = turn
  const standing = standingOf(person)
  return (
    <button
      type="button"
      className={styles.agendaPerson}
      aria-current={current ? 'step' : undefined}
      title={words.casePersons(item.caseNumber)}
      onClick={onChoose}
    >
      <span className={styles.agendaNumber}>{turn.nth === 1 ? item.ordinal : ''}</span>
      <span className={styles.agendaName}>{person.name}</span>
      <span className={styles.agendaState}>
        <StateMark state={MARKS[standing]} label={stateText(turn)} />
        <span className={styles.agendaCase}>{number}</span>
      </span>
    </button>
  )
}

function stateText({ person }: Turn): string {
  const { vote } = person
  if (vote?.state !== 'open') return words.personState[standingOf(person)]
  return isComplete(person)
    ? t.plenaries.presenting.ready
    : t.plenaries.presenting.sealed(vote.castCount, vote.expectedCount)
}
