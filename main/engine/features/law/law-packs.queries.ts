import { CodedError } from '../../errors.ts'
import type { LawPackText } from '../../law/index.ts'
import type { StoredPacks } from '../../law/law-library.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

export type LawPackRow = {
  version: string
  sha256: string
  signer: string
  importedAt: string
  importedBy: string
  source: 'program' | 'file'
  /** Cases that were opened under this version. */
  cases: number
}

/** All packs of one store, newest import first. */
export function lawPackRows(db: ReadableDb, packId: string): LawPackRow[] {
  return db.all<LawPackRow>(sql`
    select p.version, p.sha256, p.signer, p.imported_at as importedAt, a.display_name as importedBy, p.source,
      (select count(*) from cases c where c.law_pack_version = p.version) as cases
    from law_packs p join accounts a on a.id = p.imported_by
    where p.pack_id = ${packId} order by p.imported_at desc, p.version desc`)
}

/** The packs of one id, for the library. */
export function storedPacks(db: ReadableDb, packId: string): StoredPacks {
  return {
    count: () =>
      db.get<{ n: number }>(sql`select count(*) as n from law_packs where pack_id = ${packId}`)?.n ?? 0,
    versions: () =>
      db
        .all<{ version: string }>(sql`select version from law_packs where pack_id = ${packId}`)
        .map(row => row.version),
    find: version =>
      db.get<{ text: string; sha256: string }>(
        sql`select text, sha256 from law_packs where pack_id = ${packId} and version = ${version}`,
      ),
  }
}

/** Adds a verified pack; it is never changed or taken away again. */
export function insertLawPack(
  db: WritableDb,
  { pack, text }: LawPackText,
  origin: { at: string; by: string; source: 'program' | 'file' },
): void {
  db.run(sql`insert into law_packs (pack_id, version, text, sha256, signer, imported_at, imported_by, source)
    values (${pack.packId}, ${pack.version}, ${text}, ${pack.sha256}, ${pack.signature.key}, ${origin.at},
      ${origin.by}, ${origin.source})`)
}

/** Whether a case of this store was opened under that version. */
export function hasCasesUnder(db: ReadableDb, version: string): boolean {
  return db.get(sql`select 1 from cases where law_pack_version = ${version} limit 1`) !== undefined
}

/** The version under which a case was opened. Throws `cases.unknown`. */
export function lawPackVersionOf(db: ReadableDb, caseId: string): string {
  const row = db.get<{ version: string }>(
    sql`select law_pack_version as version from cases where id = ${caseId}`,
  )
  if (!row) throw new CodedError('cases.unknown')
  return row.version
}
