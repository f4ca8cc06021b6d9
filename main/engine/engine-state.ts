import type { Account } from '../../shared/contract/session.ts'
import type { Topic } from '../../shared/events.ts'
import type { InstitutionPack } from '../../shared/institution-pack.ts'
import type { LawPack } from '../../shared/law-pack.ts'
import type { EngineStart, LockReason } from '../../shared/wire.ts'
import { type BlobTokens, createBlobTokens } from './blob-tokens.ts'
import type { Keyring } from './keys/keyring-file.ts'
import type { UnlockedKeys } from './keys/unlocked-keys.ts'
import type { LawLibrary } from './law/law-library.ts'
import type { Store } from './store/store.ts'
import type { Vault } from './vault/vault.ts'

/** An unlocked store. It ends at lock: keys are wiped, files closed, running calls cancelled. */
export type OpenSession = {
  readonly directory: string
  readonly store: Store
  readonly vault: Vault
  readonly actor: Account
  keyring: Keyring
  keys: UnlockedKeys
  readonly ended: AbortController
  institution: { pack: InstitutionPack; version: number } | null
  /** Opened when first asked for. */
  laws: LawLibrary | null
}

/** What lives as long as the process: the chosen folder, the law pack, at most one session. */
export type Engine = {
  readonly start: EngineStart
  /** The pack that ships with the program. */
  readonly law: LawPack
  readonly tokens: BlobTokens
  readonly now: () => Date
  /** Folder of the chosen store; it stays chosen while locked. */
  directory: string | null
  session: OpenSession | null
  /** Wipes and closes; the window is told. */
  lock(reason: LockReason): void
  publish(topic: Topic, facts?: Record<string, string>): void
}

export type EngineOutlets = {
  publish: (topic: Topic, facts: Record<string, string>) => void
  locked: (reason: LockReason) => void
}

/** A locked engine without a store. `now` is the clock, UTC. */
export function createEngineState(
  start: EngineStart,
  law: LawPack,
  outlets: EngineOutlets,
  now: () => Date = () => new Date(),
): Engine {
  const engine: Engine = {
    start,
    law,
    tokens: createBlobTokens(),
    now,
    directory: null,
    session: null,
    lock(reason) {
      const session = engine.session
      if (!session) return
      engine.session = null
      session.ended.abort()
      engine.tokens.clear()
      session.vault.close()
      session.keys.wipe()
      session.store.close()
      outlets.locked(reason)
      outlets.publish('session.changed', {})
    },
    publish: (topic, facts = {}) => outlets.publish(topic, facts),
  }
  return engine
}
