/**
 * Messages between the window and the engine over one MessagePort.
 * The engine parses `input` with the contract; the window parses `value`.
 */
export type CallMessage = { t: 'call'; id: number; method: string; input: unknown }
export type CancelMessage = { t: 'cancel'; id: number }
export type ToEngine = CallMessage | CancelMessage

export type ReplyMessage = { t: 'reply'; id: number; ok: true; value: unknown }
export type RefusalMessage = { t: 'reply'; id: number; ok: false; error: WireError }
export type ProgressMessage = { t: 'progress'; id: number; value: unknown }
export type EventMessage = { t: 'event'; topic: string; facts: Record<string, string> }
export type ToWindow = ReplyMessage | RefusalMessage | ProgressMessage | EventMessage

/** `issues` names the input fields that were refused, for forms. */
export type WireError = {
  code: string
  facts: Record<string, string | number | boolean | null>
  issues?: { path: string; message: string }[]
}

/** A place to post messages and to listen; the same over MessagePort and process IPC. */
export type WirePort = {
  post(message: unknown): void
  listen(receive: (message: unknown) => void): void
}

/**
 * Control channel between the shell and the engine (never reachable from the window).
 * Numbers of `id` belong to the asking side.
 */
export type ShellToEngine =
  | { c: 'start'; facts: EngineStart }
  | { c: 'attach'; port: number; scope: PortScope }
  | { c: 'detach'; port: number }
  | { c: 'data'; port: number; message: unknown }
  | { c: 'lock'; reason: LockReason }
  | { c: 'ticket'; id: number; path: string | null }
  | { c: 'readBlob'; id: number; token: string; offset: number; length: number }
  | { c: 'statBlob'; id: number; token: string }
export type EngineToShell =
  | { c: 'ready' }
  | { c: 'data'; port: number; message: unknown }
  | { c: 'redeem'; id: number; ticket: string }
  | { c: 'blob'; id: number; bytes: Uint8Array | null }
  | { c: 'blobStat'; id: number; size: number; mime: string; name: string }
  | { c: 'blobMissing'; id: number }
  | { c: 'locked'; reason: LockReason }
  | { c: 'unlocked'; idleMinutes: number; holdOpen: boolean }

/** What a port may ask: a whole window's, or the public display's, which is refused everything but its pane. */
export type PortScope = 'full' | 'public'

export type LockReason = 'user' | 'idle' | 'suspend' | 'engineRestarted' | 'closing'

/** What the engine needs to know of the outside; directories are absolute. */
export type EngineStart = {
  resourcesDir: string
  deviceName: string
  appVersion: string
  /** Folder for throw-away files; the engine keeps no case content there. */
  tempDir: string
  /** Argon2id cost for new slots; only engine tests set it, the shell never does. */
  kdfCost?: { memoryKib: number; passes: number }
}
