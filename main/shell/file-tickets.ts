import { randomUUID } from 'node:crypto'

const LIFETIME_MS = 30 * 60_000
const MOST_TICKETS = 5_000

type Entry = { path: string; expiresAt: number; spent: boolean; reusable: boolean }

/**
 * Tickets stand for paths, so that no path reaches the window. A ticket is redeemed once, by the engine,
 * within 30 minutes; afterwards it still names the file for "show in folder".
 */
export class FileTickets {
  readonly #entries = new Map<string, Entry>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /**
   * Gives a new ticket for an absolute path. A reusable one may be redeemed again until it expires: a
   * certificate file is looked at first, and read once more after a mistyped password. The oldest are
   * forgotten past 5,000.
   */
  issue(path: string, { reusable = false }: { reusable?: boolean } = {}): string {
    this.#dropExpired()
    const ticket = randomUUID()
    this.#entries.set(ticket, { path, expiresAt: this.#now() + LIFETIME_MS, spent: false, reusable })
    return ticket
  }

  /** The path, once unless reusable; null for an unknown, spent or expired ticket. */
  redeem(ticket: string): string | null {
    const entry = this.#valid(ticket)
    if (entry === null || entry.spent) return null
    entry.spent = !entry.reusable
    return entry.path
  }

  /** The path without spending the ticket, also after it was redeemed; null when unknown or expired. */
  pathOf(ticket: string): string | null {
    return this.#valid(ticket)?.path ?? null
  }

  #valid(ticket: string): Entry | null {
    const entry = this.#entries.get(ticket)
    return entry !== undefined && entry.expiresAt > this.#now() ? entry : null
  }

  #dropExpired(): void {
    for (const [ticket, entry] of this.#entries) {
      // Insertion order is order of expiry.
      if (entry.expiresAt > this.#now() && this.#entries.size < MOST_TICKETS) return
      this.#entries.delete(ticket)
    }
  }
}
