import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input, MethodName, Output, Progress } from '../../shared/contract/index.ts'
import { useEngine } from './engine-context.tsx'
import { asEngineError, type EngineError } from './engine-error.ts'

export type Action<K extends MethodName> = {
  /** Runs the call; gives undefined when it was refused or one is already running. */
  run(input: Input<K>): Promise<Output<K> | undefined>
  pending: boolean
  error: EngineError | null
  progress: Progress<K> | null
  /** Asks the engine to stop the running call. */
  cancel(): void
  clearError(): void
}
type ActionOptions<K extends MethodName> = {
  onDone?: (output: Output<K>) => void
  onRefused?: (error: EngineError) => void
}

/** One call that a person starts. A second start while it runs is ignored, so a double click does no harm. */
export function useAction<K extends MethodName>(method: K, options: ActionOptions<K> = {}): Action<K> {
  const { client } = useEngine()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<EngineError | null>(null)
  const [progress, setProgress] = useState<Progress<K> | null>(null)
  const running = useRef<AbortController | null>(null)
  const shown = useRef(true)
  const optionsRef = useRef(options)
  optionsRef.current = options

  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])

  const run = useCallback(
    async (input: Input<K>): Promise<Output<K> | undefined> => {
      if (running.current) return undefined
      const stop = new AbortController()
      running.current = stop
      setPending(true)
      setError(null)
      setProgress(null)
      try {
        const output = await client.call(method, input, { signal: stop.signal, onProgress: setProgress })
        if (shown.current) optionsRef.current.onDone?.(output)
        return output
      } catch (thrown) {
        const refusal = asEngineError(thrown)
        setError(refusal)
        if (shown.current) optionsRef.current.onRefused?.(refusal)
        return undefined
      } finally {
        running.current = null
        setPending(false)
        setProgress(null)
      }
    },
    [client, method],
  )
  const cancel = useCallback(() => running.current?.abort(), [])
  const clearError = useCallback(() => setError(null), [])
  return { run, pending, error, progress, cancel, clearError }
}
