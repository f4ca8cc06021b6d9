import { writeSync } from 'node:fs'
import { appendEntry } from '../../../main/engine/audit-chain/append-entry.ts'
import { inspectHead, publishHead } from '../../../main/engine/audit-chain/publish-head.ts'
import { openUnlocked } from '../../../main/engine/keys/open-unlocked.ts'
import { signIn } from '../../../main/engine/keys/sign-in.ts'
import { sql } from '../../../main/engine/store/sql.ts'

/** Writes until it is killed: each commit (a row and its audit entry) is told on standard output. */
const [directory = '', signInName = '', passphrase = ''] = process.argv.slice(2)
const signedIn = await signIn(directory, { signInName, passphrase }, new Date())
const { store, keys } = await openUnlocked({ directory }, signedIn.keyring, signedIn.keys)
inspectHead(store)
publishHead(store)
store.transaction(db =>
  db.script(sql`create table if not exists acks (n integer primary key, seq integer not null) strict`),
)
let n = store.read.get<{ n: number }>(sql`select coalesce(max(n), 0) as n from acks`)?.n ?? 0
writeSync(1, 'ready\n')
for (;;) {
  n++
  store.transaction(db => {
    const { seq } = appendEntry(db, keys.signer, {
      at: new Date().toISOString(),
      actorId: keys.accountId,
      actorName: 'Sri',
      role: 'secretariat',
      device: 'laptop-1',
      method: 'test.write',
      caseId: null,
      subject: null,
      facts: { n },
    })
    db.run(sql`insert into acks (n, seq) values (${n}, ${seq})`)
  })
  writeSync(1, `${n}\n`)
  publishHead(store)
}
