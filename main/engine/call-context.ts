import { join } from 'node:path'
import type { PrepareContext, WriteContext } from './context.ts'
import type { Call } from './dispatcher.ts'
import type { OpenSession } from './engine-state.ts'
import { CodedError } from './errors.ts'
import { currentInstitution } from './features/institution/institution.queries.ts'
import { lawsOf } from './features/law/index.ts'
import { confirmAccount, unsealerOf } from './features/session/confirm-account.ts'
import { publicKeysOf } from './keys/keyring.ts'
import { loadFonts } from './pdf/fonts.ts'
import { recordNote } from './record.ts'
import type { SessionContext } from './session-context.ts'
import type { WritableDb } from './store/database.ts'

/** Context of reads and of the part of a write before its transaction. */
export function prepareContext(call: Call): PrepareContext {
  const { engine } = call
  const session = engine.session
  const signal = session ? AbortSignal.any([call.signal, session.ended.signal]) : call.signal
  const locked = (): never => {
    throw new CodedError('session.locked')
  }
  return {
    get db() {
      return session?.store.read ?? locked()
    },
    get actor() {
      return session?.actor ?? locked()
    },
    get vault() {
      return session?.vault ?? locked()
    },
    now: engine.now,
    get law() {
      return session ? lawsOf(engine, session).newest : engine.law
    },
    get laws() {
      return lawsOf(engine, session ?? locked())
    },
    institution: () => (session ? institutionOf(session) : locked()),
    tokens: engine.tokens,
    fonts: () => loadFonts(join(engine.start.resourcesDir, 'fonts')),
    resourcesDir: engine.start.resourcesDir,
    directory: engine.directory ?? '',
    signal,
    progress: call.progress,
    redeem: call.outside.redeem,
    confirmAccount: async (accountId, passphrase) =>
      call.outside.confirm?.(accountId, passphrase) ??
      confirmAccount(engine, session ?? locked(), accountId, passphrase),
    ownUnsealer: () => unsealerOf((session ?? locked()).keys, () => session?.ended.signal.aborted ?? true),
    deviceName: engine.start.deviceName,
    publicKeys: accountId => publicKeysIn(session ?? locked(), accountId),
  }
}

/** Context inside the transaction; `recorded()` counts the audit entries of this call. */
export function writeContext(
  call: Call,
  session: OpenSession,
  db: WritableDb,
  events: (() => void)[],
): { ctx: WriteContext; recorded: () => number } {
  const { engine } = call
  let entries = 0
  const ctx: WriteContext = {
    db,
    actor: session.actor,
    vault: session.vault,
    now: engine.now,
    get law() {
      return lawsOf(engine, session).newest
    },
    get laws() {
      return lawsOf(engine, session)
    },
    institution: () => institutionOf(session),
    tokens: engine.tokens,
    fonts: () => loadFonts(join(engine.start.resourcesDir, 'fonts')),
    resourcesDir: engine.start.resourcesDir,
    directory: session.directory,
    deviceName: engine.start.deviceName,
    publicKeys: accountId => publicKeysIn(session, accountId),
    signal: call.signal,
    progress: call.progress,
    record(note) {
      entries += 1
      recordNote(engine, session, db, call.name, note)
    },
    publish(topic, facts = {}) {
      if (topic === 'institution.changed') session.institution = null
      events.push(() => engine.publish(topic, facts))
    },
  }
  return { ctx, recorded: () => entries }
}

/** What a call may use that opens, makes or closes a store: the engine itself and no database. */
export function sessionContext(call: Call): SessionContext {
  return {
    engine: call.engine,
    start: call.engine.start,
    now: call.engine.now,
    redeem: call.outside.redeem,
    signal: call.signal,
    progress: call.progress,
  }
}

function publicKeysIn(session: OpenSession, accountId: string) {
  const slot = session.keyring.slots.find(entry => entry.accountId === accountId)
  return slot && publicKeysOf(slot)
}

function institutionOf(session: OpenSession) {
  session.institution ??= currentInstitution(session.store.read)
  return session.institution
}
