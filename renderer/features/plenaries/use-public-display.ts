import { useCallback, useEffect, useState } from 'react'
import type { PublicDisplayState } from '../../../shared/bridge.ts'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { useEngine } from '../../api/engine-context.tsx'
import type { Turn } from './agenda-order.ts'

const CLOSED: PublicDisplayState = { open: false, ownScreen: false, screens: 1 }

/**
 * The window for the audience: whether it is open, and what it shows. It follows the case of the room, goes
 * neutral when the room is left, and can be blanked.
 */
export function usePublicDisplay({ id, state }: Pick<Plenary, 'id' | 'state'>, turn: Turn | undefined) {
  const { client, bridge } = useEngine()
  const [display, setDisplay] = useState(CLOSED)
  const [blanked, setBlanked] = useState(false)
  useEffect(() => {
    let shown = true
    const ask = () =>
      void bridge.shell('publicDisplay', { show: null }).then(answer => shown && setDisplay(answer))
    ask()
    const stop = bridge.onShellEvent(event => event === 'publicDisplay' && ask())
    return () => {
      shown = false
      stop()
    }
  }, [bridge])
  const caseId = turn?.item.caseId ?? null
  const respondentId = turn?.person.respondentId ?? null
  const { open } = display
  useEffect(() => {
    if (!open) return
    client.call('plenaries.showPublicly', { plenaryId: id, caseId, respondentId, blanked }).catch(ignored)
  }, [client, open, id, caseId, respondentId, blanked])
  useEffect(() => {
    const nothing = { plenaryId: null, caseId: null, respondentId: null, blanked: false }
    return () => void client.call('plenaries.showPublicly', nothing).catch(ignored)
  }, [client])
  // While a meeting is held nobody sits at the keys all the time; the store stays open.
  useEffect(() => {
    if (state !== 'open') return
    void bridge.shell('holdOpen', { hold: true })
    return () => void bridge.shell('holdOpen', { hold: false })
  }, [bridge, state])
  const toggle = useCallback(() => {
    setBlanked(false)
    void bridge.shell('publicDisplay', { show: !open }).then(setDisplay)
  }, [bridge, open])
  return { display, blanked: open && blanked, setBlanked, toggle }
}

// The display covers itself when the engine does not answer; there is nothing to tell the presenter.
const ignored = () => undefined
