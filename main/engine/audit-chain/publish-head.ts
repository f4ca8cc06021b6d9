import type { ReadableDb } from '../store/database.ts'
import { type AuditHead, readHead, readHeadFile, sameHead, writeHeadFile } from './audit-head.ts'

/** Which head the file outside holds, for each open connection; see `inspectHead` for the rule. */
const published = new WeakMap<object, AuditHead>()

type OpenStore = { read: ReadableDb; paths: { auditHead: string } }

/**
 * Copies the head of the last commit to DIR/audit-head.json; call after every commit that
 * appended. Throws as `replaceFile`; the next call tries again and nothing is lost meanwhile.
 */
export function publishHead(store: OpenStore): void {
  const current = readHead(store.read, 'current')
  if (!current || published.get(store.read.connection)?.seq === current.seq) return
  writeHeadFile(store.paths.auditHead, current)
  published.set(store.read.connection, current)
}

/**
 * The head that the file holds while this connection is open; undefined in a new store. A store
 * that is opened for writing goes through `inspectHead` first.
 */
export function publishedHead(db: ReadableDb): AuditHead | undefined {
  const known = published.get(db.connection)
  if (known) return known
  const current = readHead(db, 'current')
  if (current) published.set(db.connection, current)
  return current
}

export type HeadState = {
  state: 'new' | 'same' | 'behind' | 'missing' | 'damaged' | 'foreign' | 'ahead' | 'older'
  /** Last entry in the database, 0 when there is none. */
  storeSeq: number
  /** Last entry the file knows of; null when it cannot be read. */
  fileSeq: number | null
}

/**
 * Compares the head outside with the database when a store is opened.
 * The rule: a transaction that appends also notes which head the file held before
 * (`published`), and the file is written after the commit. So a crash leaves the file equal to
 * `current` (same) or to `published` (behind: call `publishHead`). Any other state has a cause
 * outside this program: `ahead`: entries the file vouches for are gone from the database;
 * `older`: an earlier file was put back; `foreign`: another chain; `missing`, `damaged`.
 */
export function inspectHead(store: OpenStore): HeadState {
  const file = readHeadFile(store.paths.auditHead)
  const found = compareHeads(store.read, file)
  // From here on appended entries note what the file really holds.
  if (found.state === 'behind' && typeof file !== 'string') published.set(store.read.connection, file)
  return found
}

/** The same on a file already read. */
export function compareHeads(db: ReadableDb, file: ReturnType<typeof readHeadFile>): HeadState {
  const current = readHead(db, 'current')
  const storeSeq = current?.seq ?? 0
  if (typeof file === 'string') {
    // A crash between the first commit and the first writing of the file.
    const fresh = file === 'missing' && !readHead(db, 'published')
    return { state: fresh ? 'new' : file, storeSeq, fileSeq: null }
  }
  const found = (state: HeadState['state']): HeadState => ({ state, storeSeq, fileSeq: file.seq })
  if (!current || file.seq > current.seq) return found('ahead')
  if (file.storeId !== current.storeId) return found('foreign')
  if (sameHead(file, current)) return found('same')
  if (file.seq === current.seq) return found('foreign')
  const before = readHead(db, 'published')
  return found(before && sameHead(file, before) ? 'behind' : 'older')
}
