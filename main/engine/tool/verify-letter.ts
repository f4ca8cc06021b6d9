import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { CodedError } from '../errors.ts'
import type { Verdict } from '../verification/verdict.ts'
import { verifyPdf } from '../verification/verify-pdf.ts'

/**
 * Verifies one letter file against the certificates of a PEM file (several may stand in it);
 * without one nothing is trusted, so the best answer is 'cannotTell'.
 * Throws `tool.fileUnreadable`, `tool.noCertificates` (facts: file).
 */
export function verifyLetterFile(file: string, trustFile: string | null, now: Date): Verdict {
  const trustedRoots = trustFile === null ? [] : readCertificates(trustFile)
  return verifyPdf(read(file), { trustedRoots, now })
}

function readCertificates(file: string): Uint8Array[] {
  const blocks = read(file)
    .toString('latin1')
    .match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g)
  try {
    const found = (blocks ?? []).map(block => new Uint8Array(new X509Certificate(block).raw))
    if (found.length > 0) return found
  } catch (error) {
    throw new CodedError('tool.noCertificates', { file }, error)
  }
  throw new CodedError('tool.noCertificates', { file })
}

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new CodedError('tool.fileUnreadable', { file }, error)
  }
}
