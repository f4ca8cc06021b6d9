import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Exhibit } from '../../../shared/contract/evidence.ts'
import type { AgendaItem } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Spacer } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Text } from '../../ui/text.tsx'
import { useListKeys } from '../../ui/use-list-keys.ts'
import agendaStyles from './agenda.module.css'
import { ExhibitOnStage } from './exhibit-on-stage.tsx'
import styles from './room.module.css'

const words = t.plenaries.presenting.exhibits

/** The exhibits of the case over the whole window; E or Esc leads back to the case. */
export function ExhibitTheatre({ item, onClose }: { item: AgendaItem; onClose: () => void }) {
  const list = useQuery('evidence.list', { caseId: item.caseId })
  const [chosen, setChosen] = useState<string | null>(null)
  const stage = useRef<HTMLElement>(null)
  const exhibits: readonly Exhibit[] = list.data ?? []
  const shown = exhibits.find(exhibit => exhibit.id === chosen) ?? exhibits[0]
  const step = (by: 1 | -1) => {
    const next = shown && exhibits[exhibits.indexOf(shown) + by]
    if (next) setChosen(next.id)
  }
  useEffect(() => stage.current?.focus({ preventScroll: true }), [])
  const press = useListKeys({
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    j: () => step(1),
    k: () => step(-1),
    e: onClose,
    Escape: onClose,
  })
  return (
    <section
      ref={stage}
      className={styles.theatre}
      aria-label={words.title(item.caseNumber)}
      tabIndex={-1}
      onKeyDown={event => {
        press(event)
        // The keys of the room rest while the exhibits are over it.
        event.stopPropagation()
      }}
    >
      <header className={styles.top}>
        <Text as="h2" size={16} weight="strong">
          {words.title(item.caseNumber)}
        </Text>
        <Spacer />
        <Button size="plenary" icon={IconX} keys="Esc" onClick={onClose}>
          {words.close}
        </Button>
      </header>
      <QueryError query={list} />
      {list.loading && <SkeletonRows rows={6} />}
      {list.data?.length === 0 && (
        <Text as="p" size={20}>
          {words.empty}
        </Text>
      )}
      <div className={styles.body}>
        {exhibits.length > 0 && (
          <nav className={agendaStyles.agenda} aria-label={words.list}>
            <ol>
              {exhibits.map(exhibit => (
                <li key={exhibit.id}>
                  <button
                    type="button"
                    className={classNames(agendaStyles.agendaPerson, agendaStyles.exhibit)}
                    aria-current={exhibit === shown ? 'step' : undefined}
                    onClick={() => setChosen(exhibit.id)}
                  >
                    <span className={agendaStyles.exhibitNumber}>{exhibit.number}</span>
                    <span className={agendaStyles.agendaName}>{exhibit.title}</span>
                  </button>
                </li>
              ))}
            </ol>
          </nav>
        )}
        {shown && <ExhibitOnStage key={shown.id} exhibit={shown} onStep={step} onClose={onClose} />}
      </div>
    </section>
  )
}
