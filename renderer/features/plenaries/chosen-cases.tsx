import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Text } from '../../ui/text.tsx'
import { moved } from './agenda-order.ts'
import styles from './plenaries.module.css'

const words = t.plenaries.plan

type Chosen = { caseId: string; caseNumber: string; personNames: readonly string[] }
type ChosenCasesProps = { chosen: readonly Chosen[]; onChange: (caseIds: string[]) => void }

/** The agenda in its order: buttons move a case, and so do Alt+↑ and Alt+↓ on its row. */
export function ChosenCases({ chosen, onChange }: ChosenCasesProps) {
  const ids = chosen.map(row => row.caseId)
  const list = useRef<HTMLOListElement>(null)
  const kept = useRef<string | null>(null)
  // A row that is moved in the page loses the focus; the next arrow goes on with the same case.
  useLayoutEffect(() => {
    if (kept.current) list.current?.querySelector<HTMLElement>(`[data-case="${kept.current}"]`)?.focus()
    kept.current = null
  })
  const move = (caseId: string, by: 1 | -1) => onChange(moved(ids, caseId, by))
  const press = (caseId: string) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    kept.current = caseId
    move(caseId, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <section className={styles.order} aria-label={words.order}>
      <Text as="h3" size={12} weight="strong" tone="second">
        {words.order}
      </Text>
      <Text as="p" size={12} tone="second">
        {words.orderHint}
      </Text>
      <ol ref={list}>
        {chosen.map((row, n) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: Alt with an arrow moves the row that has the focus
          <li key={row.caseId} data-case={row.caseId} tabIndex={0} onKeyDown={press(row.caseId)}>
            <span className={styles.orderNumber}>{n + 1}</span>
            <span className={styles.orderName}>
              <Text weight="medium">{row.caseNumber}</Text>
              <Text tone="second">{` ${row.personNames.join(', ')}`}</Text>
            </span>
            <IconButton
              icon={IconArrowUp}
              label={words.moveUp(row.caseNumber)}
              disabled={n === 0}
              onClick={() => move(row.caseId, -1)}
            />
            <IconButton
              icon={IconArrowDown}
              label={words.moveDown(row.caseNumber)}
              disabled={n === chosen.length - 1}
              onClick={() => move(row.caseId, 1)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
