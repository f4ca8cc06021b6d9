import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listPlenaries } from '../../main/engine/features/plenaries/plenaries.queries.ts'
import { randomSecret } from '../../main/engine/keys/secret-bytes.ts'
import { migrations } from '../../main/engine/store/migrations/index.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { createStore, openStore } from '../../main/engine/store/store.ts'
import { putRow } from '../helpers/put-row.ts'
import { tempDirectory } from './store-kit.ts'

const key = randomSecret(32)
const upTo = (number: number) => migrations.filter(step => step.number <= number)

/** A meeting with one member present; its minutes are fixed when it is closed. */
const meeting = (id: string, state: 'open' | 'closed') => ({
  id,
  number: id,
  state,
  institution_version: 1,
  planned_by: 'a1',
  ...(state === 'closed' && { minutes_blob_id: `berita-acara-${id}` }),
})

it('waits for nobody on minutes that an earlier program closed, and for those present on later ones', async () => {
  const store = await createStore({ directory: join(tempDirectory(), 'store'), key, migrations: upTo(100) })
  store.transaction(db => {
    putRow(db, 'accounts', { id: 'a1', sign_in_name: 'bakti', role: 'chair' })
    putRow(db, 'plenaries', meeting('before', 'closed'))
    putRow(db, 'plenaries', meeting('during', 'open'))
    for (const id of ['before', 'during']) {
      putRow(db, 'plenary_attendance', { plenary_id: id, account_id: 'a1', present: 1 })
    }
  })
  const directory = store.directory
  store.close()

  const opened = await openStore({ directory, key, migrations })
  try {
    opened.transaction(db => {
      db.run(sql`update plenaries set state = 'closed', minutes_blob_id = 'x' where id = 'during'`)
      putRow(db, 'plenaries', meeting('after', 'closed'))
      putRow(db, 'plenary_attendance', { plenary_id: 'after', account_id: 'a1', present: 1 })
      // Sample data has closed meetings without minutes.
      putRow(db, 'plenaries', { ...meeting('without', 'open'), state: 'closed' })
      putRow(db, 'plenary_attendance', { plenary_id: 'without', account_id: 'a1', present: 1 })
    })
    const due = Object.fromEntries(listPlenaries(opened.read, null).map(row => [row.id, row.signaturesDue]))
    expect(due).toEqual({ before: 0, during: 1, after: 1, without: 0 })
  } finally {
    opened.close()
  }
})
