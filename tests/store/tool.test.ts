import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appendEntry } from '../../main/engine/audit-chain/append-entry.ts'
import { publishHead } from '../../main/engine/audit-chain/publish-head.ts'
import { saveGeneration } from '../../main/engine/keys/generation.ts'
import { addAccount, createKeyring } from '../../main/engine/keys/keyring.ts'
import { writeKeyring } from '../../main/engine/keys/keyring-file.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { runTool } from '../../main/engine/tool/run-tool.ts'
import { openVault } from '../../main/engine/vault/vault.ts'
import { decryptSqlcipher4 } from './sqlcipher-reader.ts'
import { entry, first, newStore, reopen, second, tempDirectory } from './store-kit.ts'

const script = join(import.meta.dirname, '../../scripts/tool.ts')
const now = new Date('2026-03-04T00:00:00Z')
const tool = async (args: string[], input = '') => {
  const { exitCode, output } = await runTool({ args, readInput: async () => input, now })
  return { code: exitCode, text: output }
}
const json = async (args: string[], input = '') => {
  const done = await tool([...args, '--json'], input)
  return { code: done.code, value: JSON.parse(done.text) }
}
const secret = `${first.signInName}\n${first.passphrase}\n`

/** A closed store with two accounts, ten entries and one exhibit. */
async function closedStore() {
  const made = await newStore()
  const added = await addAccount(made.keyring, made.keys, second)
  writeKeyring(made.store.paths.keyring, added.keyring)
  made.store.transaction(db => saveGeneration(db, added.keyring))
  for (let i = 0; i < 9; i++) {
    made.store.transaction(db => appendEntry(db, made.keys.signer, entry()))
    publishHead(made.store)
  }
  const vault = openVault(made.store.paths.vault, made.vaultKeys)
  const sealed = await vault.put([Buffer.from('isi barang bukti')])
  made.store.close()
  return { ...made, sealed }
}

describe('tool audit', () => {
  it('says whole with exit 0, by name and passphrase, passphrase alone, or recovery code', async () => {
    const { directory, recoveryCode } = await closedStore()
    for (const input of [
      secret,
      second.passphrase,
      `${recoveryCode.toLowerCase()}\n`,
      secret.replaceAll('\n', '\r\n'),
    ]) {
      expect(await json(['audit', directory], input)).toMatchObject({
        code: 0,
        value: { ok: true, entries: 10 },
      })
    }
    expect((await tool(['audit', directory], secret)).text).toMatch(/^Jejak audit utuh: 10 baris\./)
  })

  it('names the first broken row with exit 1', async () => {
    const { directory } = await closedStore()
    const { store } = await reopen(directory)
    store.transaction(db => {
      db.script(sql`drop trigger audit_entries_no_update`)
      db.run(sql`update audit_entries set body = replace(body, 'S-1', 'S-2') where seq = 6`)
    })
    store.close()
    const report = await json(['audit', directory], secret)
    expect(report).toMatchObject({
      code: 1,
      value: { ok: false, firstBroken: { seq: 6, reason: 'wrongHash' } },
    })
    expect((await tool(['audit', directory], secret)).text).toContain('PUTUS pada baris 6')
  })

  it('works beside a running program, and changes no file', async () => {
    const { directory } = await closedStore()
    const running = await reopen(directory)
    expect(await json(['audit', directory], secret)).toMatchObject({ code: 0 })
    running.store.close()
    const { database, keyring } = running.store.paths
    const before = [database, keyring].map(f => readFileSync(f))
    expect(await json(['audit', directory], secret)).toMatchObject({ code: 0 })
    expect(
      [database, keyring].map(f => readFileSync(f)).every((b, i) => b.equals(before[i] ?? Buffer.alloc(0))),
    ).toBe(true)
  })

  it('says what is wrong with exit 2 when it cannot look', async () => {
    const { directory, recoveryCode } = await closedStore()
    const other = await createKeyring(first)
    const wrong: [string, string][] = [
      ['salah', 'keys.wrongPassphrase'],
      [`${first.signInName}\nsalah\n`, 'keys.wrongPassphrase'],
      [other.recoveryCode, 'keys.wrongRecoveryCode'],
      [recoveryCode.replace(/^..../, recoveryCode.startsWith('0000') ? '1111' : '0000'), 'keys.recoveryTypo'],
      [recoveryCode.slice(0, 30), 'keys.recoveryLength'],
      ['', 'tool.noSecret'],
      ['a\nb\nc', 'tool.noSecret'],
    ]
    for (const [input, error] of wrong) {
      const done = await json(['audit', directory], input)
      expect(done.code).toBe(2)
      expect([error, 'keys.recoveryTypo']).toContain(done.value.error)
      expect(done.value.sentence.length).toBeGreaterThan(20)
    }
    expect(await json(['audit', tempDirectory()], secret)).toMatchObject({
      code: 2,
      value: { error: 'store.missing' },
    })
  }, 60_000)
})

describe('tool script', () => {
  it('reads the secret from standard input and exits with the code', async () => {
    const { directory } = await closedStore()
    const run = (input: string) =>
      spawnSync(process.execPath, [script, 'audit', directory], { input, encoding: 'utf8' })
    expect(run(secret)).toMatchObject({ status: 0, stderr: '' })
    expect(run('salah').status).toBe(2)
  })
})

describe('tool recover', () => {
  it('prints what a stock reader and age need', async () => {
    const { directory, store, recoveryCode, sealed } = await closedStore()
    const { code, value } = await json(['recover', directory], recoveryCode)
    expect(code).toBe(0)
    expect(value.database).toBe(store.paths.database)
    expect(value.pragmas[0]).toBe(`PRAGMA key = "x'${value.keyHex}'";`)
    const plain = decryptSqlcipher4(readFileSync(value.database), Buffer.from(value.keyHex, 'hex'))
    expect(plain.subarray(0, 15).toString()).toBe('SQLite format 3')
    const identity = join(tempDirectory(), 'identity')
    writeFileSync(identity, value.ageIdentity)
    const file = join(value.vault, sealed.blobId.slice(0, 2), `${sealed.blobId}.age`)
    try {
      expect(execFileSync('age', ['-d', '-i', identity, file]).toString()).toBe('isi barang bukti')
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
    const { text } = await tool(['recover', directory], secret)
    expect(text).toContain(value.keyHex)
    expect(text).toContain('cipher_compatibility = 4')
  })

  it('prints nothing secret for a wrong passphrase', async () => {
    const { directory, vaultKeys } = await closedStore()
    const done = await tool(['recover', directory], 'salah')
    expect(done.code).toBe(2)
    expect(done.text).not.toContain(vaultKeys.identity)
    expect(done.text).not.toMatch(/[0-9a-f]{64}/)
  })
})

describe('tool verify', () => {
  it('cannot tell for what is no letter, is missing, or has a trust file without certificates', async () => {
    const file = join(tempDirectory(), 'x.pdf')
    writeFileSync(file, 'bukan surat')
    expect(await json(['verify', file])).toMatchObject({ code: 2, value: { outcome: 'cannotTell' } })
    expect(await json(['verify', `${file}.none`])).toMatchObject({
      code: 2,
      value: { error: 'tool.fileUnreadable' },
    })
    expect(await json(['verify', '--trust', file, file])).toMatchObject({
      code: 2,
      value: { error: 'tool.noCertificates' },
    })
  })

  it('explains itself for anything else', async () => {
    for (const args of [[], ['audit'], ['apa', 'x'], ['audit', 'a', 'b'], ['verify', '--salah', 'x']]) {
      const done = await tool(args)
      expect(done.code).toBe(2)
      expect(done.text).toContain('Pemakaian')
    }
  })
})
