import type { EngineStart, LockReason } from '../../shared/wire.ts'
import type { Engine } from './engine-state.ts'

/** For the calls that open, close or re-key the store itself. */
export type SessionContext = {
  readonly engine: Engine
  readonly start: EngineStart
  readonly now: () => Date
  readonly redeem: (ticket: string) => Promise<string>
  readonly signal: AbortSignal
  readonly progress: (value: unknown) => void
}

export type { LockReason }
