import { randomUUID } from 'node:crypto'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import type { Account } from '../../../shared/contract/session.ts'
import type { ToWindow } from '../../../shared/wire.ts'
import { createDispatcher } from '../dispatcher.ts'
import { createEngineState, type OpenSession } from '../engine-state.ts'
import { CodedError } from '../errors.ts'
import { registry } from '../features/index.ts'
import { confirmedWith } from '../features/session/confirm-account.ts'
import { confirmWithPassphrase } from '../keys/sign-in.ts'
import { type UnlockedKeys, unlockedKeys } from '../keys/unlocked-keys.ts'
import type { SessionContext } from '../session-context.ts'

/** Calls made one after another by several accounts of one open store, each signing for itself. */
export type Replay = {
  as(signInName: string): Promise<void>
  /** UTC instant that the next calls see as now. */
  at(instant: string): void
  call<K extends MethodName>(method: K, input: Input<K>): Promise<Output<K>>
  /** A one-time ticket for a file of the program's own. */
  ticket(path: string): string
  account(signInName: string): Account
  /** Forgets the keys of all accounts but the one that the session belongs to. */
  end(): void
}

/**
 * Replays work through the same dispatcher as the window: the same schemas, roles, rules and
 * audit entries. There is no second way to write, not even for the example docket.
 */
export function startReplay(
  ctx: SessionContext,
  session: OpenSession,
  accounts: readonly Account[],
  passphrase: string,
): Replay {
  let clock = ctx.now()
  const silent = { publish: () => undefined, locked: () => undefined }
  const engine = createEngineState(ctx.start, ctx.engine.law, silent, () => clock)
  engine.directory = session.directory
  engine.session = session
  const sessions = new Map<string, OpenSession>([[session.actor.signInName, session]])
  const tickets = new Map<string, string>()
  const redeem = async (ticket: string) => {
    const path = tickets.get(ticket)
    if (path === undefined) throw new CodedError('files.ticketUnknown')
    tickets.delete(ticket)
    return path
  }
  // An account that acted here was opened by its passphrase; stretching it anew for each ballot would take minutes.
  const confirm = (accountId: string, typed: string) => {
    const own = [...sessions.values()].find(known => known.actor.id === accountId)
    return own && typed === passphrase ? confirmedWith(session, accountId, copyOf(own.keys)) : null
  }
  const dispatcher = createDispatcher(engine, registry, { redeem, confirm })
  const account = (signInName: string) => {
    const found = accounts.find(person => person.signInName === signInName)
    if (!found) throw new CodedError('accounts.unknown')
    return found
  }
  let id = 0
  return {
    account,
    async as(signInName) {
      let own = sessions.get(signInName)
      if (!own) {
        const person = account(signInName)
        const unlocking = { accountId: person.id, passphrase }
        const keys = await confirmWithPassphrase(session.directory, session.keyring, unlocking, ctx.now())
        own = { ...session, actor: person, keys }
        sessions.set(signInName, own)
      }
      engine.session = own
    },
    at(instant) {
      clock = new Date(instant)
    },
    call<K extends MethodName>(method: K, input: Input<K>) {
      id += 1
      const message = { t: 'call' as const, id, method, input }
      return new Promise<Output<K>>((resolve, reject) => {
        void dispatcher.handle(0, message, (reply: ToWindow) => {
          if (reply.t !== 'reply') return
          if (reply.ok) resolve(reply.value as Output<K>)
          else reject(new CodedError(reply.error.code, reply.error.facts))
        })
      })
    },
    ticket(path) {
      const ticket = randomUUID()
      tickets.set(ticket, path)
      return ticket
    },
    end() {
      for (const own of sessions.values()) if (own !== session) own.keys.wipe()
    },
  }
}

/** Confirmed keys are wiped after their one use; those of the session stay. */
function copyOf({ storeId, accountId, signer, sealSecret, masters }: UnlockedKeys): UnlockedKeys {
  const { current, next } = masters
  return unlockedKeys({
    storeId,
    accountId,
    signer: { ...signer, secretKey: Buffer.from(signer.secretKey) },
    sealSecret: Buffer.from(sealSecret),
    masters: { current: Buffer.from(current), next: next && Buffer.from(next) },
  })
}
