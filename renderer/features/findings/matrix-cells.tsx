// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: in a grid these are grid cells and row headers
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: cells of a grid take the focus in turn
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid around them has the keys
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: cells of a grid
import { Fragment } from 'react'
import type { ElementAssessment, Finding } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { type State, StateMark } from '../../ui/state-mark.tsx'
import styles from './findings.module.css'
import { numbersOf } from './matrix-model.ts'

const words = t.findings

type CellProps = {
  finding: Finding
  column: number
  selected: boolean
  onSelect: () => void
  onOpen: () => void
}

const MARKS: Readonly<Record<ElementAssessment['state'], State>> = {
  proven: 'proven',
  notProven: 'notProven',
  insufficient: 'partial',
  notAssessed: 'notAssessed',
}
const FINDING_MARKS: Readonly<Record<Finding['state'], State>> = {
  draft: 'draft',
  submitted: 'waiting',
  returned: 'returned',
  reviewed: 'verified',
}

/** Provision, its subject and where the finding stands; the way to its conclusion. */
export function ProvisionCell({ finding, column, selected, onSelect, onOpen }: CellProps) {
  return (
    <th
      scope="row"
      data-cell={`${finding.id}.${column}`}
      tabIndex={selected ? 0 : -1}
      aria-selected={selected}
      className={classNames(styles.provision, styles.frozenSecond, selected && styles.selected)}
      onClick={onSelect}
      onDoubleClick={onOpen}
      title={finding.subject}
    >
      <span className={styles.citation}>{finding.citation}</span>
      <span className={styles.subject}>{finding.subject}</span>
      <span className={styles.standing}>
        <StateMark state={FINDING_MARKS[finding.state]} label={standingText(finding)} />
      </span>
    </th>
  )
}

function standingText({ state, conclusion }: Finding): string {
  const stands = words.findingState[state]
  return conclusion === 'undecided' ? stands : `${stands} · ${words.conclusion[conclusion]}`
}

/** Symbol, state and number of exhibits of one element; a shorter provision leaves the place empty. */
export function ElementCell({ finding, column, selected, onSelect, onOpen }: CellProps) {
  const assessment = finding.assessments[column - 1]
  if (!assessment) {
    return <td className={styles.notRequired}>{words.notRequired}</td>
  }
  const { supports, contradicts } = numbersOf(assessment)
  const name = words.elementName(assessment.elementId, assessment.label)
  const state = words.state[assessment.state]
  const count = words.exhibitsInCell(supports, contradicts)
  const contested = contradicts.length > 0 && assessment.state === 'proven'
  return (
    <td
      data-cell={`${finding.id}.${column}`}
      tabIndex={selected ? 0 : -1}
      aria-selected={selected}
      className={classNames(styles.cell, selected && styles.selected)}
      onClick={onSelect}
      onDoubleClick={onOpen}
      title={assessment.label}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.state}>
        <StateMark state={MARKS[assessment.state]} label={state} />
      </span>
      <span className={classNames(styles.count, contested && styles.contested)}>
        {count.split(' ').map((word, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: words of one sentence, in their order
          <Fragment key={n}>
            {n > 0 && ' '}
            <span className={styles.exhibit}>{word}</span>
          </Fragment>
        ))}
      </span>
    </td>
  )
}
