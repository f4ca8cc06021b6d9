import { useEffect, useState } from 'react'
import type { Command } from './commands.ts'
import { type SearchSource, useSearchSources } from './search-sources.ts'

export type Found = {
  /** What was looked for; the palette may already hold other words. */
  query: string
  groups: readonly { label: string; commands: readonly Command[] }[]
}

const NOTHING: Found = { query: '', groups: [] }
const SHORTEST = 2
const TYPING_PAUSE_MS = 120

/** What is looked for when this is typed; empty while it is too short. */
export function searchedWords(typed: string): string {
  const query = typed.trim()
  return query.length < SHORTEST ? '' : query
}

/** What the searches find, once typing pauses; late answers to older words are dropped. */
export function useFound(typed: string): Found {
  const sources = useSearchSources()
  const [found, setFound] = useState(NOTHING)
  const query = searchedWords(typed)
  useEffect(() => {
    if (query === '') return setFound(NOTHING)
    let current = true
    const timer = setTimeout(async () => {
      const groups = await Promise.all(sources.map(source => groupOf(source, query)))
      if (current) setFound({ query, groups })
    }, TYPING_PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [query, sources])
  return found
}

/** A search that is refused finds nothing: the others still answer. */
async function groupOf({ label, search }: SearchSource, query: string): Promise<Found['groups'][number]> {
  return { label, commands: await search(query).catch(() => []) }
}
