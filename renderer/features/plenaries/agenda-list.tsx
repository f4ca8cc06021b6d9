import { useEffect, useRef } from 'react'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import styles from './agenda.module.css'
import { shortNumbers, type Turn, turnsOf } from './agenda-order.ts'
import { AgendaRow } from './agenda-row.tsx'

const words = t.plenaries.room

type AgendaListProps = {
  plenary: Plenary
  current: Turn | undefined
  onChoose: (respondentId: string) => void
}

/** Everybody on the agenda in its order, with what has been decided; the one on screen stays in view. */
export function AgendaList({ plenary, current, onChoose }: AgendaListProps) {
  const list = useRef<HTMLElement>(null)
  const turns = turnsOf(plenary)
  const numbers = shortNumbers(plenary.agenda.map(item => item.caseNumber))
  const shown = current?.person.respondentId
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person on screen is the reason to scroll
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return (
    <nav ref={list} className={styles.agenda} aria-label={words.agenda} data-pane="" tabIndex={-1}>
      <ol>
        {turns.map(turn => (
          <li key={turn.person.respondentId} data-first={turn.nth === 1 || undefined}>
            <AgendaRow
              turn={turn}
              number={numbers.get(turn.item.caseNumber) ?? turn.item.caseNumber}
              current={turn.person.respondentId === shown}
              onChoose={() => onChoose(turn.person.respondentId)}
            />
          </li>
        ))}
      </ol>
    </nav>
  )
}
