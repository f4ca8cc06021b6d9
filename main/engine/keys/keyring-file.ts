import { readFileSync } from 'node:fs'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { CodedError } from '../errors.ts'
import { replaceFile } from '../store/durable-file.ts'
import { sodium } from '../store/native.ts'
import { storeError } from '../store/store-errors.ts'
import { isPlausibleCost } from './passphrase.ts'
import { deriveKey, wipe } from './secret-bytes.ts'

const base64 = z.string().max(400)
const wrapped = z.strictObject({ nonce: base64, box: base64 })
const cost = z.strictObject({ memoryKib: z.number().int(), passes: z.number().int() }).refine(isPlausibleCost)

/** One account's way in. Public but for the wrapped secrets; carries no name. */
const slot = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  accountId: z.string().min(1).max(64),
  cost,
  salt: base64,
  sealPublic: base64,
  signPublic: base64,
  secrets: wrapped,
  sealedMaster: base64,
  /** Set between the two halves of a change of master key. */
  sealedNext: base64.nullable(),
})
const recovery = z.strictObject({
  sealPublic: base64,
  signPublic: base64,
  sealedMaster: base64,
  sealedNext: base64.nullable(),
})
const keyring = z.strictObject({
  version: z.literal(1),
  storeId: z.string().min(1).max(64),
  generation: z.number().int().positive(),
  nameSalt: base64,
  slots: z.array(slot).max(500),
  recovery,
  mac: z.string(),
})

export type Keyring = z.infer<typeof keyring>
export type Slot = z.infer<typeof slot>

/**
 * Reads keyring.json. It must be exactly the bytes this program writes (canonical JSON), so
 * that no change of it goes past the MAC. Throws `keyring.missing`, `keyring.damaged`, `keyring.newer`.
 */
export function readKeyring(file: string): Keyring {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new CodedError('keyring.missing')
    }
    throw storeError(error)
  }
  return parseKeyring(bytes)
}

/** The same from bytes. */
export function parseKeyring(bytes: Buffer): Keyring {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    throw new CodedError('keyring.damaged', {}, error)
  }
  const newer = z.object({ version: z.number().int().min(2).max(99) }).safeParse(value)
  if (newer.success) throw new CodedError('keyring.newer', { found: newer.data.version, known: 1 })
  const parsed = keyring.safeParse(value)
  if (!parsed.success || !bytes.equals(Buffer.from(serialise(parsed.data), 'utf8'))) {
    throw new CodedError('keyring.damaged')
  }
  return parsed.data
}

/** Writes keyring.json; a crash leaves the old or the new one. */
export function writeKeyring(file: string, value: Keyring): void {
  replaceFile(file, serialise(value))
}

/** The same keyring with the MAC of its newest master key over all other fields. */
export function authenticated(value: Keyring, newestMaster: Buffer): Keyring {
  return { ...value, mac: macOf(value, newestMaster) }
}

/** Throws `keyring.damaged` unless the whole file is as the holder of the master key wrote it. */
export function checkMac(value: Keyring, newestMaster: Buffer): void {
  if (macOf(value, newestMaster) !== value.mac) throw new CodedError('keyring.damaged')
}

function macOf(value: Keyring, master: Buffer): string {
  const { mac: _, ...body } = value
  const key = deriveKey(master, 'keyring-mac')
  const mac = Buffer.alloc(32)
  sodium.crypto_generichash(mac, Buffer.from(canonicalize(body) ?? '', 'utf8'), key)
  wipe(key)
  return mac.toString('hex')
}

function serialise(value: Keyring): string {
  return canonicalize(value) ?? ''
}
