import type { EngineStart } from '../../shared/wire.ts'
import type { Engine, OpenSession } from './engine-state.ts'
import { CodedError } from './errors.ts'
import type { Keyring } from './keys/keyring-file.ts'

/** For the calls that open, close or re-key the store itself. */
export type SessionContext = {
  readonly engine: Engine
  readonly start: EngineStart
  readonly now: () => Date
  readonly redeem: (ticket: string) => Promise<string>
  readonly signal: AbortSignal
  readonly progress: (value: unknown) => void
}

/** The open session; a call that reached a handler had one, unless it was locked meanwhile. */
export function unlocked(ctx: SessionContext): OpenSession {
  if (!ctx.engine.session) throw new CodedError('session.locked')
  return ctx.engine.session
}

/**
 * After stretching a passphrase: the session and its keyring are still those the work began with. Written all the
 * same, the key file would be sealed with wiped keys, or would undo another change of it.
 * Throws `session.locked`, `keyring.changedMeanwhile`.
 */
export function requireSameKeys(ctx: SessionContext, session: OpenSession, keyring: Keyring): void {
  if (ctx.engine.session !== session) throw new CodedError('session.locked')
  if (session.keyring !== keyring) throw new CodedError('keyring.changedMeanwhile')
}

/** Who acts, for entries that the audit chain makes itself. */
export function actorOf(ctx: SessionContext, session: OpenSession) {
  return {
    at: ctx.now().toISOString(),
    actorId: session.actor.id,
    actorName: session.actor.displayName,
    role: session.actor.role,
    device: ctx.start.deviceName,
  }
}
