import { randomBytes } from 'node:crypto'
import { realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { CodedError } from './errors.ts'

/** A copy that waits under another name until its log entry is written. */
export type PendingCopy = { temporary: string; target: string }

/**
 * The real place of a file that a person asked to be written; a link into the store counts as the store.
 * Nothing readable goes there, and nothing of the store is overwritten by a copy.
 * Throws `evidence.exportIntoStore`, `files.notWritable` {name}.
 */
export function exportPlace(path: string, storeFolder: string): string {
  let folder: string
  try {
    folder = realpathSync.native(dirname(resolve(path)))
  } catch (error) {
    throw new CodedError('files.notWritable', { name: basename(path) }, error)
  }
  const store = realpathSync.native(storeFolder)
  const target = join(folder, basename(path))
  const inside = relative(store, target)
  // On Windows the way to another drive is absolute, and so leads out.
  const isOutside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
  if (!isOutside) throw new CodedError('evidence.exportIntoStore')
  return target
}

/** A copy for that place under a name of its own beside it, so that what stands there stays until the end. */
export function pendingCopy(target: string): PendingCopy {
  return { target, temporary: join(dirname(target), `.${randomBytes(8).toString('hex')}.part`) }
}

/** Writes what was made in memory to the waiting copy. Throws `files.notWritable` {name}. */
export function writeCopy({ temporary, target }: PendingCopy, content: string | Uint8Array): void {
  try {
    writeFileSync(temporary, content, { flush: true })
  } catch (error) {
    discardCopy({ temporary })
    throw new CodedError('files.notWritable', { name: basename(target) }, error)
  }
}

/** Takes back a copy that will not get its name. */
export function discardCopy({ temporary }: Pick<PendingCopy, 'temporary'>): void {
  rmSync(temporary, { force: true })
}

/** Gives the copy its name. Throws `files.notWritable` {name}. */
export function placeCopy({ temporary, target }: PendingCopy): void {
  try {
    renameSync(temporary, target)
  } catch (error) {
    throw new CodedError('files.notWritable', { name: basename(target) }, error)
  }
}
