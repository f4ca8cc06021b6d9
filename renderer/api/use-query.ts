import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input, MethodName, Output } from '../../shared/contract/index.ts'
import { TOPICS, type Topic } from '../../shared/events.ts'
import { useEngine } from './engine-context.tsx'
import { asEngineError, type EngineError } from './engine-error.ts'

export type Query<T> = {
  /** Undefined until the first answer; then the last good answer, also while a newer one is loading. */
  data: T | undefined
  error: EngineError | null
  /** No answer yet. */
  loading: boolean
  /** Showing an older answer while a newer one is on its way. */
  stale: boolean
  reload(): void
}
type QueryOptions = {
  /** Topics that make the answer old; without it, the method's own feature. */
  topics?: readonly Topic[]
  /** Keeps showing the answer to the previous input while the next loads (search as you type). */
  keepPrevious?: boolean
}

const answers = new Map<string, unknown>()
const MOST_ANSWERS = 60

/** Forgets everything that was read from the store; called when the store is locked. */
export function forgetAnswers(): void {
  answers.clear()
}

/**
 * Asks the engine and keeps asking when what was asked changes. `input` null asks nothing yet.
 * Answers that come out of order are dropped. Returning to a page shows the last answer at once.
 */
export function useQuery<K extends MethodName>(
  method: K,
  input: Input<K> | null,
  { topics, keepPrevious = false }: QueryOptions = {},
): Query<Output<K>> {
  const { client } = useEngine()
  const key = input === null ? null : `${method} ${JSON.stringify(input)}`
  const [answer, setAnswer] = useState<{
    key: string | null
    data: Output<K> | undefined
    error: EngineError | null
  }>(() => ({ key, data: remembered(key), error: null }))
  const [asking, setAsking] = useState(key !== null)
  const latest = useRef(0)
  const inputRef = useRef(input)
  inputRef.current = input

  const ask = useCallback(() => {
    const asked = inputRef.current
    const turn = ++latest.current
    if (key === null || asked === null) return setAsking(false)
    setAsking(true)
    client.call(method, asked).then(
      data => {
        if (turn !== latest.current) return
        remember(key, data)
        setAnswer({ key, data, error: null })
        setAsking(false)
      },
      (thrown: unknown) => {
        if (turn !== latest.current) return
        setAnswer(before => ({
          key,
          data: before.key === key ? before.data : undefined,
          error: asEngineError(thrown),
        }))
        setAsking(false)
      },
    )
  }, [client, method, key])

  useEffect(() => {
    ask()
    return () => {
      latest.current += 1
    }
  }, [ask])

  const topicList = (topics ?? ownTopics(method)).join(' ')
  useEffect(() => {
    const stops = TOPICS.filter(topic => topicList.split(' ').includes(topic)).map(topic =>
      client.subscribe(topic, ask),
    )
    return () => {
      for (const stop of stops) stop()
    }
  }, [client, ask, topicList])

  const fits = answer.key === key
  const data = fits ? answer.data : (remembered<Output<K>>(key) ?? (keepPrevious ? answer.data : undefined))
  const error = fits ? answer.error : null
  const waiting = asking || !fits
  return {
    data,
    error,
    loading: waiting && data === undefined && !error && key !== null,
    stale: waiting && data !== undefined,
    reload: ask,
  }
}

function ownTopics(method: string): Topic[] {
  return TOPICS.filter(topic => topic === `${method.slice(0, method.indexOf('.'))}.changed`)
}

function remembered<T>(key: string | null): T | undefined {
  return key === null ? undefined : (answers.get(key) as T | undefined)
}

function remember(key: string, data: unknown): void {
  answers.delete(key)
  answers.set(key, data)
  const oldest = answers.size > MOST_ANSWERS ? answers.keys().next().value : undefined
  if (oldest !== undefined) answers.delete(oldest)
}
