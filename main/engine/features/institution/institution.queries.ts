import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

/** The newest version; decisions and minutes name the version under which they were made. */
export function currentInstitution(db: ReadableDb): { pack: InstitutionPack; version: number } {
  const row = db.get<{ version: number; pack: string }>(
    sql`select version, pack from institution_versions order by version desc limit 1`,
  )
  if (!row) throw new CodedError('institution.missing')
  return { pack: JSON.parse(row.pack) as InstitutionPack, version: row.version }
}

/** An earlier version by its number. Throws `institution.missing`. */
export function institutionVersion(db: ReadableDb, version: number): InstitutionPack {
  const row = db.get<{ pack: string }>(sql`select pack from institution_versions where version = ${version}`)
  if (!row) throw new CodedError('institution.missing')
  return JSON.parse(row.pack) as InstitutionPack
}

/** Keeps a new version beside the old ones. */
export function insertInstitution(db: WritableDb, pack: InstitutionPack, at: string, by: string): void {
  db.run(sql`insert into institution_versions (version, pack, saved_at, saved_by)
    select coalesce(max(version), 0) + 1, ${JSON.stringify(pack)}, ${at}, ${by} from institution_versions`)
}

export type RootRow = {
  fingerprint: string
  subject: string
  validUntil: string
  addedAt: string
  certificate: Buffer
}

export function listRoots(db: ReadableDb): RootRow[] {
  return db.all<RootRow>(sql`select fingerprint, subject, certificate, valid_until as validUntil,
    added_at as addedAt from trusted_roots order by added_at`)
}

export function insertRoot(db: WritableDb, root: RootRow): void {
  db.run(sql`insert into trusted_roots (fingerprint, subject, certificate, valid_until, added_at)
    values (${root.fingerprint}, ${root.subject}, ${root.certificate}, ${root.validUntil}, ${root.addedAt})
    on conflict (fingerprint) do nothing`)
}

export function deleteRoot(db: WritableDb, fingerprint: string): number {
  return db.run(sql`delete from trusted_roots where fingerprint = ${fingerprint}`).changes
}
