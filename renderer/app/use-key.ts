import { useEffect, useRef } from 'react'

/** One key of a page, such as 'Ctrl+N' or 'Ctrl+Shift+Enter'; `act` null switches it off. */
export function useKey(keys: string, act: (() => void) | null): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const parts = keys.toLowerCase().split('+')
    const key = parts.at(-1) ?? ''
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || event.defaultPrevented) return
      if (event.ctrlKey !== parts.includes('ctrl') || event.shiftKey !== parts.includes('shift')) return
      if (event.altKey !== parts.includes('alt') || !latest.current) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [keys])
}
