import { type KeyboardEvent, use } from 'react'
import { KitPreferences } from './kit-preferences.ts'

/** Keys as in KeyboardEvent.key; letters in lower case. 'Space' for the space bar. */
export type ListKeys = Readonly<Partial<Record<string, () => void>>>

/**
 * Keys that work while a list (or viewer) has the focus: give the result to its onKeyDown. Bare letters and
 * digits are left alone when the person has switched them off, in text fields, and together with
 * Ctrl, Alt or Meta (WCAG 2.1.4).
 */
export function useListKeys(keys: ListKeys): (event: KeyboardEvent) => void {
  const { singleKeys } = use(KitPreferences)
  return event => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || inTextField(event.target))
      return
    const name = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key
    const action = keys[name]
    if (!action || (name.length === 1 && !singleKeys)) return
    event.preventDefault()
    action()
  }
}

function inTextField(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
