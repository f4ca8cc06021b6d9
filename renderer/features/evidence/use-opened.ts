import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { ExhibitId } from '../../../shared/ids.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { asEngineError, type EngineError } from '../../api/engine-error.ts'

export type Opened = Output<'evidence.open'>
type State = { id: string | null; opened: Opened | null; error: EngineError | null }

// Passing over a row with J or K is not an opening: custody counts only what was looked at.
const PAUSE_MS = 200

/** Opens the exhibit for viewing (hash checked, opening logged) when somebody stays on it. */
export function useOpened(exhibitId: ExhibitId | undefined): Omit<State, 'id'> & { again(): void } {
  const { client } = useEngine()
  const [state, setState] = useState<State>({ id: null, opened: null, error: null })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks once more
  useEffect(() => {
    if (!exhibitId) return
    let shown = true
    const timer = setTimeout(() => {
      client.call('evidence.open', { exhibitId }).then(
        opened => shown && setState({ id: exhibitId, opened, error: null }),
        (thrown: unknown) => shown && setState({ id: exhibitId, opened: null, error: asEngineError(thrown) }),
      )
    }, PAUSE_MS)
    return () => {
      shown = false
      clearTimeout(timer)
    }
  }, [client, exhibitId, turn])
  const fits = state.id === exhibitId
  return {
    opened: fits ? state.opened : null,
    error: fits ? state.error : null,
    again: () => setTurn(before => before + 1),
  }
}
