/**
 * Signs a law pack, or makes the publisher's pair of keys:
 *   node scripts/sign-law-pack.ts --new-key FOLDER       FOLDER/private.pem and FOLDER/publisher.pem
 *   node scripts/sign-law-pack.ts PRIVATE.pem PACK.json   checks the pack, renews its checksum and signature
 *   node scripts/sign-law-pack.ts --signed-bytes PACK.json OUT SIGNATURE   for a check with openssl
 * The private key never belongs into this repository; publisher.pem goes to resources/law/ (resources/README.md).
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CodedError } from '../main/engine/errors.ts'
import {
  publicKeyHex,
  publishersOf,
  readLawPack,
  refuseDoubleKeys,
  signedBytes,
  signPack,
} from '../main/engine/law/index.ts'

const [first = '', second = '', third = '', fourth = ''] = process.argv.slice(2)
try {
  run()
} catch (error) {
  if (!(error instanceof CodedError)) throw error
  console.error(`${error.code} ${JSON.stringify(error.facts)}`)
  process.exitCode = 1
}

function run(): void {
  if (first === '--new-key' && second) makePair(second)
  else if (first === '--signed-bytes' && fourth) writeSignedBytes(second, third, fourth)
  else if (first && second && !first.startsWith('--')) signFile(first, second)
  else {
    console.error('usage: sign-law-pack.ts --new-key FOLDER | PRIVATE.pem PACK.json')
    process.exitCode = 2
  }
}

function makePair(folder: string): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'private.pem')
  // A key that signed packs must not be lost to a second call.
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  chmodSync(path, 0o600)
  writeFileSync(join(folder, 'publisher.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
  console.log(`${path}: keep it secret and backed up. Public key ${publicKeyHex(publicKey)}`)
}

function signFile(keyPath: string, packPath: string): void {
  const privateKey = createPrivateKey(readFileSync(keyPath, 'utf8'))
  const before = readFileSync(packPath, 'utf8')
  refuseDoubleKeys(before, basename(packPath))
  const pack = signPack(JSON.parse(before) as { version: string }, privateKey)
  const text = `${JSON.stringify(pack, null, 1)}\n`
  const publicPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
  // What is signed here must be accepted there: the same checks, with the key that signs.
  readLawPack(text, basename(packPath), publishersOf(publicPem))
  writeFileSync(packPath, text)
  console.log(`${packPath}: version ${pack.version}, sha256 ${pack.sha256}, signed by ${pack.signature.key}`)
}

/** The two files that `openssl pkeyutl -verify -rawin` takes. */
function writeSignedBytes(packPath: string, bytesPath: string, signaturePath: string): void {
  const pack = JSON.parse(readFileSync(packPath, 'utf8')) as { signature: { value: string } }
  writeFileSync(bytesPath, signedBytes(pack))
  writeFileSync(signaturePath, Buffer.from(pack.signature.value, 'base64'))
}
