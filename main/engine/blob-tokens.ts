import { randomBytes } from 'node:crypto'

/** What a token stands for; `mime` has already been checked against the bytes. */
export type TokenTarget = { blobId: string; mime: string; name: string; size: number }

/**
 * Random names under which the window may read a sealed file until the session locks.
 * The window never learns a blob's id, and a token of an earlier session opens nothing.
 */
export type BlobTokens = {
  issue(target: TokenTarget): string
  find(token: string): TokenTarget | undefined
  clear(): void
}

/** At most `limit` tokens live at once; the oldest goes first. */
export function createBlobTokens(limit = 500): BlobTokens {
  const live = new Map<string, TokenTarget>()
  return {
    issue(target) {
      const token = randomBytes(24).toString('base64url')
      live.set(token, target)
      const oldest = live.keys().next().value
      if (live.size > limit && oldest !== undefined) live.delete(oldest)
      return token
    },
    find: token => live.get(token),
    clear: () => live.clear(),
  }
}
