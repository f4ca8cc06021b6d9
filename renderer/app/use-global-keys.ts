import { useEffect, useRef } from 'react'

export type GlobalKeys = {
  palette(): void
  rail(position: number): void
  lock(): void
  keys(): void
  inspector(): void
  back(): void
  forward(): void
}

/** Keys that work on every screen while the store is open. None of them is a bare letter (WCAG 2.1.4). */
export function useGlobalKeys(actions: GlobalKeys): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = actionFor(event, latest.current)
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

function actionFor(event: KeyboardEvent, actions: GlobalKeys): (() => void) | null {
  const { key, ctrlKey, altKey, shiftKey, metaKey } = event
  if (metaKey) return null
  if (ctrlKey && !altKey && !shiftKey) {
    if (key.toLowerCase() === 'k') return actions.palette
    if (key.toLowerCase() === 'l') return actions.lock
    if (/^[1-9]$/.test(key)) return () => actions.rail(Number(key))
    return null
  }
  if (altKey && !ctrlKey && !shiftKey) {
    if (key === 'ArrowLeft') return actions.back
    if (key === 'ArrowRight') return actions.forward
    return null
  }
  if (ctrlKey || altKey) return null
  if (key === 'F1') return actions.keys
  if (key === 'F6') return () => focusPane(shiftKey ? -1 : 1)
  if (key === 'F8') return actions.inspector
  return null
}

/** Moves focus to the next pane on screen; panes carry `data-pane`. */
function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    pane => pane.offsetParent !== null,
  )
  const present = panes.findLastIndex(pane => pane.contains(document.activeElement))
  const next = panes[(present + step + panes.length) % panes.length]
  if (!next) return
  const inside = next.querySelector<HTMLElement>('[data-pane-focus]')
  ;(inside ?? next).focus()
}
