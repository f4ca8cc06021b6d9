import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CodedError } from '../../main/engine/errors.ts'
import { randomSecret } from '../../main/engine/keys/secret-bytes.ts'
import { backupInThread, backupNow } from '../../main/engine/store/backup.ts'
import { connect } from '../../main/engine/store/connection.ts'
import type { Migration } from '../../main/engine/store/migrations/migration.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { createStore, openStore } from '../../main/engine/store/store.ts'
import { codeOf, expectNoPlainText, subDirectory, tempDirectory } from './store-kit.ts'

const notes: Migration = {
  number: 10,
  name: 'notes',
  up: db => db.script(sql`create table notes (id integer primary key, text text not null) strict`),
}
const key = randomSecret(32)
const migrations = [notes]

async function storeWithNotes(count = 200, directory = join(tempDirectory(), 'store')) {
  const store = await createStore({ directory, key, migrations })
  store.transaction(db => {
    for (let i = 0; i < count; i++)
      db.run(sql`insert into notes (text) values (${`RAHASIA-${i} ${'x'.repeat(300)}`})`)
  })
  return store
}

describe('store', () => {
  it('uses the measured settings', async () => {
    const store = await storeWithNotes(1)
    store.close()
    const native = connect(store.paths.database, key)
    const pragma = (name: string) => native.pragma(name, { simple: true })
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('temp_store')).toBe(2)
    expect(pragma('cache_size')).toBe(-131072)
    expect(pragma('page_size')).toBe(4096)
    expect(pragma('secure_delete')).toBe(1)
    expect(pragma('foreign_keys')).toBe(1)
    native.close()
  })

  it('refuses a wrong key and says nothing else', async () => {
    const store = await storeWithNotes()
    store.close()
    const open = (wrong: Buffer) =>
      codeOf(() => openStore({ directory: store.directory, key: wrong, migrations }))
    expect(await open(randomSecret(32))).toBe('store.wrongKey')
    expect(await open(Buffer.alloc(5))).toBe('store.wrongKey')
    expect(await open(key)).toBe('none')
  })

  it('is held by one opener at a time and free after close', async () => {
    const store = await storeWithNotes()
    const again = () => openStore({ directory: store.directory, key, migrations })
    expect(await codeOf(again)).toBe('store.inUse')
    store.close()
    const second = await again()
    second.close()
  })

  it('refuses to make a store where one is, and to open one where none is', async () => {
    const store = await storeWithNotes()
    store.close()
    expect(await codeOf(() => createStore({ directory: store.directory, key, migrations }))).toBe(
      'store.exists',
    )
    expect(await codeOf(() => openStore({ directory: tempDirectory(), key, migrations }))).toBe(
      'store.missing',
    )
  })

  it('rolls a transaction back whole, also when it is async or nested', async () => {
    const store = await storeWithNotes(0)
    const count = () => store.read.get<{ n: number }>(sql`select count(*) as n from notes`)?.n
    const failing = () =>
      store.transaction(db => {
        db.run(sql`insert into notes (text) values ('a')`)
        throw new CodedError('test.stop')
      })
    expect(await codeOf(failing)).toBe('test.stop')
    const waiting = () => store.transaction(async db => db.run(sql`insert into notes (text) values ('b')`))
    expect(await codeOf(waiting)).toBe('store.asyncTransaction')
    expect(await codeOf(() => store.transaction(() => store.transaction(() => 1)))).toBe(
      'store.nestedTransaction',
    )
    expect(count()).toBe(0)
    expect(await codeOf(() => store.read.all(sql`delete from notes returning id`))).toBe('store.readHandle')
    store.close()
  })

  it('notices a cut or changed database', async () => {
    const store = await storeWithNotes()
    store.close()
    const file = store.paths.database
    const whole = readFileSync(file)
    const tryOpen = async () => {
      const opened = await openStore({ directory: store.directory, key, migrations })
      try {
        opened.read.all(sql`select * from notes`)
        return opened.checkIntegrity()
      } finally {
        opened.close()
      }
    }
    const refused = ['store.damaged', 'store.wrongKey', 'store.unknownVersion']
    for (const size of [0, 1, 100, 4095, 4096, 8192, whole.length - 4096, whole.length - 1]) {
      writeFileSync(file, whole)
      truncateSync(file, size)
      expect(refused, `cut to ${size}`).toContain(await codeOf(tryOpen))
    }
    for (let i = 0; i < 60; i++) {
      const at = Math.floor((i / 60) * whole.length) + (i % 97)
      const copy = Buffer.from(whole)
      copy[at] = (copy[at] ?? 0) ^ 0x10
      writeFileSync(file, copy)
      const code = await codeOf(async () => {
        if ((await tryOpen()) === 'damaged') throw new CodedError('store.damaged')
      })
      expect(refused, `flip at ${at}`).toContain(code)
    }
    writeFileSync(file, whole)
    expect(await codeOf(tryOpen)).toBe('none')
  })

  it('leaves no plain text in any file, open or closed', async () => {
    const store = await storeWithNotes(2000)
    store.read.all(sql`select text from notes order by text desc`)
    store.transaction(db => db.run(sql`delete from notes where id % 3 = 0`))
    expect(existsSync(`${store.paths.database}-wal`)).toBe(true)
    // Read in another process: reading the file here would drop SQLite's own locks on it.
    const found = execFileSync('sh', [
      '-c',
      `grep -l -a -r -e RAHASIA -e 'create table' -e SQLite '${store.directory}' || true`,
    ])
    expect(found.toString()).toBe('')
    store.close()
    expectNoPlainText(store.directory, ['RAHASIA', 'create table', 'SQLite format'])
  })

  it('says when the disk is full, loses nothing and goes on when there is room', async ctx => {
    const mount = subDirectory('small-disk')
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mount], { stdio: 'pipe' })
    } catch {
      ctx.skip('needs the right to mount a small tmpfs')
    }
    try {
      const store = await storeWithNotes(10, join(mount, 'store'))
      let saved = 10
      const fill = async () => {
        for (;;) {
          store.transaction(db => db.run(sql`insert into notes (text) values (${'y'.repeat(20_000)})`))
          saved++
        }
      }
      expect(await codeOf(fill)).toBe('store.diskFull')
      const count = () => store.read.get<{ n: number }>(sql`select count(*) as n from notes`)?.n
      expect(count()).toBe(saved)
      execFileSync('mount', ['-o', 'remount,size=8m', mount])
      store.transaction(db => db.run(sql`insert into notes (text) values ('ruang lagi')`))
      expect(count()).toBe(saved + 1)
      expect(store.checkIntegrity()).toBe('intact')
      store.close()
    } finally {
      execFileSync('umount', [mount])
    }
  })

  it('says when the place is read-only', async ctx => {
    const mount = subDirectory('read-only')
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', mount], { stdio: 'pipe' })
    } catch {
      ctx.skip('needs the right to mount')
    }
    try {
      const store = await storeWithNotes(10, join(mount, 'store'))
      store.close()
      execFileSync('mount', ['-o', 'remount,ro', mount])
      const open = () => openStore({ directory: store.directory, key, migrations })
      expect(await codeOf(open)).toBe('store.readOnly')
      const create = () => createStore({ directory: join(mount, 'other'), key, migrations })
      expect(await codeOf(create)).toBe('store.readOnly')
    } finally {
      execFileSync('umount', [mount])
    }
  })
})

describe('migrations', () => {
  const tagged: Migration = {
    number: 20,
    name: 'tags',
    up: db => db.script(sql`alter table notes add column tag text not null default 'baru'`),
  }

  it('backs up first, keeps every row, and the backup opens with the same key', async () => {
    const store = await storeWithNotes(50)
    store.close()
    const newer = await openStore({ directory: store.directory, key, migrations: [notes, tagged] })
    expect(newer.migrated).toMatchObject({ from: 10, to: 20 })
    expect(newer.read.get(sql`select count(*) as n, max(tag) as tag from notes`)).toEqual({
      n: 50,
      tag: 'baru',
    })
    newer.close()
    const backup = newer.migrated.backup ?? ''
    expectNoPlainText(store.directory, ['RAHASIA'])
    const restored = join(tempDirectory(), 'restored')
    mkdirSync(restored)
    copyFileSync(backup, join(restored, 'adjudikasn.db'))
    const old = await openStore({ directory: restored, key, migrations })
    expect(old.read.get(sql`select count(*) as n from notes`)).toEqual({ n: 50 })
    old.close()
  })

  it('leaves the file at the step before when a step fails', async () => {
    const store = await storeWithNotes(5)
    store.close()
    const failing: Migration = {
      number: 30,
      name: 'failing',
      up: db => {
        db.run(sql`delete from notes`)
        throw new CodedError('test.stop')
      },
    }
    const open = () => openStore({ directory: store.directory, key, migrations: [notes, tagged, failing] })
    expect(await codeOf(open)).toBe('test.stop')
    const after = await openStore({ directory: store.directory, key, migrations: [notes, tagged] })
    expect(after.migrated.from).toBe(20)
    expect(after.read.get(sql`select count(*) as n from notes`)).toEqual({ n: 5 })
    after.close()
  })

  it('refuses a file of a newer program by name and leaves it as it is', async () => {
    const store = await createStore({
      directory: join(tempDirectory(), 's'),
      key,
      migrations: [notes, tagged],
    })
    store.close()
    try {
      await openStore({ directory: store.directory, key, migrations })
      expect.fail('opened')
    } catch (error) {
      expect(error).toMatchObject({ code: 'store.newer', facts: { found: 20, known: 10 } })
    }
    const again = await openStore({ directory: store.directory, key, migrations: [notes, tagged] })
    again.close()
  })
})

describe('backup', () => {
  it('copies in its own thread while the store is written to', async () => {
    const store = await storeWithNotes(500)
    const request = {
      file: store.paths.database,
      key,
      backups: store.paths.backups,
      now: new Date(0),
      label: 'manual',
    }
    const worker = join(import.meta.dirname, '../../main/engine/store/backup-worker.ts')
    const pending = backupInThread(request, worker)
    store.transaction(db => db.run(sql`insert into notes (text) values ('meanwhile')`))
    const file = await pending
    expect(file).toMatch(/1970-01-01T000000-manual\.db$/)
    expect(statSync(file).size).toBeGreaterThan(100_000)
    store.close()
  })

  it('leaves nothing behind when it fails', async () => {
    const store = await storeWithNotes(5)
    const backups = join(store.directory, 'backups')
    writeFileSync(backups, 'a file where the folder should be')
    const request = { file: store.paths.database, key, backups, now: new Date(0), label: 'manual' }
    await expect(Promise.resolve().then(() => backupNow(request))).rejects.toThrow()
    rmSync(backups)
    store.close()
  })
})
