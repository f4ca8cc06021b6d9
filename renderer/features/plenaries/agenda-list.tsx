import { useEffect, useRef } from 'react'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { Text } from '../../ui/text.tsx'
import styles from './agenda.module.css'
import { standingOf, type Turn, turnsOf } from './agenda-order.ts'
import { AgendaRow } from './agenda-row.tsx'
import { RemoveCase } from './remove-case.tsx'

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
  const decided = turns.filter(({ person }) => person.vote?.state === 'closed')
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
              current={turn.person.respondentId === shown}
              onChoose={() => onChoose(turn.person.respondentId)}
            />
          </li>
        ))}
      </ol>
      <div className={styles.agendaFoot}>
        <Text size={14} tone="second">
          {t.plenaries.presenting.decided(decided.length, turns.length)}
        </Text>
        {current && mayRemove(plenary, current) && <RemoveCase plenary={plenary} item={current.item} />}
      </div>
    </nav>
  )
}

const mayRemove = (plenary: Plenary, { item }: Turn): boolean =>
  plenary.state !== 'closed' &&
  item.persons.every(person => person.vote === null && standingOf(person) === 'waiting')
