import type { Account } from '../../../../shared/contract/session.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

const columns = sql`id, display_name as displayName, sign_in_name as signInName, role, position, region, nip,
  added_at as addedAt, retired_at as retiredAt`

/** All accounts, retired ones last. */
export function listAccounts(db: ReadableDb): Account[] {
  return db.all<Account>(
    sql`select ${columns} from accounts order by retired_at is not null, display_name collate nocase`,
  )
}

export function accountById(db: ReadableDb, id: string): Account | undefined {
  return db.get<Account>(sql`select ${columns} from accounts where id = ${id}`)
}

export function insertAccount(db: WritableDb, account: Account): void {
  db.run(sql`insert into accounts (id, display_name, sign_in_name, role, position, region, nip, added_at, retired_at)
    values (${account.id}, ${account.displayName}, ${account.signInName}, ${account.role},
      ${account.position}, ${account.region}, ${account.nip}, ${account.addedAt}, ${account.retiredAt})`)
}

/** The name becomes free again for another account; the row stays for the history. */
export function markRetired(db: WritableDb, account: Account, at: string): void {
  db.run(sql`update accounts set retired_at = ${at}, sign_in_name = ${`${account.signInName}#${account.id}`}
    where id = ${account.id}`)
}

/** The active account that holds a NIP; one that has ended gives it up, as its owner may come back in another role. */
export function activeWithNip(db: ReadableDb, nip: string): Account | undefined {
  return db.get<Account>(sql`select ${columns} from accounts where nip = ${nip} and retired_at is null`)
}

export function writeNip(db: WritableDb, id: string, nip: string | null): void {
  db.run(sql`update accounts set nip = ${nip} where id = ${id}`)
}

export function activeWithRole(db: ReadableDb, role: string): number {
  const row = db.get<{ n: number }>(
    sql`select count(*) as n from accounts where role = ${role} and retired_at is null`,
  )
  return row?.n ?? 0
}
