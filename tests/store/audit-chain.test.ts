import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { appendEntry } from '../../main/engine/audit-chain/append-entry.ts'
import { CHAIN_START, chainHash, signFor } from '../../main/engine/audit-chain/audit-entry.ts'
import { headMessage, readHead, saveHead, writeHeadFile } from '../../main/engine/audit-chain/audit-head.ts'
import { dayRoot } from '../../main/engine/audit-chain/day-root.ts'
import { inspectHead, publishHead } from '../../main/engine/audit-chain/publish-head.ts'
import { activeKeys, changeSigningKeys, deviceSigner } from '../../main/engine/audit-chain/signing-keys.ts'
import { verifyChain, verifyChainInSteps } from '../../main/engine/audit-chain/verify-chain.ts'
import { signKeysOf } from '../../main/engine/keys/account-slot.ts'
import { addAccount, recoverWithCode, unlock } from '../../main/engine/keys/keyring.ts'
import { randomSecret } from '../../main/engine/keys/secret-bytes.ts'
import type { Signer } from '../../main/engine/keys/unlocked-keys.ts'
import type { WritableDb } from '../../main/engine/store/database.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { codeOf, entry, first, newStore, reopen, second, testCost } from './store-kit.ts'

type Made = Awaited<ReturnType<typeof newStore>>
let made: Made
const actor = () => {
  const { at, actorId, actorName, role, device } = entry()
  return { at, actorId, actorName, role, device }
}
const check = (of: Pick<Made, 'store'> = made) => verifyChain(of.store.read, of.store.paths.auditHead)
const append = (count: number, of: Pick<Made, 'store' | 'keys'> = made) => {
  for (let i = 0; i < count; i++) {
    of.store.transaction(db => appendEntry(db, of.keys.signer, entry({ facts: { i } })))
    publishHead(of.store)
  }
}
/** What someone can do who has the database key, but no account's passphrase. */
const attack = (work: (db: WritableDb) => void) =>
  made.store.transaction(db => {
    db.script(sql`drop trigger audit_entries_no_update; drop trigger audit_entries_no_delete`)
    work(db)
  })
const rehash = (db: WritableDb) => {
  let previous: Buffer = CHAIN_START
  for (const row of db.all<{ seq: number; body: string }>(
    sql`select seq, body from audit_entries order by seq`,
  )) {
    previous = chainHash(previous, row.body)
    db.run(sql`update audit_entries set hash = ${previous} where seq = ${row.seq}`)
  }
  db.run(sql`update audit_heads set hash = ${previous} where kind = 'current'`)
}
const editBody = (db: WritableDb, seq: number) =>
  db.run(sql`update audit_entries set body = replace(body, 'laptop-1', 'laptop-2') where seq = ${seq}`)
const broken = (seq: number, reason: string) => ({ ok: false, firstBroken: { seq, reason } })

beforeEach(async () => {
  made = await newStore()
  publishHead(made.store)
  append(19)
  return () => made.store.close()
})

describe('audit chain', () => {
  it('is whole after ordinary work, and rests on the first account’s key', () => {
    const rootKey = made.keys.signer.publicKey.toString('hex')
    expect(check()).toEqual({ ok: true, entries: 20, rootKey })
  })

  it('takes an entry back with the transaction it belongs to', async () => {
    const failing = () =>
      made.store.transaction(db => {
        appendEntry(db, made.keys.signer, entry())
        throw new Error('stop')
      })
    await expect(codeOf(failing)).rejects.toThrow('stop')
    append(1)
    expect(check()).toMatchObject({ ok: true, entries: 21 })
  })

  it('takes several entries in one transaction', () => {
    made.store.transaction(db => {
      for (let i = 0; i < 3; i++) appendEntry(db, made.keys.signer, entry())
    })
    expect(inspectHead(made.store).state).toBe('behind')
    expect(check()).toMatchObject({ ok: true, entries: 23 })
  })

  it('refuses facts that have no canonical form', async () => {
    for (const facts of [{ x: Number.NaN }, { x: '\ud800' }]) {
      const code = await codeOf(() =>
        made.store.transaction(db => appendEntry(db, made.keys.signer, entry({ facts }))),
      )
      expect(code).toBe('audit.notCanonical')
    }
  })

  it('lets nobody change or delete an entry by accident', async () => {
    for (const change of [
      sql`delete from audit_entries where seq = 3`,
      sql`update audit_entries set at = 'x'`,
    ]) {
      expect(() => made.store.transaction(db => db.run(change))).toThrow(/never/)
    }
  })

  it('is checked in steps while entries are added', async () => {
    made.store.transaction(db => {
      for (let i = 0; i < 1200; i++) appendEntry(db, made.keys.signer, entry())
    })
    const seen: number[] = []
    const onProgress = (entries: number) => {
      seen.push(entries)
      append(1)
    }
    const report = await verifyChainInSteps(made.store.read, made.store.paths.auditHead, { onProgress })
    expect(seen).toEqual([500, 1000])
    expect(report).toMatchObject({ ok: true, entries: 1222 })
    const signal = AbortSignal.abort()
    expect(await codeOf(() => verifyChainInSteps(made.store.read, null, { signal }))).toBe('audit.cancelled')
  })

  it('gives the root of a day in the local zone', () => {
    made.store.transaction(db => appendEntry(db, made.keys.signer, entry({ at: '2026-03-03T17:30:00.000Z' })))
    expect(dayRoot(made.store.read, '2026-03-03', 7)?.seq).toBe(20)
    expect(dayRoot(made.store.read, '2026-03-04', 7)?.seq).toBe(21)
    expect(dayRoot(made.store.read, '2026-03-01', 7)).toBeNull()
  })
})

describe('audit chain under attack', () => {
  it('finds an edited entry', () => {
    attack(db => editBody(db, 7))
    expect(check()).toMatchObject({ ...broken(7, 'wrongHash'), entries: 6 })
  })

  it('finds an edited entry when all hashes were made anew', () => {
    attack(db => {
      editBody(db, 7)
      rehash(db)
    })
    expect(check()).toMatchObject(broken(7, 'wrongSignature'))
  })

  it('finds edited columns that the history is listed by', () => {
    attack(db => db.run(sql`update audit_entries set case_id = 'case-2' where seq = 9`))
    expect(check()).toMatchObject(broken(9, 'columnsDiffer'))
  })

  it('finds a deleted entry', () => {
    attack(db => db.run(sql`delete from audit_entries where seq = 12`))
    expect(check()).toMatchObject(broken(12, 'missingEntry'))
  })

  it('finds a deleted entry when the rest was renumbered and hashed anew', () => {
    attack(db => {
      db.run(sql`delete from audit_entries where seq = 12`)
      db.run(sql`update audit_entries set seq = seq - 1 where seq > 12`)
      rehash(db)
      db.run(sql`update audit_heads set seq = 19 where kind = 'current'`)
    })
    expect(check()).toMatchObject(broken(12, 'wrongNumber'))
  })

  it('finds an entry that was slipped in before the first', () => {
    attack(db =>
      db.run(sql`insert into audit_entries select -1, at, actor_id, method, case_id, body, hash, signature,
      signer from audit_entries where seq = 2`),
    )
    expect(check()).toMatchObject(broken(1, 'missingEntry'))
  })

  it('finds two exchanged entries', () => {
    attack(db => {
      const body = (seq: number) =>
        db.get<{ body: string }>(sql`select body from audit_entries where seq = ${seq}`)?.body ?? ''
      const [a, b] = [body(5), body(6)]
      db.run(sql`update audit_entries set body = ${b} where seq = 5`)
      db.run(sql`update audit_entries set body = ${a} where seq = 6`)
      rehash(db)
    })
    expect(check()).toMatchObject(broken(5, 'wrongNumber'))
  })

  it('finds a cut tail', () => {
    attack(db => db.run(sql`delete from audit_entries where seq > 15`))
    expect(check()).toMatchObject({ ...broken(16, 'cutTail'), entries: 15 })
  })

  it('finds a cut tail whose head was rewritten, signed by the device or by a made-up key', () => {
    const device = deviceSigner(made.store.read)
    const stranger: Signer = { accountId: first.accountId, ...signKeysOf(randomSecret(32)) }
    for (const forger of [device, stranger]) {
      const whole = readHead(made.store.read, 'current')
      expect(() =>
        made.store.transaction(db => {
          db.script(sql`drop trigger if exists audit_entries_no_delete`)
          db.run(sql`delete from audit_entries where seq > 15`)
          const hash = db.get<{ hash: Buffer }>(sql`select hash from audit_entries where seq = 15`)?.hash
          if (!whole || !hash) throw new Error('no head')
          const head = { ...whole, seq: 15, hash }
          const signature = signFor('head', headMessage(head), forger)
          saveHead(db, 'current', { ...head, signature, signer: forger.publicKey })
          expect(verifyChain(db, null)).toMatchObject(broken(15, 'headSignature'))
          throw new Error('undo')
        }),
      ).toThrow('undo')
    }
  })

  it('finds a cut tail whose old head was kept, by the file outside', () => {
    const oldHead = readHead(made.store.read, 'current')
    append(5)
    attack(db => {
      db.run(sql`delete from audit_entries where seq > 20`)
      if (oldHead) saveHead(db, 'current', oldHead)
    })
    expect(check()).toMatchObject(broken(21, 'headFileAhead'))
  })

  it('finds an older head file put back, and none or a broken one', () => {
    const file = made.store.paths.auditHead
    const older = readFileSync(file)
    append(3)
    const right = readFileSync(file)
    writeFileSync(file, older)
    expect(check()).toMatchObject(broken(21, 'headFileOlder'))
    rmSync(file)
    expect(check()).toMatchObject(broken(23, 'headFileMissing'))
    writeFileSync(file, right.subarray(0, 50))
    expect(check()).toMatchObject(broken(23, 'headFileDamaged'))
    writeFileSync(file, right)
    expect(check().ok).toBe(true)
  })

  it('finds another store’s head file', async () => {
    const other = await newStore()
    append(19, other)
    copyFileSync(other.store.paths.auditHead, made.store.paths.auditHead)
    expect(check()).toMatchObject(broken(20, 'headFileForeign'))
    other.store.close()
  })

  it('finds entries of a key that the chain never introduced, even when the key table was filled', () => {
    const stranger: Signer = { accountId: first.accountId, ...signKeysOf(randomSecret(32)) }
    made.store.transaction(db => {
      db.run(sql`insert into signing_keys (public_key, kind, account_id, added_seq)
        values (${stranger.publicKey}, 'account', ${first.accountId}, 1)`)
      appendEntry(db, stranger, entry())
    })
    publishHead(made.store)
    expect(check()).toMatchObject(broken(21, 'unknownSigner'))
  })

  it('finds an account signing in another’s name, and the device in a person’s', () => {
    made.store.transaction(db => appendEntry(db, made.keys.signer, entry({ actorId: 'acc-7' })))
    expect(check()).toMatchObject(broken(21, 'unknownSigner'))
  })

  it('finds a chain made anew by the rootKey that differs', async () => {
    const other = await newStore()
    expect(verifyChain(other.store.read, null).rootKey).not.toBe(verifyChain(made.store.read, null).rootKey)
    other.store.close()
  })
})

describe('signing keys', () => {
  it('lets the device sign for the program, but not vouch for the end of the chain', async () => {
    const device = deviceSigner(made.store.read)
    const note = entry({
      actorId: null,
      actorName: '',
      role: 'system',
      method: 'system.migrated',
      caseId: null,
    })
    expect(await codeOf(() => made.store.transaction(db => appendEntry(db, device, note)))).toBe(
      'audit.headSignerMissing',
    )
    made.store.transaction(db => appendEntry(db, device, note, made.keys.signer))
    publishHead(made.store)
    expect(check()).toMatchObject({ ok: true, entries: 21 })
  })

  it('counts a new account’s entries from its introduction to its end', async () => {
    const added = await addAccount(made.keyring, made.keys, second)
    const budi = await unlock(added.keyring, second.signInName, second.passphrase)
    const theirs = entry({ actorId: second.accountId })
    made.store.transaction(db =>
      changeSigningKeys(db, made.keys.signer, actor(), {
        added: [{ kind: 'account', accountId: second.accountId, publicKey: added.publicKeys.signPublic }],
      }),
    )
    made.store.transaction(db => appendEntry(db, budi.signer, theirs))
    const ended = activeKeys(made.store.read, { accountId: second.accountId })
    expect(ended).toHaveLength(1)
    made.store.transaction(db => changeSigningKeys(db, made.keys.signer, actor(), { ended }))
    publishHead(made.store)
    expect(check()).toMatchObject({ ok: true, entries: 23 })
    made.store.transaction(db => appendEntry(db, budi.signer, theirs))
    expect(check()).toMatchObject(broken(24, 'unknownSigner'))
  })

  it('goes on after a recovery, introduced by the recovery key', async () => {
    const account = { signInName: first.signInName, passphrase: 'baru', cost: testCost }
    const recovered = await recoverWithCode(made.keyring, made.recoveryCode, account)
    const by = { ...actor(), actorId: null, actorName: '', role: 'recovery' }
    made.store.transaction(db => {
      changeSigningKeys(db, recovered.recoverySigner, by, {
        added: [{ kind: 'account', accountId: first.accountId, publicKey: recovered.publicKeys.signPublic }],
        ended: activeKeys(db, { accountId: first.accountId }),
      })
      appendEntry(db, recovered.keys.signer, entry())
    })
    publishHead(made.store)
    expect(check()).toMatchObject({ ok: true, entries: 22 })
  })

  it('refuses the recovery key for anything but keys', () => {
    const note = entry({ actorId: null })
    return recoverWithCode(made.keyring, made.recoveryCode, { ...first, passphrase: 'baru' }).then(
      recovered => {
        made.store.transaction(db => appendEntry(db, recovered.recoverySigner, note))
        expect(check()).toMatchObject(broken(21, 'unknownSigner'))
      },
    )
  })
})

describe('head outside the database', () => {
  it('may be behind by the commit a crash cut off, and is brought up at opening', async () => {
    made.store.transaction(db => appendEntry(db, made.keys.signer, entry()))
    made.store.close()
    const opened = await reopen(made.directory)
    expect(inspectHead(opened.store)).toEqual({ state: 'behind', storeSeq: 21, fileSeq: 20 })
    expect(check(opened).ok).toBe(true)
    publishHead(opened.store)
    expect(inspectHead(opened.store).state).toBe('same')
    opened.store.close()
  })

  it('stays explained when several commits could not be published', async () => {
    made.store.transaction(db => appendEntry(db, made.keys.signer, entry()))
    made.store.transaction(db => appendEntry(db, made.keys.signer, entry()))
    made.store.close()
    const opened = await reopen(made.directory)
    expect(inspectHead(opened.store)).toMatchObject({ state: 'behind', storeSeq: 22, fileSeq: 20 })
    opened.store.transaction(db => appendEntry(db, opened.keys.signer, entry()))
    expect(inspectHead(opened.store)).toMatchObject({ state: 'behind', storeSeq: 23, fileSeq: 20 })
    opened.store.close()
  })

  it('shows that an older copy of the database was put back', async () => {
    made.store.close()
    const copy = readFileSync(made.store.paths.database)
    const later = await reopen(made.directory)
    append(4, later)
    later.store.close()
    writeFileSync(made.store.paths.database, copy)
    const opened = await reopen(made.directory)
    expect(inspectHead(opened.store)).toEqual({ state: 'ahead', storeSeq: 20, fileSeq: 24 })
    expect(check(opened)).toMatchObject(broken(21, 'headFileAhead'))
    opened.store.close()
  })

  it('refuses a head file whose signature was not made by a signer', () => {
    const head = readHead(made.store.read, 'current')
    if (!head) throw new Error('no head')
    writeHeadFile(made.store.paths.auditHead, { ...head, generation: 9 })
    expect(check()).toMatchObject(broken(20, 'headSignature'))
  })
})
