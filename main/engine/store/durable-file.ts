import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { CodedError } from '../errors.ts'
import { storeError } from './store-errors.ts'

/**
 * Replaces a small file so that a crash leaves either the old or the new one:
 * temporary file, fsync, rename, fsync of the folder.
 * Throws `store.diskFull`, `store.readOnly`, `store.inputOutput`; then the old file is untouched.
 */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.tmp`
  try {
    const handle = openSync(temporary, 'w', 0o600)
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
      let written = 0
      while (written < bytes.length) written += writeSync(handle, bytes, written)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, file)
    syncDirectory(dirname(file))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw storeError(error)
  }
}

/** Makes a rename or a new file in this folder durable; Windows has no such call and needs none. */
export function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(directory, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a folder and those above it. Throws `store.readOnly`, `store.diskFull`. */
export function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
  } catch (error) {
    // Node reports a read-only place as ENOENT when it makes several levels at once.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new CodedError('store.readOnly', {}, error)
    }
    throw storeError(error)
  }
}
