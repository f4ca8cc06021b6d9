import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { databaseKeyOf } from '../../main/engine/keys/unlocked-keys.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { decryptSqlcipher4 } from './sqlcipher-reader.ts'
import { newStore, reopen, tempDirectory } from './store-kit.ts'

async function closedStore() {
  const made = await newStore()
  made.store.transaction(db => {
    db.script(sql`create table notes (id integer primary key, text text not null) strict`)
    for (let i = 0; i < 500; i++)
      db.run(sql`insert into notes (text) values (${`catatan ${i} ${'z'.repeat(200)}`})`)
  })
  const key = databaseKeyOf(made.keys.masters.current)
  made.store.close()
  return { ...made, key }
}

describe('an independent SQLCipher 4 reader', () => {
  it('checks the HMAC of every page and gives a plain file that stock SQLite opens', async () => {
    const { store, key } = await closedStore()
    const plain = decryptSqlcipher4(readFileSync(store.paths.database), key)
    expect(plain.subarray(0, 15).toString()).toBe('SQLite format 3')
    const file = join(tempDirectory(), 'plain.db')
    // Journal mode of the copy back to "delete": there is no WAL beside it.
    plain[18] = 1
    plain[19] = 1
    writeFileSync(file, plain)
    const stock = new DatabaseSync(file)
    expect(stock.prepare('select count(*) as n from notes').get()).toEqual({ n: 500 })
    expect(stock.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
    expect(stock.prepare('select count(*) as n from audit_entries').get()).toEqual({ n: 1 })
    stock.close()
  })

  it('refuses another key and a changed page', async () => {
    const { store, key, directory } = await closedStore()
    const bytes = readFileSync(store.paths.database)
    expect(() => decryptSqlcipher4(bytes, Buffer.alloc(32, 1))).toThrow('page 1')
    bytes[3 * 4096 + 100] = (bytes[3 * 4096 + 100] ?? 0) ^ 1
    expect(() => decryptSqlcipher4(bytes, key)).toThrow('page 4')
    const again = await reopen(directory)
    again.store.close()
  })
})
