import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  activeWithNip,
  listAccounts,
  writeNip,
} from '../../main/engine/features/accounts/accounts.queries.ts'
import { randomSecret } from '../../main/engine/keys/secret-bytes.ts'
import { migrations } from '../../main/engine/store/migrations/index.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { createStore, openStore } from '../../main/engine/store/store.ts'
import { putRow } from '../helpers/put-row.ts'
import { tempDirectory } from './store-kit.ts'

const key = randomSecret(32)
const NIP = '196504121990031002'

it('knows no NIP of the accounts of an earlier program, and from then on each number once among the active', async () => {
  const earlier = migrations.filter(step => step.number <= 180)
  const store = await createStore({ directory: join(tempDirectory(), 'store'), key, migrations: earlier })
  store.transaction(db => {
    putRow(db, 'accounts', { id: 'a1', sign_in_name: 'bakti', role: 'chair' })
    putRow(db, 'accounts', { id: 'a2', sign_in_name: 'ningsih', role: 'deputyChair' })
    putRow(db, 'accounts', { id: 'a3', sign_in_name: 'lama', role: 'chair', retired_at: '2020-01-01' })
  })
  const { directory } = store
  store.close()

  const opened = await openStore({ directory, key, migrations })
  const write = (id: string, nip: string) => () => opened.transaction(db => writeNip(db, id, nip))
  try {
    expect(listAccounts(opened.read).map(account => account.nip)).toEqual([null, null, null])
    write('a1', NIP)()
    expect(activeWithNip(opened.read, NIP)?.id).toBe('a1')
    expect(write('a2', NIP)).toThrow()
    expect(write('a2', '19650412')).toThrow()
    expect(write('a2', '19650412199003100X')).toThrow()
    write('a3', NIP)()
    expect(() => opened.transaction(db => db.run(sql`update accounts set retired_at = null`))).toThrow()
  } finally {
    opened.close()
  }
})
