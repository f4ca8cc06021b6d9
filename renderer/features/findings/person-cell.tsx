import { t } from '../../../shared/strings/index.ts'
import { type State, StateMark } from '../../ui/state-mark.tsx'
import styles from './findings.module.css'
import { type MatrixGroup, type PersonStanding, standingOf } from './matrix-model.ts'

const words = t.findings
const MARKS: Readonly<Record<PersonStanding, State>> = {
  none: 'notAssessed',
  open: 'partial',
  ready: 'proven',
  waiting: 'waiting',
  returned: 'returned',
  reviewed: 'verified',
}

/** Name, position on the day of the act, and where the work on this person stands. */
export function PersonCell({ group: { person, findings } }: { group: MatrixGroup }) {
  const standing = standingOf(findings)
  return (
    <th scope="rowgroup" rowSpan={findings.length + 1} className={`${styles.person} ${styles.frozen}`}>
      <div className={styles.personName}>{person.name}</div>
      <div className={styles.position}>{person.position}</div>
      <div className={styles.personFoot}>
        <StateMark state={MARKS[standing]} label={words.personState[standing]} />
      </div>
    </th>
  )
}
