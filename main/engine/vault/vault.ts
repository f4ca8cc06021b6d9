import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { CodedError } from '../errors.ts'
import { syncDirectory } from '../store/durable-file.ts'
import { storeError } from '../store/store-errors.ts'
import {
  type AgeKeys,
  LONGEST_HEADER,
  makeHeader,
  openHeader,
  payloadReader,
  payloadSealer,
} from './age-file.ts'

export type Sealed = { blobId: string; sha256: string; size: number }
export type Blob = { readonly size: number; readAt(offset: number, length: number): Buffer; close(): void }
/** A path or the bytes as they come. */
export type VaultSource = string | AsyncIterable<Uint8Array> | Iterable<Uint8Array>
export type PutOptions = {
  /** Bytes taken so far; `total` is null when the source is a stream. */
  onProgress?: (done: number, total: number | null) => void
  signal?: AbortSignal
}

/** Sealed bytes of a store: one age file for each exhibit, letter or attachment, never changed. */
export type Vault = {
  /**
   * Seals a copy and makes it durable; SHA-256 (hex) is that of the plain bytes. An abort
   * (`vault.cancelled`) or an error leaves nothing behind.
   * Throws `vault.sourceUnreadable`, `store.diskFull`, `store.readOnly`.
   */
  put(source: VaultSource, options?: PutOptions): Promise<Sealed>
  /** Throws `vault.missing`, `vault.damaged`, `vault.wrongIdentity`; so does `readAt` (`vault.damaged`). */
  open(blobId: string): Promise<Blob>
  /** Any part of a blob; the last few opened stay open, so that seeking in a recording is quick. */
  readAt(blobId: string, offset: number, length: number): Promise<Buffer>
  /** All bytes; for small blobs. */
  readAll(blobId: string): Promise<Buffer>
  /** Reads everything and compares with the hash (hex) from intake. */
  verify(blobId: string, sha256: string, options?: PutOptions): Promise<'intact' | 'changed' | 'missing'>
  /** Copies the plain bytes out to a file; for exports a person asked for. */
  exportTo(blobId: string, file: string, options?: PutOptions): Promise<void>
  /** Takes a blob away whose row was never committed. */
  discard(blobId: string): void
  /** Closes files and forgets their keys; call at lock. */
  close(): void
}

const STEP = 1024 * 1024

/** Opens the vault in its folder and removes what an interrupted import left. */
export function openVault(directory: string, keys: AgeKeys): Vault {
  removeLeftovers(directory)
  const fileOf = (blobId: string) => {
    if (!/^[0-9a-f]{32}$/.test(blobId)) throw new CodedError('vault.missing')
    return join(directory, blobId.slice(0, 2), `${blobId}.age`)
  }
  const open = async (blobId: string) => openBlob(fileOf(blobId), keys.identity)
  const recent = recentBlobs(open)
  return {
    put: (source, options = {}) => put(fileOf, keys.recipient, source, options),
    open,
    readAt: async (blobId, offset, length) => (await recent.get(blobId)).readAt(offset, length),
    async readAll(blobId) {
      const blob = await open(blobId)
      try {
        return blob.readAt(0, blob.size)
      } finally {
        blob.close()
      }
    },
    async verify(blobId, sha256, options = {}) {
      const hash = createHash('sha256')
      try {
        await eachPiece(await open(blobId), options, piece => hash.update(piece))
      } catch (error) {
        if (error instanceof CodedError && error.code === 'vault.missing') return 'missing'
        if (error instanceof CodedError && damage.has(error.code)) return 'changed'
        throw error
      }
      return hash.digest('hex') === sha256 ? 'intact' : 'changed'
    },
    exportTo: async (blobId, file, options = {}) => exportBlob(await open(blobId), file, options),
    discard(blobId) {
      recent.forget(blobId)
      rmSync(fileOf(blobId), { force: true })
    },
    close: recent.clear,
  }
}

const KEPT_OPEN = 4

/** The last few opened blobs; opening one costs 4 ms of key agreement. */
function recentBlobs(open: (blobId: string) => Promise<Blob>) {
  const kept = new Map<string, Promise<Blob>>()
  const drop = (blobId: string) => {
    kept.get(blobId)?.then(
      blob => blob.close(),
      () => undefined,
    )
    kept.delete(blobId)
  }
  return {
    get(blobId: string): Promise<Blob> {
      const found = kept.get(blobId)
      if (found) return found
      const opening = open(blobId)
      kept.set(blobId, opening)
      opening.catch(() => kept.delete(blobId))
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT_OPEN) break
        drop(oldest)
      }
      return opening
    },
    forget: drop,
    clear: () => {
      for (const blobId of [...kept.keys()]) drop(blobId)
    },
  }
}

const damage = new Set(['vault.damaged', 'vault.wrongIdentity', 'store.inputOutput'])

async function put(
  fileOf: (id: string) => string,
  recipient: string,
  source: VaultSource,
  { onProgress, signal }: PutOptions,
): Promise<Sealed> {
  refuseCancelled(signal)
  const blobId = randomBytes(16).toString('hex')
  const file = fileOf(blobId)
  const temporary = `${file}.tmp`
  const total = typeof source === 'string' ? sizeOf(source) : null
  let handle: number | undefined
  try {
    mkdirSync(dirname(file), { recursive: true })
    handle = openSync(temporary, 'wx', 0o600)
    const target = handle
    const { header, fileKey } = await makeHeader([recipient])
    writeAll(target, header)
    const sealer = payloadSealer(fileKey, bytes => writeAll(target, bytes))
    fileKey.fill(0)
    const hash = createHash('sha256')
    let size = 0
    for await (const piece of piecesOf(source)) {
      refuseCancelled(signal)
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length)
      hash.update(bytes)
      sealer.push(bytes)
      size += bytes.length
      onProgress?.(size, total)
    }
    refuseCancelled(signal)
    sealer.end()
    fsyncSync(handle)
    closeSync(handle)
    handle = undefined
    renameSync(temporary, file)
    syncDirectory(dirname(file))
    syncDirectory(dirname(dirname(file)))
    return { blobId, sha256: hash.digest('hex'), size }
  } catch (error) {
    if (handle !== undefined) closeSync(handle)
    rmSync(temporary, { force: true })
    throw storeError(error)
  }
}

async function openBlob(file: string, identity: string): Promise<Blob> {
  if (!existsSync(file)) throw new CodedError('vault.missing')
  let handle: number | undefined
  try {
    handle = openSync(file, 'r')
    const fd = handle
    const fileSize = fstatSync(fd).size
    const read = (target: Buffer, position: number) => readSync(fd, target, 0, target.length, position)
    const start = Buffer.alloc(Math.min(LONGEST_HEADER, fileSize))
    read(start, 0)
    const { length, fileKey } = await openHeader(start, identity)
    const reader = payloadReader({ fileKey, headerLength: length, fileSize, read })
    let closed = false
    return {
      size: reader.size,
      readAt: (offset, count) => {
        if (closed) throw new CodedError('vault.closed')
        try {
          return reader.readAt(offset, count)
        } catch (error) {
          throw storeError(error)
        }
      },
      close() {
        if (closed) return
        closed = true
        reader.close()
        closeSync(fd)
      },
    }
  } catch (error) {
    if (handle !== undefined) closeSync(handle)
    throw storeError(error)
  }
}

/** Hands over a blob 1 MiB at a time, letting other calls in between, and closes it. */
async function eachPiece(blob: Blob, options: PutOptions, take: (piece: Buffer) => void): Promise<void> {
  try {
    let done = 0
    do {
      refuseCancelled(options.signal)
      const piece = blob.readAt(done, STEP)
      take(piece)
      done += piece.length
      options.onProgress?.(done, blob.size)
      await new Promise(resolve => setImmediate(resolve))
    } while (done < blob.size)
  } finally {
    blob.close()
  }
}

async function exportBlob(blob: Blob, file: string, options: PutOptions): Promise<void> {
  const temporary = `${file}.tmp`
  let handle: number | undefined
  try {
    handle = openSync(temporary, 'w', 0o600)
    const fd = handle
    await eachPiece(blob, options, piece => writeAll(fd, piece))
    fsyncSync(handle)
    closeSync(handle)
    handle = undefined
    renameSync(temporary, file)
  } catch (error) {
    blob.close()
    if (handle !== undefined) closeSync(handle)
    rmSync(temporary, { force: true })
    throw storeError(error)
  }
}

function piecesOf(source: VaultSource): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return typeof source === 'string' ? fileStream(source) : source
}

async function* fileStream(path: string): AsyncIterable<Uint8Array> {
  try {
    for await (const piece of createReadStream(path, { highWaterMark: STEP })) yield piece as Uint8Array
  } catch (error) {
    throw new CodedError('vault.sourceUnreadable', {}, error)
  }
}

function sizeOf(path: string): number {
  try {
    const facts = statSync(path)
    if (!facts.isFile()) throw new CodedError('vault.sourceUnreadable')
    return facts.size
  } catch (error) {
    throw new CodedError('vault.sourceUnreadable', {}, error)
  }
}

function writeAll(handle: number, bytes: Buffer): void {
  let written = 0
  while (written < bytes.length) written += writeSync(handle, bytes, written)
}

function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CodedError('vault.cancelled')
}

function removeLeftovers(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
    for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.age.tmp')) rmSync(join(directory, name), { force: true })
    }
  } catch (error) {
    throw storeError(error)
  }
}
