/** Where the window's own files come from. */
export const ORIGIN = 'app://adjudikasn'
export const START_URL = `${ORIGIN}/index.html`
/** The page of the public display. */
export const PUBLIC_URL = `${ORIGIN}/public.html`

/** Whether the URL is one of our own pages or files; anything that is no URL is not. */
export function isOurUrl(text: string): boolean {
  const url = parse(text)
  // A URL with user or port is never written by us and could be meant to look like ours.
  return url?.protocol === 'app:' && url.host === 'adjudikasn' && url.username === '' && url.password === ''
}

/**
 * Whether a request may leave the window at all: our own files, blobs that our page made, and data: URLs
 * (the content policy narrows those to images and fonts).
 */
export function isAllowedRequest(text: string): boolean {
  return isOurUrl(text) || text.startsWith(`blob:${ORIGIN}/`) || text.startsWith('data:')
}

function parse(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
