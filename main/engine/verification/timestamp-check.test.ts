import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { afterAll, describe, expect, test } from 'vitest'
import { runTool, temporaryFolder } from '../pdf/testing/run-tool.ts'
import { encode, ownedBuffer } from '../signing/asn1.ts'
import { oid } from '../signing/object-ids.ts'
import {
  chair,
  daysFromNow,
  signedLetter,
  testAuthority,
  testNow,
  twiceSignedLetter,
} from '../signing/testing/signed-letter.ts'
import { placeOf } from './testing/attacks.ts'
import { verifyPdf } from './verify-pdf.ts'

const folder = temporaryFolder()
afterAll(() => folder.clean())
const options = (now: Date) => ({ trustedRoots: [testAuthority().certificate], now })
let count = 0

/** A token over `data` from an authority that OpenSSL plays. */
function timestampOver(data: Uint8Array): Buffer {
  const name = `tsa-${count++}`
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const person = { name: 'Otoritas Waktu Rekaan', nip: null, organization: 'Lembaga Rekaan' }
  const der = testAuthority().certify(person, keys.publicKey, { purpose: 'timestamps' })
  const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
  const key = folder.write(`${name}.key`, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)
  const certificate = folder.write(`${name}.pem`, pem)
  const config = folder.write(
    `${name}.cnf`,
    `[tsa]\ndefault_tsa = t\n[t]\nserial = ${folder.path}/serial\ncrypto_device = builtin\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\ness_cert_id_alg = sha256\n`,
  )
  folder.write('serial', '01\n')
  const stamped = folder.write(`${name}.bin`, data)
  const file = (end: string) => `${folder.path}/${name}.${end}`
  const run = (...args: string[]) => {
    const { status, output } = runTool('openssl', 'ts', ...args)
    if (status !== 0) throw new Error(output)
  }
  run('-query', '-data', stamped, '-sha256', '-cert', '-out', file('tsq'))
  run(
    '-reply',
    '-config',
    config,
    '-queryfile',
    file('tsq'),
    '-inkey',
    key,
    '-signer',
    certificate,
    '-out',
    file('tsr'),
  )
  run('-reply', '-config', config, '-in', file('tsr'), '-token_out', '-out', file('token'))
  return readFileSync(file('token'))
}

/** Raises the last signature to B-T: the token goes into the room that was kept for it. */
function stamp(
  letter: Uint8Array,
  field: string,
  change: (signature: Buffer) => Buffer = signature => signature,
): Uint8Array {
  const { start, end } = placeOf(letter, field)
  const copy = Buffer.from(letter)
  const padded = Buffer.from(copy.toString('latin1', start + 1, end - 1), 'hex')
  const cms = padded.subarray(0, padded.readUInt16BE(2) + 4)
  const data = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(ownedBuffer(cms)).content })
  const [signer] = data.signerInfos
  if (!signer) throw new Error('unsigned')
  const token = timestampOver(change(Buffer.from(signer.signature.valueBlock.valueHexView)))
  const value = asn1js.fromBER(ownedBuffer(token)).result
  const attribute = new pkijs.Attribute({ type: oid.signatureTimestamp, values: [value] })
  signer.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [attribute] })
  const content = new pkijs.ContentInfo({ contentType: oid.signedData, content: data.toSchema(true) })
  const stamped = encode(content.toSchema())
  copy.fill('0', start + 1, end - 1)
  copy.write(stamped.toString('hex'), start + 1, 'latin1')
  return new Uint8Array(copy)
}

describe('a timestamp', () => {
  test('keeps a letter genuine after its certificate has expired', async () => {
    const letter = stamp(await signedLetter(), chair.field)
    const verdict = verifyPdf(letter, options(daysFromNow(1000)))
    expect(verdict.reasons).toContainEqual({ code: 'verification.complete', facts: { signatures: 1 } })
    expect(verdict.outcome).toBe('genuine')
    const proven = Date.parse(verdict.signatures[0]?.provenAt ?? '')
    expect(Math.abs(proven - testNow.getTime())).toBeLessThan(600_000)
  })

  test('on the last signature also proves the earlier one', async () => {
    const { twice } = await twiceSignedLetter()
    const verdict = verifyPdf(stamp(twice, chair.field), options(daysFromNow(1000)))
    expect(verdict.outcome).toBe('genuine')
    expect(verdict.signatures.every(({ provenAt }) => provenAt !== null)).toBe(true)
  })

  test('for another signature proves nothing', async () => {
    const letter = stamp(await signedLetter(), chair.field, () => Buffer.from('lain'))
    const verdict = verifyPdf(letter, options(daysFromNow(1000)))
    expect(verdict.outcome).toBe('cannotTell')
    expect(verdict.reasons).toContainEqual({
      code: 'verification.timestampInvalid',
      facts: { check: 'imprint' },
    })
  })

  test('with a flipped bit never leaves the letter genuine', { timeout: 120_000 }, async () => {
    const letter = stamp(await signedLetter(), chair.field)
    const { start } = placeOf(letter, chair.field)
    const length = Number.parseInt(Buffer.from(letter).toString('latin1', start + 5, start + 9), 16) * 2 + 8
    for (let digit = 0; digit < length; digit += 37) {
      const at = start + 1 + digit
      letter[at] = (letter[at] ?? 0) ^ 1
      expect(verifyPdf(letter, options(daysFromNow(1000))).outcome, `digit ${digit}`).not.toBe('genuine')
      letter[at] = (letter[at] ?? 0) ^ 1
    }
  })
})
