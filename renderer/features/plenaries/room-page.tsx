import { useCallback, useEffect, useRef, useState } from 'react'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import type { PlenaryId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { usePage } from '../../app/page-slots.tsx'
import { useQueryParam } from '../../app/router.tsx'
import type { PageProps } from '../../app/routes.tsx'
import { KeyHints } from '../../ui/key-hints.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { useListKeys } from '../../ui/use-list-keys.ts'
import { AgendaList } from './agenda-list.tsx'
import { firstTurn, turnsOf } from './agenda-order.ts'
import { AttendancePane } from './attendance-pane.tsx'
import { CaseExhibits } from './case-exhibits.tsx'
import { MinutesView } from './minutes-view.tsx'
import { PersonSheet } from './person-sheet.tsx'
import styles from './room.module.css'
import { RoomTop } from './room-top.tsx'
import { VotePane } from './vote-pane.tsx'

const words = t.plenaries.room

/** The meeting room: large, without the frame, nothing in it that names the reporter. */
export default function RoomPage({ params: { plenaryId = '' } }: PageProps) {
  const query = useQuery(
    'plenaries.get',
    { plenaryId: plenaryId as PlenaryId },
    {
      topics: ['plenaries.changed', 'findings.changed', 'evidence.changed', 'cases.changed'],
    },
  )
  usePage({
    crumbs: [{ label: t.plenaries.title, to: '/sidang' }, { label: query.data?.number ?? words.label }],
    bare: true,
  })
  if (query.data) return <Room plenary={query.data} />
  return (
    <div className={styles.room}>
      <QueryError query={query} />
      {query.loading && <SkeletonRows rows={12} />}
    </div>
  )
}

type Side = 'attendance' | 'minutes' | null

function Room({ plenary }: { plenary: Plenary }) {
  const turns = turnsOf(plenary)
  const [chosen, setChosen] = useQueryParam('orang')
  const [agendaShown, setAgendaShown] = useState(window.innerWidth >= 1600)
  const [large, setLarge] = useState(false)
  const [dark, setDark] = useState(false)
  const [exhibits, setExhibits] = useState(false)
  const [side, setSide] = useState<Side>(null)
  const room = useRef<HTMLDivElement>(null)
  const turn = turns.find(entry => entry.person.respondentId === chosen) ?? firstTurn(turns)
  const at = turn ? turns.indexOf(turn) : -1
  // The person on screen stays: a closed vote must show its result before the next one is called.
  const current = turn?.person.respondentId ?? null
  useEffect(() => {
    if (chosen === null && current !== null) setChosen(current)
  }, [chosen, current, setChosen])
  const go = (step: number) => {
    const next = turns[at + step]
    if (next) setChosen(next.person.respondentId)
  }
  const focus = useCallback(() => room.current?.focus({ preventScroll: true }), [])
  useEffect(focus, [focus])
  // A button that is gone leaves the focus on the body; the keys of the room go on working.
  useEffect(() => {
    const forward = ({ target, key, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      if (target !== document.body || ctrlKey || altKey || metaKey) return
      focus()
      room.current?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }
    window.addEventListener('keydown', forward)
    return () => window.removeEventListener('keydown', forward)
  }, [focus])
  const press = useListKeys(
    dark
      ? { '.': () => setDark(false), Escape: () => setDark(false) }
      : {
          ArrowRight: () => go(1),
          ArrowLeft: () => go(-1),
          e: () => setExhibits(true),
          z: () => setLarge(!large),
          a: () => setAgendaShown(!agendaShown),
          '.': () => setDark(true),
        },
  )
  const attending = plenary.state === 'planned' || side === 'attendance'
  return (
    <section
      ref={room}
      className={styles.room}
      data-large={large || undefined}
      aria-label={words.label}
      tabIndex={-1}
      onKeyDown={press}
    >
      <RoomTop
        plenary={plenary}
        at={at + 1}
        total={turns.length}
        agendaShown={agendaShown}
        onAgenda={() => setAgendaShown(!agendaShown)}
        onMinutes={() => setSide(side === 'minutes' ? null : 'minutes')}
        onAttendance={() => setSide(side === 'attendance' ? null : 'attendance')}
      />
      {side === 'minutes' ? (
        <MinutesView key={String(plenary.minutesReady)} plenary={plenary} onBack={() => setSide(null)} />
      ) : (
        <div className={styles.body}>
          {agendaShown && <AgendaList plenary={plenary} current={turn} onChoose={setChosen} />}
          {turn && <PersonSheet plenary={plenary} turn={turn} />}
          {attending ? (
            <AttendancePane plenary={plenary} onDone={() => setSide(null)} />
          ) : (
            turn && (
              <VotePane
                key={turn.person.respondentId}
                plenary={plenary}
                turn={turn}
                last={at === turns.length - 1}
                onNext={() => go(1)}
                onClosed={() => setSide('minutes')}
              />
            )
          )}
        </div>
      )}
      <div className={styles.foot}>
        <KeyHints
          hints={[
            { keys: ['←', '→'], label: words.keys.move },
            { keys: ['E'], label: words.keys.exhibits },
            { keys: ['Z'], label: words.keys.zoom },
            { keys: ['A'], label: words.keys.agenda },
            { keys: ['.'], label: words.keys.blank },
          ]}
        />
      </div>
      {exhibits && turn && <CaseExhibits item={turn.item} onClose={() => setExhibits(false)} />}
      {dark && (
        <button type="button" className={styles.dark} onClick={() => setDark(false)}>
          {words.dark}
        </button>
      )}
    </section>
  )
}
