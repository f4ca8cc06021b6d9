// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked by keys is a grid
// biome-ignore-all lint/a11y/useSemanticElements: its cells are table cells with the role of a grid
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { Finding } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { Text } from '../../ui/text.tsx'
import { type ListKeys, useListKeys } from '../../ui/use-list-keys.ts'
import { DefenceRow } from './defence-row.tsx'
import styles from './findings.module.css'
import { ElementCell, ProvisionCell } from './matrix-cells.tsx'
import { type Cell, columnCount, type MatrixGroup, type Move, moved } from './matrix-model.ts'
import { PersonCell } from './person-cell.tsx'

const words = t.findings
const MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

/** Px: the two frozen columns, and the narrowest element column; six of them fit beside an open rail at 1366. */
const FROZEN = 234
const NARROWEST = 93

type MatrixTableProps = {
  ref: Ref<HTMLTableElement>
  groups: readonly MatrixGroup[]
  /** All findings in the order of the rows. */
  findings: readonly Finding[]
  cell: Cell
  onMove: (to: Cell) => void
  onOpen: () => void
  /** Keys on the cell under the cursor: states, exhibit numbers, history, proposal. */
  keys: ListKeys
  onAdd: (respondentId: string) => void
  mayAdd: boolean
}

/** One tab stop; the arrows move from cell to cell, Enter goes into the tray of the cell. */
export function MatrixTable(props: MatrixTableProps) {
  const { ref, groups, findings, cell, onMove, onOpen, keys, onAdd, mayAdd } = props
  const own = useRef<HTMLTableElement>(null)
  useImperativeHandle(ref, () => own.current as HTMLTableElement, [])
  const columns = columnCount(findings)
  const at = `${cell.findingId}.${cell.column}`

  // The focus follows the cursor, but only when it already is in the matrix.
  useEffect(() => {
    const target = own.current?.querySelector<HTMLElement>(`[data-cell="${at}"]`)
    if (own.current?.contains(document.activeElement)) target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at])

  const pressLetter = useListKeys(keys)
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !isCell(event.target)) return
    pressLetter(event)
    if (event.defaultPrevented) return
    const move = MOVES[event.key]
    if (move) onMove(moved(cell, move, findings))
    else if (event.key === 'Enter') onOpen()
    else return
    event.preventDefault()
  }
  const cellProps = (finding: Finding, column: number) => ({
    finding,
    column,
    selected: cell.findingId === finding.id && cell.column === column,
    onSelect: () => onMove({ findingId: finding.id, column }),
    onOpen,
  })
  return (
    <div className={styles.scroller}>
      <table
        ref={own}
        role="grid"
        aria-label={words.matrix}
        className={styles.matrix}
        style={{ minWidth: FROZEN + columns * NARROWEST }}
        onKeyDown={press}
      >
        <colgroup>
          <col className={styles.personColumn} />
          <col className={styles.provisionColumn} />
          <col span={columns} />
        </colgroup>
        <thead>
          <tr>
            <Head title={words.person} hint={words.personHint} className={styles.frozen} />
            <Head title={words.provision} hint={words.provisionHint} className={styles.frozenSecond} />
            {Array.from({ length: columns }, (_, index) => (
              <Head key={words.position(index + 1)} title={words.position(index + 1)} />
            ))}
          </tr>
        </thead>
        {groups.map(group => (
          <tbody key={group.person.id}>
            {group.findings.map((finding, index) => (
              <tr key={finding.id}>
                {index === 0 && <PersonCell group={group} />}
                <ProvisionCell {...cellProps(finding, 0)} />
                {Array.from({ length: columns }, (_, n) => (
                  <ElementCell key={words.position(n + 1)} {...cellProps(finding, n + 1)} />
                ))}
              </tr>
            ))}
            <DefenceRow
              group={group}
              columns={columns}
              personCell={group.findings.length === 0 && <PersonCell group={group} />}
              onAdd={mayAdd ? () => onAdd(group.person.id) : null}
              onAnswer={to => {
                onMove(to)
                onOpen()
              }}
            />
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Head({ title, hint, className }: { title: string; hint?: string; className?: string }) {
  return (
    <th scope="col" className={className}>
      <Text as="div" weight="strong">
        {title}
      </Text>
      {hint}
    </th>
  )
}

const isCell = (target: EventTarget) => target instanceof HTMLElement && target.dataset.cell !== undefined
