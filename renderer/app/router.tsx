import { type ComponentProps, type MouseEvent, useSyncExternalStore } from 'react'

/** A page's place: path and query as in the window's hash, so every object has a stable address. */
export type Address = { path: string; query: URLSearchParams }

type Position = { at: number; last: number }
const listeners = new Set<() => void>()
let position: Position = { at: positionOf(history.state) ?? 0, last: positionOf(history.state) ?? 0 }
let shown = snapshot()

function positionOf(state: unknown): number | null {
  return typeof state === 'object' && state !== null && 'at' in state && typeof state.at === 'number'
    ? state.at
    : null
}

type Snapshot = { href: string; address: Address; canGoBack: boolean; canGoForward: boolean }
function snapshot(): Snapshot {
  const href = location.hash.startsWith('#/') ? location.hash.slice(1) : '/'
  const [path = '/', search = ''] = href.split('?', 2)
  return {
    href,
    address: { path: decodeURI(path), query: new URLSearchParams(search) },
    canGoBack: position.at > 0,
    canGoForward: position.at < position.last,
  }
}

function announce(): void {
  shown = snapshot()
  for (const listener of listeners) listener()
}

window.addEventListener('popstate', event => {
  const at = positionOf(event.state)
  if (at === null) {
    // A plain hash link was followed: it is a new step, and it needs its number.
    position = { at: position.at + 1, last: position.at + 1 }
    history.replaceState({ at: position.at }, '')
  } else position = { at, last: Math.max(position.last, at) }
  announce()
})

/** Opens an address such as '/perkara/01J…/bukti?nomor=P-4'. `replace` leaves no step behind. */
export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  if (to === shown.href) return
  if (replace) history.replaceState({ at: position.at }, '', `#${to}`)
  else {
    position = { at: position.at + 1, last: position.at + 1 }
    history.pushState({ at: position.at }, '', `#${to}`)
  }
  announce()
}

export const goBack = (): void => {
  if (shown.canGoBack) history.back()
}
export const goForward = (): void => {
  if (shown.canGoForward) history.forward()
}

/** The present address and whether there are steps behind or ahead. */
export function useLocation(): Snapshot {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
}

/** One value of the query part, for filters that belong to the address. */
export function useQueryParam(name: string): [string | null, (value: string | null) => void] {
  const { address } = useLocation()
  const change = (value: string | null) => {
    const query = new URLSearchParams(address.query)
    if (value === null) query.delete(name)
    else query.set(name, value)
    const search = query.toString()
    navigate(search ? `${address.path}?${search}` : address.path, { replace: true })
  }
  return [address.query.get(name), change]
}

export type Params = Readonly<Record<string, string>>

/** Reads '/perkara/:caseId/bukti' against a path; null when it is another page. */
export function matchPath(pattern: string, path: string): Params | null {
  const names = pattern.split('/')
  const parts = path.split('/')
  if (names.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? ''
    if (name.startsWith(':') && part) params[name.slice(1)] = part
    else if (name !== part) return null
  }
  return params
}

/** A link inside the program: a real anchor, so it can be reached and named like one. */
export function Link({ to, onClick, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { to: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0) return
    event.preventDefault()
    navigate(to)
  }
  return <a href={`#${to}`} onClick={follow} {...rest} />
}
