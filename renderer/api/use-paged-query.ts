import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input, MethodName, Output } from '../../shared/contract/index.ts'
import { TOPICS, type Topic } from '../../shared/events.ts'
import { useEngine } from './engine-context.tsx'
import { asEngineError, type EngineError } from './engine-error.ts'

const PAGE = 200

/** Methods that give one page of a list: input with offset and limit, output with total and rows. */
export type PagedMethod = {
  [K in MethodName]: Output<K> extends { total: number; rows: readonly unknown[] } ? K : never
}[MethodName]
type RowOf<K extends PagedMethod> = Output<K> extends { rows: readonly (infer R)[] } ? R : never

export type PagedQuery<K extends PagedMethod> = {
  /** As long as the whole list; undefined where nothing has been loaded yet. */
  rows: readonly (RowOf<K> | undefined)[]
  total: number
  /** The page that came last, for counts that come with it. */
  data: Output<K> | undefined
  loading: boolean
  error: EngineError | null
  reload(): void
  /** Give this to DataTable: loads the pages that are on screen. */
  onRange(first: number, last: number): void
}
type Shown<K extends PagedMethod> = {
  rows: readonly (RowOf<K> | undefined)[]
  data: Output<K> | undefined
  error: EngineError | null
}

/**
 * A list of any length, loaded 200 rows at a time as they come on screen. A change in the store or another
 * input asks again for what is shown; the old rows stay until the new ones come.
 */
export function usePagedQuery<K extends PagedMethod>(
  method: K,
  input: Omit<Input<K>, 'offset' | 'limit'>,
  { topics }: { topics?: readonly Topic[] } = {},
): PagedQuery<K> {
  const { client } = useEngine()
  const key = JSON.stringify(input)
  const [shown, setShown] = useState<Shown<K>>({ rows: [], data: undefined, error: null })
  const [loading, setLoading] = useState(true)
  const turn = useRef(0)
  /** Pages asked for, and the input they belong to. */
  const asked = useRef<{ key: string | null; pages: Set<number> }>({ key: null, pages: new Set() })
  const range = useRef({ first: 0, last: 0 })

  const load = useCallback(
    (page: number) => {
      const fresh = asked.current.key !== key
      if (fresh) asked.current = { key, pages: new Set() }
      if (asked.current.pages.has(page)) return
      asked.current.pages.add(page)
      const mine = turn.current
      const whole = { ...JSON.parse(key), offset: page * PAGE, limit: PAGE } as Input<K>
      client.call(method, whole).then(
        data => {
          if (mine !== turn.current) return
          setShown(before => ({
            rows: withPage<RowOf<K>>(fresh ? [] : before.rows, data, page * PAGE),
            data,
            error: null,
          }))
          setLoading(false)
        },
        (thrown: unknown) => {
          if (mine !== turn.current) return
          asked.current.pages.delete(page)
          setShown(before => ({ ...before, error: asEngineError(thrown) }))
          setLoading(false)
        },
      )
    },
    [client, method, key],
  )
  const reload = useCallback(() => {
    turn.current += 1
    asked.current = { key: null, pages: new Set() }
    const { first, last } = range.current
    load(Math.floor(first / PAGE))
    if (last >= (Math.floor(first / PAGE) + 1) * PAGE) load(Math.floor(last / PAGE))
  }, [load])

  useEffect(() => {
    // The table below has mounted before and may have asked already.
    if (asked.current.key !== key) {
      range.current = { first: 0, last: 0 }
      reload()
    }
    return () => {
      turn.current += 1
      asked.current = { key: null, pages: new Set() }
    }
  }, [reload, key])

  const topicList = (
    topics ?? TOPICS.filter(topic => topic === `${method.slice(0, method.indexOf('.'))}.changed`)
  ).join(' ')
  useEffect(() => {
    const stops = TOPICS.filter(topic => topicList.split(' ').includes(topic)).map(topic =>
      client.subscribe(topic, reload),
    )
    return () => {
      for (const stop of stops) stop()
    }
  }, [client, reload, topicList])

  const onRange = useCallback(
    (first: number, last: number) => {
      range.current = { first, last }
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) load(page)
    },
    [load],
  )
  return { ...shown, total: shown.data?.total ?? 0, loading, reload, onRange }
}

function withPage<R>(
  rows: readonly (R | undefined)[],
  page: { total: number; rows: readonly unknown[] },
  offset: number,
): (R | undefined)[] {
  const next = Array.from({ length: page.total }, (_, index) => rows[index])
  for (const [index, row] of page.rows.entries()) next[offset + index] = row as R
  return next
}
