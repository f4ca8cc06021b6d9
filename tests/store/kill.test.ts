import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectHead, publishHead } from '../../main/engine/audit-chain/publish-head.ts'
import { verifyChain } from '../../main/engine/audit-chain/verify-chain.ts'
import { saveGeneration } from '../../main/engine/keys/generation.ts'
import { addAccount, openWithCode, unlock } from '../../main/engine/keys/keyring.ts'
import { readKeyring, writeKeyring } from '../../main/engine/keys/keyring-file.ts'
import { createStoreFolder } from '../../main/engine/keys/open-unlocked.ts'
import { retireAccount } from '../../main/engine/keys/retire-account.ts'
import { storePaths } from '../../main/engine/store/paths.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { codeOf, first, newStore, reopen, second, tempDirectory } from './store-kit.ts'

const child = (name: string, ...values: string[]): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'children', name), ...values], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

/** Runs a child, kills it with SIGKILL `after` ms once it is ready; gives the lines it wrote. */
function runAndKill(
  process: ChildProcess,
  after: number,
  enough = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  return new Promise(resolve => {
    let text = ''
    const kill = () => process.kill('SIGKILL')
    process.stdout?.on('data', piece => {
      const wasReady = text.includes('ready')
      text += piece
      if (!wasReady && text.includes('ready')) setTimeout(kill, after)
      if (text.split('\n').length > enough) kill()
    })
    process.on('close', () => resolve(text.split('\n').slice(0, -1)))
  })
}

/** A store with two accounts and some bulk, closed. */
async function storeOfTwo() {
  const made = await newStore()
  const added = await addAccount(made.keyring, made.keys, second)
  writeKeyring(made.store.paths.keyring, added.keyring)
  made.store.transaction(db => {
    saveGeneration(db, added.keyring)
    db.script(sql`create table bulk (id integer primary key, data blob not null) strict`)
    for (let i = 0; i < 300; i++) db.run(sql`insert into bulk (data) values (randomblob(20000))`)
  })
  publishHead(made.store)
  made.store.close()
  return made
}

describe('kill -9', () => {
  it('of a writer loses no acknowledged commit and leaves the chain whole', async () => {
    const made = await newStore()
    publishHead(made.store)
    made.store.close()
    let acknowledged = 0
    const states: string[] = []
    // By commits and not by the clock: a slow disk makes more rounds, not fewer commits.
    for (let round = 0; round < 8 || acknowledged <= 200; round++) {
      const writer = child('writer.ts', made.directory, first.signInName, first.passphrase)
      const lines = await runAndKill(writer, 20 + Math.min(round, 8) * 37, 400)
      acknowledged = Math.max(acknowledged, ...lines.slice(1).map(Number))
      const { store } = await reopen(made.directory)
      states.push(inspectHead(store).state)
      const kept = store.read.get<{ n: number; count: number }>(
        sql`select coalesce(max(n), 0) as n, count(*) as count from acks`,
      )
      expect(kept?.count).toBe(kept?.n)
      expect(kept?.n).toBeGreaterThanOrEqual(acknowledged)
      // One commit may have been made whose acknowledgement the kill cut off.
      expect(kept?.n).toBeLessThanOrEqual(acknowledged + 1)
      acknowledged = kept?.n ?? 0
      expect(verifyChain(store.read, store.paths.auditHead)).toMatchObject({ ok: true })
      expect(store.checkIntegrity()).toBe('intact')
      publishHead(store)
      store.close()
    }
    expect(acknowledged).toBeGreaterThan(200)
    expect(states.every(s => s === 'same' || s === 'behind')).toBe(true)
  }, 110_000)

  it('in the middle of retiring an account leaves a store that opens, and the account out', async () => {
    const made = await storeOfTwo()
    const copy = join(tempDirectory(), 'copy')
    const outcomes = new Set<string>()
    for (let round = 0; round < 14; round++) {
      rmSync(copy, { recursive: true, force: true })
      cpSync(made.directory, copy, { recursive: true })
      const retirer = child('retirer.ts', copy, first.signInName, first.passphrase, second.accountId)
      const lines = await runAndKill(retirer, round * 25)
      const before = readKeyring(storePaths(copy).keyring)
      const state = before.recovery.sealedNext
        ? 'between'
        : before.slots.length === 1
          ? 'finished'
          : 'not begun'
      outcomes.add(state)
      if (lines.includes('done')) expect(state).toBe('finished')
      const { store, keyring } = await reopen(copy)
      expect(store.read.get(sql`select count(*) as n from bulk`)).toEqual({ n: 300 })
      expect(store.checkIntegrity()).toBe('intact')
      expect(keyring.recovery.sealedNext).toBeNull()
      if (state !== 'not begun') {
        expect(keyring.slots.map(s => s.accountId)).toEqual([first.accountId])
        expect(await codeOf(() => unlock(keyring, second.signInName, second.passphrase))).toBe(
          'keys.wrongPassphrase',
        )
      }
      store.close()
      const again = await reopen(copy)
      again.store.close()
      expect(openWithCode(keyring, made.recoveryCode).masters.next).toBeNull()
    }
    expect(outcomes.has('finished') || outcomes.has('between')).toBe(true)
  }, 180_000)
})

describe('an old keyring put back', () => {
  it('is refused by the generation in the database', async () => {
    const made = await newStore()
    const { keyring: file } = made.store.paths
    const old = join(tempDirectory(), 'old.json')
    copyFileSync(file, old)
    const added = await addAccount(made.keyring, made.keys, second)
    writeKeyring(file, added.keyring)
    made.store.transaction(db => saveGeneration(db, added.keyring))
    made.store.close()
    copyFileSync(old, file)
    expect(await codeOf(() => reopen(made.directory))).toBe('keyring.rolledBack')
  })

  it('does not fit the database any more after an account was retired', async () => {
    const made = await storeOfTwo()
    const { keyring: file } = storePaths(made.directory)
    const old = join(tempDirectory(), 'old.json')
    copyFileSync(file, old)
    const { store, keyring, keys } = await reopen(made.directory)
    const after = retireAccount(store, keyring, keys, second.accountId)
    expect(after.keys.masters.current.equals(made.keys.masters.current)).toBe(false)
    store.close()
    copyFileSync(old, file)
    // The retired account still opens its old keyring, but nothing with it.
    expect(await codeOf(() => reopen(made.directory, second))).toBe('store.keyMismatch')
  })

  it('and another store’s keyring are told apart', async () => {
    const one = await newStore()
    const two = await newStore()
    one.store.close()
    two.store.close()
    copyFileSync(two.store.paths.keyring, one.store.paths.keyring)
    expect(await codeOf(() => reopen(one.directory))).toBe('store.keyMismatch')
  })

  it('that is only ahead (a crash before the database noted it) is taken', async () => {
    const made = await newStore()
    const added = await addAccount(made.keyring, made.keys, second)
    writeKeyring(made.store.paths.keyring, added.keyring)
    made.store.close()
    const opened = await reopen(made.directory, second)
    expect(opened.keyring.generation).toBe(2)
    opened.store.close()
  })
})

describe('a new store folder', () => {
  it('is made with all its accounts at once', async () => {
    const directory = join(tempDirectory(), 'store')
    const counted: number[] = []
    const options = { directory, others: [second], onAccount: (done: number) => counted.push(done) }
    const made = await createStoreFolder(options, first)
    made.store.close()
    expect(counted).toEqual([1, 2])
    const opened = await reopen(directory, second)
    expect(opened.keys.accountId).toBe(second.accountId)
    opened.store.close()
  })

  it('that was never finished is begun anew', async () => {
    const directory = join(tempDirectory(), 'store')
    const stop = () =>
      createStoreFolder({ directory }, first, () => {
        throw new Error('killed')
      })
    await expect(codeOf(stop)).rejects.toThrow('killed')
    const paths = storePaths(directory)
    expect(existsSync(paths.creating) && existsSync(paths.database) && !existsSync(paths.keyring)).toBe(true)
    const made = await newStore(directory)
    expect(existsSync(paths.creating)).toBe(false)
    made.store.close()
    expect(await codeOf(() => newStore(directory))).toBe('store.exists')
  })
})
