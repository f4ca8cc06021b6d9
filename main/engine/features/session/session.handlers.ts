import { existsSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { SessionStatus } from '../../../../shared/contract/session.ts'
import { type CivilDate, civilDateAt, type Instant } from '../../../../shared/dates.ts'
import { activeKeys, changeSigningKeys } from '../../audit-chain/signing-keys.ts'
import type { Engine, OpenSession } from '../../engine-state.ts'
import { CodedError } from '../../errors.ts'
import { exportPlace } from '../../export-place.ts'
import type { HandlersFor } from '../../handlers.ts'
import { withAttemptLimit } from '../../keys/attempts.ts'
import { saveGeneration } from '../../keys/generation.ts'
import {
  changePassphrase,
  openWithCode,
  recoverWithCode,
  recoveryPublicKey,
  replaceRecoveryCode,
} from '../../keys/keyring.ts'
import { readKeyring, writeKeyring } from '../../keys/keyring-file.ts'
import { wipe } from '../../keys/secret-bytes.ts'
import { confirmWithPassphrase, signIn } from '../../keys/sign-in.ts'
import { publishAuditHead, recordNote } from '../../record.ts'
import { actorOf, requireSameKeys, type SessionContext, unlocked } from '../../session-context.ts'
import { storePaths } from '../../store/paths.ts'
import { healPublishedRoots } from '../institution/index.ts'
import { currentInstitution } from '../institution/institution.queries.ts'
import { keepShippedPack } from '../law/index.ts'
import { backUpNow } from './back-up.ts'
import { makeStore, newStoreDirectory } from './make-store.ts'
import { openExampleStore } from './open-example.ts'
import { recoverySheetOf } from './recovery-sheet-of.ts'
import { sessionStatus } from './session-status.ts'
import { checkHeadAtUnlock, openSession } from './unlock-store.ts'

/** What the head said at the last unlock; shown as long as the session lasts. */
const warnings = new WeakMap<OpenSession, string>()

export const sessionHandlers: HandlersFor<'session'> = {
  'session.status': async (_input, ctx: SessionContext) => statusOf(ctx.engine),

  'session.chooseStore': async (input, ctx: SessionContext) => {
    const directory = await ctx.redeem(input.folder)
    if (!existsSync(storePaths(directory).keyring)) throw new CodedError('store.notAStore')
    ctx.engine.lock('user')
    ctx.engine.directory = directory
    ctx.engine.publish('session.changed')
    return statusOf(ctx.engine)
  },

  'session.createStore': async (input, ctx: SessionContext) => {
    const directory = newStoreDirectory(await ctx.redeem(input.folder))
    ctx.engine.lock('user')
    const made = await makeStore(ctx.engine, directory, input.institution, input.accounts, (done, total) =>
      ctx.progress({ done, total }),
    )
    begin(ctx.engine, made.session)
    return { status: statusOf(ctx.engine), recoveryKey: made.recoveryKey }
  },

  'session.openExample': async (input, ctx: SessionContext) => {
    const directory = newStoreDirectory(await ctx.redeem(input.folder))
    ctx.engine.lock('user')
    const made = await openExampleStore(ctx, directory)
    begin(ctx.engine, made.session)
    const { recoveryKey, passphrase, accounts } = made
    return { status: statusOf(ctx.engine), recoveryKey, passphrase, accounts }
  },

  'session.unlock': async (input, ctx: SessionContext) => {
    const { engine } = ctx
    const directory = chosen(engine)
    engine.lock('user')
    const opened = await signIn(directory, input, engine.now())
    const session = await openSession(engine, directory, opened)
    begin(engine, session)
    note(engine, session, 'session.unlock')
    return statusOf(engine)
  },

  'session.lock': async (_input, ctx: SessionContext) => {
    const { session } = ctx.engine
    if (session) note(ctx.engine, session, 'session.lock')
    ctx.engine.lock('user')
    return statusOf(ctx.engine)
  },

  'session.recover': async (input, ctx: SessionContext) => {
    const { engine } = ctx
    const directory = chosen(engine)
    engine.lock('user')
    const paths = storePaths(directory)
    const cost = ctx.start.kdfCost
    const recovered = await recoverWithCode(readKeyring(paths.keyring), input.recoveryKey, {
      signInName: input.signInName,
      passphrase: input.passphrase,
      ...(cost ? { cost } : {}),
    })
    writeKeyring(paths.keyring, recovered.keyring)
    const session = await openSession(engine, directory, recovered, (store, account) => {
      const actor = {
        at: at(engine),
        actorId: null,
        actorName: '',
        role: 'recovery',
        device: ctx.start.deviceName,
      }
      const added = [
        { kind: 'account' as const, accountId: account.id, publicKey: recovered.publicKeys.signPublic },
      ]
      store.transaction(db => {
        const ended = activeKeys(db, { accountId: account.id })
        changeSigningKeys(db, recovered.recoverySigner, actor, { added, ended })
      })
    })
    wipe(recovered.recoverySigner.secretKey)
    begin(engine, session)
    note(engine, session, 'session.recover')
    return statusOf(engine)
  },

  'session.changePassphrase': async (input, ctx: SessionContext) => {
    const session = unlocked(ctx)
    const cost = ctx.start.kdfCost
    const { keyring: before } = session
    const { signInName } = session.actor
    // Whoever sits down at an open laptop may not guess faster than at the lock screen.
    const keyring = await limited(session, ctx.now(), () =>
      changePassphrase(before, {
        signInName,
        oldPassphrase: input.current,
        newPassphrase: input.next,
        ...(cost ? { cost } : {}),
      }),
    )
    requireSameKeys(ctx, session, before)
    writeKeyring(session.store.paths.keyring, keyring)
    session.keyring = keyring
    session.store.transaction(db => {
      saveGeneration(db, keyring)
      recordNote(ctx.engine, session, db, 'session.changePassphrase', { subject: session.actor.displayName })
    })
    publishAuditHead(session)
    return {}
  },

  'session.replaceRecoveryKey': async (input, ctx: SessionContext) => {
    const session = unlocked(ctx)
    const { keyring: before } = session
    const confirming = { accountId: session.actor.id, passphrase: input.passphrase }
    const confirmed = await confirmWithPassphrase(session.directory, before, confirming, ctx.now())
    confirmed.wipe()
    requireSameKeys(ctx, session, before)
    const { keyring, recoveryCode } = replaceRecoveryCode(before, session.keys)
    writeKeyring(session.store.paths.keyring, keyring)
    session.keyring = keyring
    session.store.transaction(db => {
      saveGeneration(db, keyring)
      changeSigningKeys(db, session.keys.signer, actorOf(ctx, session), {
        added: [{ kind: 'recovery', accountId: null, publicKey: recoveryPublicKey(keyring) }],
        ended: activeKeys(db, { kind: 'recovery' }),
      })
      const subject = session.actor.displayName
      recordNote(ctx.engine, session, db, 'session.replaceRecoveryKey', { subject })
    })
    publishAuditHead(session)
    return { recoveryKey: recoveryCode }
  },

  'session.saveRecoverySheet': async (input, ctx: SessionContext) => {
    const session = unlocked(ctx)
    // A sheet with a mistyped key would be found out on the worst of days.
    const opened = openWithCode(session.keyring, input.recoveryKey)
    wipe(opened.masters.current, opened.signer.secretKey)
    const { pack } = currentInstitution(session.store.read)
    const on: CivilDate = civilDateAt(at(ctx.engine), pack.zone)
    const bytes = await recoverySheetOf(ctx.start.resourcesDir, {
      pack,
      storeName: basename(session.directory),
      recoveryKey: input.recoveryKey,
      on,
    })
    const target = exportPlace(await ctx.redeem(input.target), session.directory)
    try {
      writeFileSync(target, bytes, { mode: 0o600 })
    } catch (error) {
      throw new CodedError('files.notWritten', {}, error)
    }
    note(ctx.engine, session, 'session.saveRecoverySheet')
    return { fileName: basename(target) }
  },

  'session.backUp': async (_input, ctx: SessionContext) => {
    const session = unlocked(ctx)
    const made = await backUpNow(session, ctx.engine.now())
    session.store.transaction(db => {
      recordNote(ctx.engine, session, db, 'session.backUp', { subject: made.fileName })
    })
    publishAuditHead(session)
    ctx.engine.publish('session.changed')
    return made
  },
}

function chosen(engine: Engine): string {
  if (!engine.directory) throw new CodedError('store.noneChosen')
  return engine.directory
}

/** The growing delay of the lock screen for work on the signed-in account's own slot. */
function limited<T>(session: OpenSession, now: Date, attempt: () => Promise<T>): Promise<T> {
  const slotId = session.keyring.slots.find(slot => slot.accountId === session.actor.id)?.id ?? 'unknown'
  return withAttemptLimit({ file: session.store.paths.attempts, slotId, now }, attempt)
}

function begin(engine: Engine, session: OpenSession): void {
  // Two calls that open stores at once: the earlier one's keys must not stay in memory.
  engine.lock('user')
  engine.directory = session.directory
  engine.session = session
  healPublishedRoots(session.store.read, session.directory)
  const warning = checkHeadAtUnlock(session)
  if (warning) warnings.set(session, warning)
  keepShippedPack(engine, session)
  engine.publish('session.changed')
}

function statusOf(engine: Engine): SessionStatus {
  return sessionStatus(engine, engine.session ? (warnings.get(engine.session) ?? null) : null)
}

function note(engine: Engine, session: OpenSession, method: string): void {
  session.store.transaction(db => {
    recordNote(engine, session, db, method, { subject: session.actor.displayName })
  })
  publishAuditHead(session)
}

function at(engine: Engine): Instant {
  return engine.now().toISOString() as Instant
}
