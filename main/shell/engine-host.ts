import { MessageChannelMain, type WebContents } from 'electron'
import type { ShellEvent } from '../../shared/bridge.ts'
import type { EngineStart, EngineToShell, LockReason, PortScope, ShellToEngine } from '../../shared/wire.ts'
import { type EngineLink, startFork, startUtility } from './engine-link.ts'
import type { ExhibitSource } from './exhibit-response.ts'
import { restartDelay } from './restart-delay.ts'

const STABLE_MS = 60_000
const CLOSE_PATIENCE_MS = 3_000

export type EngineOptions = {
  file: string
  /** Executable of a Node to run the engine on; null for Electron's utility process. */
  node: string | null
  facts: EngineStart
  /** The path behind a ticket, spending it. */
  redeem(ticket: string): string | null
  tell(event: ShellEvent): void
  onUnlocked(): void
  /** The store is being locked; what an audience sees must go at once. */
  onLocking(): void
}

export type SessionState = { unlocked: boolean; holdOpen: boolean }

type BlobReply = Extract<EngineToShell, { c: 'blob' | 'blobStat' | 'blobMissing' }>

/** Keeps one engine running: starts it, starts a fresh one when it dies, relays, and asks it for exhibit bytes. */
export class EngineHost {
  readonly exhibits: ExhibitSource = {
    stat: async token => {
      const reply = await this.#ask(id => ({ c: 'statBlob', id, token }))
      return reply?.c === 'blobStat' ? { size: reply.size, mime: reply.mime } : null
    },
    read: async (token, offset, length) => {
      const reply = await this.#ask(id => ({ c: 'readBlob', id, token, offset, length }))
      return reply?.c === 'blob' ? reply.bytes : null
    },
  }
  readonly #options: EngineOptions
  readonly #waiting = new Map<number, (reply: BlobReply | null) => void>()
  #windows: { contents: WebContents; scope: PortScope }[] = []
  #link: EngineLink | null = null
  #ready = false
  #closing = false
  #failures = 0
  #lastId = 0
  #session: SessionState = { unlocked: false, holdOpen: false }
  #whenLocked: (() => void) | null = null

  constructor(options: EngineOptions) {
    this.#options = options
    this.#start()
  }

  get kind(): 'utility' | 'fork' {
    return this.#options.node === null ? 'utility' : 'fork'
  }

  pid(): number | undefined {
    return this.#link?.pid()
  }

  sessionState(): SessionState {
    return this.#session
  }

  /** While the meeting room is shown, the store does not lock for idleness; every lock ends that. */
  holdOpen(hold: boolean): void {
    this.#session = { ...this.#session, holdOpen: hold && this.#session.unlocked }
  }

  /** Gives the window a port to the engine with that scope, at once or as soon as one is ready. */
  attachWindow(contents: WebContents, scope: PortScope): void {
    if (!this.#ready) {
      if (!this.#windows.some(entry => entry.contents === contents)) this.#windows.push({ contents, scope })
      return
    }
    if (contents.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    this.#link?.attach(++this.#lastId, scope, port1)
    contents.postMessage('engine-port', null, [port2])
  }

  /** Locks the store; the window hears of it first, so that it can cover what it shows. */
  lock(reason: LockReason): void {
    this.#options.onLocking()
    this.#options.tell('locking')
    this.#send({ c: 'lock', reason })
  }

  /** Locks, waits until the engine has written everything (3 s at most), and ends it. */
  async close(): Promise<void> {
    this.#closing = true
    if (this.#session.unlocked) {
      const locked = new Promise<void>(resolve => {
        this.#whenLocked = resolve
      })
      this.#send({ c: 'lock', reason: 'closing' })
      await Promise.race([locked, new Promise(resolve => setTimeout(resolve, CLOSE_PATIENCE_MS))])
    }
    this.#link?.kill()
  }

  #start(): void {
    const startedAt = Date.now()
    const { file, node, facts } = this.#options
    const listener = {
      message: (message: EngineToShell) => this.#receive(message),
      exit: () => this.#died(startedAt),
    }
    this.#link = node === null ? startUtility(file, listener) : startFork(file, node, listener)
    this.#send({ c: 'start', facts })
  }

  #died(startedAt: number): void {
    const wasReady = this.#ready
    this.#ready = false
    this.#link = null
    this.#session = { unlocked: false, holdOpen: false }
    for (const resolve of this.#waiting.values()) resolve(null)
    this.#waiting.clear()
    this.#whenLocked?.()
    if (this.#closing) return
    if (wasReady) this.#options.tell('engineGone')
    this.#failures = Date.now() - startedAt > STABLE_MS ? 1 : this.#failures + 1
    setTimeout(() => {
      if (!this.#closing) this.#start()
    }, restartDelay(this.#failures))
  }

  #receive(message: EngineToShell): void {
    switch (message.c) {
      case 'ready':
        return this.#becomeReady()
      case 'redeem':
        return this.#send({ c: 'ticket', id: message.id, path: this.#options.redeem(message.ticket) })
      case 'unlocked':
        this.#session = { unlocked: true, holdOpen: message.holdOpen || this.#session.holdOpen }
        return this.#options.onUnlocked()
      case 'locked':
        this.#session = { unlocked: false, holdOpen: false }
        this.#options.onLocking()
        return this.#whenLocked?.()
      case 'blob':
      case 'blobStat':
      case 'blobMissing': {
        const resolve = this.#waiting.get(message.id)
        this.#waiting.delete(message.id)
        return resolve?.(message)
      }
      case 'data':
        // Only the forked engine relays, and its link has taken these already.
        return
    }
  }

  #becomeReady(): void {
    this.#ready = true
    this.#options.tell('engineReady')
    const windows = this.#windows
    this.#windows = []
    for (const { contents, scope } of windows) this.attachWindow(contents, scope)
  }

  #ask(message: (id: number) => ShellToEngine): Promise<BlobReply | null> {
    if (!this.#ready) return Promise.resolve(null)
    const id = ++this.#lastId
    return new Promise(resolve => {
      this.#waiting.set(id, resolve)
      this.#send(message(id))
    })
  }

  #send(message: ShellToEngine): void {
    this.#link?.send(message)
  }
}
