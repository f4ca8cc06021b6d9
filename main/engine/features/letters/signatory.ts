import type { Account } from '../../../../shared/contract/session.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

export type SignatoryAccount = {
  id: string
  displayName: string
  position: string
  role: 'chair' | 'deputyChair'
  nip: string | null
}

/** Title under the signature, from the institution pack. */
export function titleOf(institution: InstitutionPack, role: SignatoryAccount['role']): string | null {
  return institution.signatories.find(entry => entry.role === role)?.title ?? null
}

/**
 * Who is to sign: the chair; the deputy when the deputy prepares the letter (the chair is absent,
 * UU 5/2014 Pasal 35 ayat (2)) or when there is no chair. A role that the institution pack does not
 * list never signs. Throws `letters.noSignatory`.
 */
export function signatoryFor(
  db: ReadableDb,
  institution: InstitutionPack,
  preparedBy: Pick<Account, 'id' | 'role'>,
): SignatoryAccount {
  const listed = institution.signatories.map(entry => entry.role)
  const accounts = db.all<SignatoryAccount>(sql`select id, display_name as displayName, position, role, nip
    from accounts where role in ('chair', 'deputyChair') and retired_at is null order by role, added_at`)
  const able = accounts.filter(account => listed.includes(account.role))
  const own = able.find(account => account.id === preparedBy.id)
  const found = own ?? able.find(account => account.role === 'chair') ?? able[0]
  if (!found) throw new CodedError('letters.noSignatory')
  return found
}

/** The account for which the fixed PDF was prepared. */
export function signatoryById(db: ReadableDb, id: string | null): SignatoryAccount | null {
  if (id === null) return null
  const row = db.get<SignatoryAccount>(sql`select id, display_name as displayName, position, role, nip
    from accounts where id = ${id} and retired_at is null and role in ('chair', 'deputyChair')`)
  return row ?? null
}
