import { readFileSync, statSync } from 'node:fs'
import { CodedError } from '../errors.ts'
import { openPkcs12, type SigningCredential } from './pkcs12.ts'

/** A PKCS#12 file is a few kilobytes. */
const LARGEST_CERTIFICATE_FILE = 1024 * 1024

/**
 * Opens a certificate file that its owner chose; neither file nor password is kept.
 * Throws `files.unreadable`, `signing.notPkcs12`, `signing.wrongPassword`, `signing.noPrivateKey`, `signing.keyUnsupported`.
 */
export function credentialFromFile(path: string, password: string): SigningCredential {
  let bytes: Buffer
  try {
    if (statSync(path).size > LARGEST_CERTIFICATE_FILE) throw new CodedError('signing.notPkcs12')
    bytes = readFileSync(path)
  } catch (error) {
    if (error instanceof CodedError) throw error
    throw new CodedError('files.unreadable', {}, error)
  }
  return openPkcs12(bytes, password)
}
