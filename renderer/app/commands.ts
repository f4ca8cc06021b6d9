import { useEffect, useRef, useSyncExternalStore } from 'react'

/** Something the palette can do; `label` begins with an Indonesian verb. */
export type Command = {
  id: string
  label: string
  /** Second line or right-hand note. */
  detail?: string
  /** Other words people may type for it. */
  keywords?: string
  /** Shown at the right, for example 'Ctrl L'. */
  keys?: string
  run(): void
}
const commands = new Map<symbol, readonly Command[]>()
const listeners = new Set<() => void>()
let present: readonly Command[] = []

function changed(): void {
  present = [...commands.values()].flat()
  for (const listener of listeners) listener()
}

/** Adds commands to the palette while the page is shown. */
export function useCommands(list: readonly Command[]): void {
  const latest = useRef(list)
  latest.current = list
  const sameAs = list.map(command => `${command.id}\t${command.label}`).join('\n')
  useEffect(() => {
    if (!sameAs) return
    const mine = Symbol('commands')
    const late = latest.current.map(({ id, ...rest }) => ({
      id,
      ...rest,
      run: () => latest.current.find(command => command.id === id)?.run(),
    }))
    commands.set(mine, late)
    changed()
    return () => {
      commands.delete(mine)
      changed()
    }
  }, [sameAs])
}

export function usePageCommands(): readonly Command[] {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => present,
  )
}
