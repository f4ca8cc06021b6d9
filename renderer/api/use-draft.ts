import { useCallback, useEffect, useRef, useState } from 'react'
import type { Instant } from '../../shared/dates.ts'
import type { EngineClient } from './client.ts'
import { useEngine } from './engine-context.tsx'

type Kept = { accountId: string; content: string }
const unsaved = new Map<string, Kept>()
const PAUSE_MS = 600

/** Typing that has not reached the store yet survives a dead engine here, for its own account only. */
export function forgetOtherDrafts(accountId: string): void {
  for (const [key, kept] of unsaved) if (kept.accountId !== accountId) unsaved.delete(key)
}

/** Writes what is still waiting for its pause; called before the store is locked. */
export async function flushDrafts(client: EngineClient): Promise<void> {
  await Promise.all([...unsaved].map(([key, { content }]) => save(client, key, content)))
}

export type DraftState<T> = {
  /** 'loading' until the store has answered; then what was kept, or null. */
  phase: 'loading' | 'ready'
  restored: T | null
  savedAt: Instant | null
  /** Call on each change of the form; writes after a short pause. */
  keep(value: T): void
  /** Call when the form became a record. */
  discard(): Promise<void>
}

/**
 * Keeps a half-filled form encrypted in the store while it is being typed, and gives it back after a
 * crash, a lock or a restart. `key` is letters, digits, dot, slash and hyphen ('reports/new').
 */
export function useDraft<T>(key: string, accountId: string): DraftState<T> {
  const { client } = useEngine()
  const [state, setState] = useState<{
    phase: 'loading' | 'ready'
    restored: T | null
    savedAt: Instant | null
  }>({
    phase: 'loading',
    restored: null,
    savedAt: null,
  })
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  useEffect(() => {
    let shown = true
    const kept = unsaved.get(key)
    const own = kept?.accountId === accountId ? kept.content : null
    client.call('drafts.get', { key }).then(
      draft => {
        const content = own ?? draft?.content ?? null
        if (shown) setState({ phase: 'ready', restored: parse<T>(content), savedAt: draft?.savedAt ?? null })
        if (own !== null) void save(client, key, own)
      },
      () => shown && setState({ phase: 'ready', restored: parse<T>(own), savedAt: null }),
    )
    return () => {
      shown = false
      if (timer.current) clearTimeout(timer.current)
      const left = unsaved.get(key)
      if (left) void save(client, key, left.content)
    }
  }, [client, key, accountId])

  const keep = useCallback(
    (value: T) => {
      const content = JSON.stringify(value)
      unsaved.set(key, { accountId, content })
      if (timer.current) clearTimeout(timer.current)
      timer.current = setTimeout(async () => {
        const savedAt = await save(client, key, content)
        if (savedAt) setState(before => ({ ...before, savedAt }))
      }, PAUSE_MS)
    },
    [client, key, accountId],
  )

  const discard = useCallback(async () => {
    if (timer.current) clearTimeout(timer.current)
    unsaved.delete(key)
    await client.call('drafts.discard', { key }).catch(() => undefined)
  }, [client, key])

  return { ...state, keep, discard }
}

async function save(client: EngineClient, key: string, content: string): Promise<Instant | null> {
  try {
    const { savedAt } = await client.call('drafts.save', { key, content })
    if (unsaved.get(key)?.content === content) unsaved.delete(key)
    return savedAt
  } catch {
    return null // locked or engine gone: the text stays in `unsaved` until the next chance
  }
}

function parse<T>(content: string | null): T | null {
  if (content === null) return null
  try {
    return JSON.parse(content) as T
  } catch {
    return null
  }
}
