import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Place } from '../../../shared/contract/findings.ts'

/** The place that somebody points at: the next tie to an element is made with it. */
export type PlaceState = {
  place: Place | null
  /** A box is being drawn, by mouse or keys. */
  drawing: boolean
  /** Begins a box, to be changed until `finish`. */
  start(place: Place): void
  change(place: Place): void
  finish(): void
  /** Forgets the place. */
  clear(): void
}

/** Keeps the place pointed at; another exhibit begins without one. */
export function usePlace(exhibitId: string | undefined): PlaceState {
  const [state, setState] = useState<{ place: Place | null; drawing: boolean }>({
    place: null,
    drawing: false,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another exhibit is the reason to forget
  useEffect(() => setState({ place: null, drawing: false }), [exhibitId])
  const start = useCallback((place: Place) => setState({ place, drawing: true }), [])
  const change = useCallback((place: Place) => setState(before => ({ ...before, place })), [])
  const finish = useCallback(() => setState(before => ({ ...before, drawing: false })), [])
  const clear = useCallback(() => setState({ place: null, drawing: false }), [])
  return useMemo(() => ({ ...state, start, change, finish, clear }), [state, start, change, finish, clear])
}
