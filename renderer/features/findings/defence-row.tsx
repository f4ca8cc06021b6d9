// biome-ignore-all lint/a11y/noNoninteractiveTabindex: cells of a grid take the focus in turn
import type { ReactNode } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './findings.module.css'
import { type Cell, defenceOf, type MatrixGroup } from './matrix-model.ts'

const words = t.findings.defence

type DefenceRowProps = {
  group: MatrixGroup
  columns: number
  /** The person's own cell when there is no finding that could carry it. */
  personCell: ReactNode
  /** Adds a first finding; null when this person may not. */
  onAdd: (() => void) | null
  onAnswer: (to: Cell) => void
}

/** What a person answers to the elements, and whether the commission has replied; amber while it has not. */
export function DefenceRow({ group, columns, personCell, onAdd, onAnswer }: DefenceRowProps) {
  const { total, open, withReason, first } = defenceOf(group.findings)
  const none = group.findings.length === 0
  return (
    <tr className={styles.defence}>
      {personCell}
      <th scope="row" className={styles.frozenSecond}>
        {none ? '' : words.label}
      </th>
      <td colSpan={columns} className={classNames(open > 0 && styles.amber)}>
        <span className={styles.defenceLine}>
          {none && <StateMark state="notAssessed" label={t.findings.personState.none} />}
          {!none && total === 0 && <StateMark state="notAssessed" label={words.none} />}
          {total > 0 && open === 0 && (
            <StateMark
              state="proven"
              label={
                withReason > 0
                  ? words.unanswered(total - withReason, withReason)
                  : words.answered(total, total)
              }
            />
          )}
          {open > 0 && <StateMark state="changed" label={words.open(open, total)} />}
          {none && onAdd && (
            <Button variant="link" onClick={onAdd} aria-label={t.findings.add.forPerson(group.person.name)}>
              {t.findings.add.action}
            </Button>
          )}
          {first && (
            <Button variant="link" onClick={() => onAnswer(first)}>
              {words.answer}
            </Button>
          )}
        </span>
      </td>
    </tr>
  )
}
