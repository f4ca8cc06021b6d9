import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import type { Instant } from '../../shared/dates.ts'
import type { KeyHint } from '../ui/key-hints.tsx'

export type Crumb = { label: string; to?: string }
export type PageSlots = {
  crumbs: readonly Crumb[]
  keys: readonly KeyHint[]
  savedAt: Instant | 'saving' | null
  /** Without rail, top bar and key hints: the page takes the window (the meeting room on a projector). */
  bare: boolean
}
const nothing: PageSlots = { crumbs: [], keys: [], savedAt: null, bare: false }

type Slots = { slots: PageSlots; set(slots: PageSlots): void }
const SlotsContext = createContext<Slots | null>(null)

export function PageSlotsProvider({ children }: { children: ReactNode }) {
  const [slots, set] = useState(nothing)
  const value = useMemo(() => ({ slots, set }), [slots])
  return <SlotsContext.Provider value={value}>{children}</SlotsContext.Provider>
}

export function usePageSlots(): PageSlots {
  return use(SlotsContext)?.slots ?? nothing
}

/**
 * What the frame shows for this page: breadcrumb (the last one is the page itself and names the
 * window), key hints, and when the page was last saved.
 */
export function usePage({
  crumbs,
  keys = [],
  savedAt = null,
  bare = false,
}: Partial<PageSlots> & { crumbs: readonly Crumb[] }): void {
  const set = use(SlotsContext)?.set
  const next = { crumbs, keys, savedAt, bare }
  const nextRef = useRef(next)
  nextRef.current = next
  const sameAs = JSON.stringify([crumbs, keys.map(({ keys: k, label }) => [k, label]), savedAt, bare])
  useEffect(() => {
    if (sameAs) set?.(nextRef.current)
  }, [set, sameAs])
  useEffect(() => () => set?.(nothing), [set])
}
