import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CodedError } from '../../errors.ts'
import type { ReadableDb } from '../../store/database.ts'
import { replaceFile } from '../../store/durable-file.ts'
import { listRoots, type RootRow } from './institution.queries.ts'

/** A certificate is small; anything larger is no certificate. */
const LARGEST_CERTIFICATE = 256 * 1024

/**
 * Reads a CA certificate in PEM or DER.
 * Throws `signing.notACertificate`, `signing.notACa`, `files.unreadable`.
 */
export function readRoot(path: string, addedAt: string): RootRow {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new CodedError('files.unreadable', {}, error)
  }
  if (bytes.length > LARGEST_CERTIFICATE) throw new CodedError('signing.notACertificate')
  let certificate: X509Certificate
  try {
    certificate = new X509Certificate(bytes)
  } catch (error) {
    throw new CodedError('signing.notACertificate', {}, error)
  }
  if (!certificate.ca) throw new CodedError('signing.notACa')
  return {
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    subject: certificate.subject.replaceAll('\n', ', '),
    certificate: certificate.raw,
    validUntil: new Date(certificate.validTo).toISOString(),
    addedAt,
  }
}

const fileOf = (directory: string) => join(directory, 'trusted-roots.pem')

/**
 * Writes the public certificates beside the store, so that letters can be checked while it is
 * locked. They are no secret; who trusts them is shown by the audit trail.
 */
export function publishRoots(db: ReadableDb, directory: string): void {
  const pem = listRoots(db).map(root => new X509Certificate(root.certificate).toString())
  replaceFile(fileOf(directory), pem.join(''))
}

/**
 * Writes the list again when the store is opened: anybody may change that file while the store is locked. A
 * folder that refuses it keeps nobody out.
 */
export function healPublishedRoots(db: ReadableDb, directory: string): void {
  try {
    if (listRoots(db).length > 0 || existsSync(fileOf(directory))) publishRoots(db, directory)
  } catch {
    console.error('[engine] list of trusted roots not published')
  }
}

/** DER certificates of the published list; empty when there is none or it cannot be read. */
export function publishedRoots(directory: string | null): Uint8Array[] {
  if (!directory || !existsSync(fileOf(directory))) return []
  const text = readFileSync(fileOf(directory), 'utf8')
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  return blocks.flatMap(block => {
    try {
      return [new X509Certificate(block).raw]
    } catch {
      return []
    }
  })
}
