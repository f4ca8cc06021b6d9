import type { Unsealer } from '../../main/engine/context.ts'
import { unsealerOf } from '../../main/engine/features/session/confirm-account.ts'
import { unlockAccount } from '../../main/engine/keys/keyring.ts'
import { readKeyring } from '../../main/engine/keys/keyring-file.ts'
import type { WritableDb } from '../../main/engine/store/database.ts'
import { storePaths } from '../../main/engine/store/paths.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { type Ballot, cast, openMeeting, openVote, type Plenary, readyCase } from './decide-case.ts'
import { PASSPHRASE, type TestEngine } from './test-engine.ts'

/** A case, a meeting and one open vote for each person. Ends signed in as bakti. */
export async function openVotes(engine: TestEngine, present: readonly string[], persons = 1) {
  const file = await readyCase(engine, persons)
  const plenary = await openMeeting(engine, [file.id], present)
  const voteIds: string[] = []
  for (const person of file.respondents.keys()) {
    voteIds.push((await openVote(engine, plenary, 0, person)).voteId)
  }
  return { file, plenary, voteIds }
}

/** Every one of `members` casts the same ballot in every vote. */
export async function castAll(
  engine: TestEngine,
  voteIds: readonly string[],
  members: readonly string[],
  ballot?: Ballot,
) {
  for (const voteId of voteIds) for (const name of members) await cast(engine, voteId, name, ballot)
}

/** One vote as the window sees it. */
export async function voteOf(engine: TestEngine, plenary: Pick<Plenary, 'id'>, voteId: string) {
  const { agenda } = await engine.call('plenaries.get', { plenaryId: plenary.id })
  return agenda.flatMap(item => item.persons).find(person => person.vote?.voteId === voteId)!.vote!
}

/** What someone can open who has the store folder and a passphrase. */
export async function unsealer(engine: TestEngine, name: string): Promise<Unsealer> {
  const keyring = readKeyring(storePaths(engine.dir).keyring)
  const keys = await unlockAccount(keyring, engine.account(name).id, PASSPHRASE)
  return unsealerOf(keys, () => false)
}

/** The owner of the database at work: with the key, without triggers, past every rule. */
export function asDatabaseOwner(engine: TestEngine, work: (db: WritableDb) => void) {
  engine.engine.session!.store.transaction(db => {
    const triggers = db.all<{ name: string; text: string }>(
      sql`select name, sql as text from sqlite_master where type = 'trigger'
        and tbl_name in ('sealed_ballots', 'votes', 'ballots', 'decisions', 'findings', 'cases')`,
    )
    for (const { name } of triggers) db.script(raw(`drop trigger ${name}`))
    work(db)
    for (const { text } of triggers) db.script(raw(text))
  })
}

/** A statement out of a text, for what only a test may do. */
export function raw(text: string) {
  return sql(Object.assign([text], { raw: [text] }))
}

/** Every value of every table, as the owner of the key reads it, in one text. */
export function wholeDatabase(engine: TestEngine): string {
  const { read } = engine.engine.session!.store
  const tables = read.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
  )
  const values: string[] = []
  for (const { name } of tables) {
    for (const row of read.all<Record<string, unknown>>(raw(`select * from "${name}"`))) {
      for (const value of Object.values(row)) {
        values.push(Buffer.isBuffer(value) ? value.toString('latin1') : String(value))
      }
    }
  }
  return values.join('\n')
}
