import { useCallback, useEffect, useRef, useState } from 'react'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQueryParam } from '../../app/router.tsx'
import { useListKeys } from '../../ui/use-list-keys.ts'
import { AgendaList } from './agenda-list.tsx'
import { firstTurn, turnsOf } from './agenda-order.ts'
import { AttendancePane } from './attendance-pane.tsx'
import { ExhibitTheatre } from './exhibit-theatre.tsx'
import { MinutesView } from './minutes-view.tsx'
import { PersonSheet } from './person-sheet.tsx'
import styles from './room.module.css'
import { RoomFoot } from './room-foot.tsx'
import { RoomTop } from './room-top.tsx'
import { usePublicDisplay } from './use-public-display.ts'
import { VotePane } from './vote-pane.tsx'

const words = t.plenaries.room
const present = t.plenaries.presenting
/** Narrower than this, agenda, case and vote do not stand beside each other. */
const AGENDA_FROM = 1280

type Side = 'attendance' | 'minutes' | null

/** The room itself: agenda, the case on screen, its vote; every step by key and by button. */
export function Room({ plenary }: { plenary: Plenary }) {
  const turns = turnsOf(plenary)
  const [chosen, setChosen] = useQueryParam('orang')
  const [agendaShown, setAgendaShown] = useState(window.innerWidth >= AGENDA_FROM)
  const [large, setLarge] = useState(false)
  const [dark, setDark] = useState(false)
  const [exhibits, setExhibits] = useState(false)
  const [side, setSide] = useState<Side>(null)
  const room = useRef<HTMLDivElement>(null)
  const turn = turns.find(entry => entry.person.respondentId === chosen) ?? firstTurn(turns)
  const at = turn ? turns.indexOf(turn) : -1
  const { display, blanked, setBlanked, toggle } = usePublicDisplay(plenary, turn)
  // The person on screen stays: a closed vote must show its result before the next one is called.
  const current = turn?.person.respondentId ?? null
  useEffect(() => {
    if (chosen === null && current !== null) setChosen(current)
  }, [chosen, current, setChosen])
  const stepTo = (step: number) => {
    const next = turns[at + step]
    return next ? () => setChosen(next.person.respondentId) : null
  }
  const focus = useCallback(() => room.current?.focus({ preventScroll: true }), [])
  useEffect(focus, [focus])
  useStrayKeys(room, focus)
  const actions = {
    previous: stepTo(-1),
    next: stepTo(1),
    exhibits: turn ? () => setExhibits(true) : null,
    zoom: () => setLarge(!large),
    agenda: () => setAgendaShown(!agendaShown),
    // With a window for the audience only that one goes dark; without one, this is the projector.
    blank: () => (display.open ? setBlanked(!blanked) : setDark(true)),
    display: toggle,
  }
  const press = useListKeys(
    dark
      ? { '.': () => setDark(false), Escape: () => setDark(false) }
      : {
          ArrowRight: () => actions.next?.(),
          ArrowLeft: () => actions.previous?.(),
          e: () => actions.exhibits?.(),
          z: actions.zoom,
          a: actions.agenda,
          u: actions.display,
          '.': actions.blank,
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
      onKeyDown={event => {
        // A key pressed in a dialog or menu arrives here too, though it lies over the room: it is not the room's.
        if (event.target instanceof Node && room.current?.contains(event.target)) press(event)
      }}
    >
      <RoomTop
        plenary={plenary}
        turn={turn}
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
                onNext={() => actions.next?.()}
                onClosed={() => setSide('minutes')}
              />
            )
          )}
        </div>
      )}
      <RoomFoot
        actions={actions}
        on={{ zoom: large, agenda: agendaShown, blank: blanked, display: display.open }}
        note={displayNote(display, blanked)}
      />
      {exhibits && turn && (
        <ExhibitTheatre
          item={turn.item}
          onClose={() => {
            setExhibits(false)
            focus()
          }}
        />
      )}
      {dark && (
        <button type="button" className={styles.dark} onClick={() => setDark(false)}>
          {words.dark}
        </button>
      )}
    </section>
  )
}

/** A button that is gone leaves the focus on the body; the keys of the room go on working. */
function useStrayKeys(room: { current: HTMLElement | null }, focus: () => void): void {
  useEffect(() => {
    const forward = ({ target, key, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      if (target !== document.body || ctrlKey || altKey || metaKey) return
      focus()
      room.current?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    }
    window.addEventListener('keydown', forward)
    return () => window.removeEventListener('keydown', forward)
  }, [room, focus])
}

function displayNote(display: { open: boolean; ownScreen: boolean }, blanked: boolean): string {
  if (!display.open) return ''
  if (blanked) return present.display.blanked
  return display.ownScreen ? present.display.showingOwn : present.display.showing
}
