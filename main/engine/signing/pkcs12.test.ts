import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { runTool, temporaryFolder } from '../pdf/testing/run-tool.ts'
import { describeCertificate, readCertificates } from './certificate.ts'
import { openPkcs12 } from './pkcs12.ts'
import { password, testAuthority, testNow } from './testing/signed-letter.ts'

// Keys, renderers and outside tools are slow on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = temporaryFolder()
const person = { name: 'Laksmi Andaiani', nip: '198203042006042003', organization: 'Komisi Contoh' }
afterAll(() => folder.clean())

/** Packs a key and its certificate with OpenSSL, as real authorities deliver them. */
function packed(kind: 'rsa' | 'ec', legacy: boolean): Uint8Array {
  const keys =
    kind === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 })
  const certificate = testAuthority().certify(person, keys.publicKey)
  const name = `${kind}-${legacy}`
  const key = folder.write(`${name}.key`, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)
  const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate).toString('base64')}\n-----END CERTIFICATE-----\n`
  const own = folder.write(`${name}.pem`, pem)
  const authority = folder.write('ca.pem', testAuthority().certificatePem)
  const target = `${folder.path}/${name}.p12`
  const run = runTool(
    'openssl',
    'pkcs12',
    '-export',
    '-inkey',
    key,
    '-in',
    own,
    '-certfile',
    authority,
    '-out',
    target,
    '-passout',
    `pass:${password}`,
    ...(legacy ? ['-legacy'] : []),
  )
  if (run.status !== 0) throw new Error(run.output)
  return readFileSync(target)
}

describe('PKCS#12', () => {
  test.each([
    ['rsa', false],
    ['rsa', true],
    ['ec', false],
    ['ec', true],
  ] as const)('opens an OpenSSL file with %s key, old ciphers %s', async (kind, legacy) => {
    const credential = openPkcs12(packed(kind, legacy), password)
    expect(credential).toMatchObject({
      subjectName: person.name,
      serialNumber: person.nip,
      keyType: kind,
      selfSigned: false,
    })
    expect(credential.chain).toHaveLength(1)
    expect((await credential.signRaw('sha256', Buffer.from('x'))).length).toBeGreaterThan(60)
    expect(() => openPkcs12(packed(kind, legacy), 'salah')).toThrow(
      expect.objectContaining({ code: 'signing.wrongPassword' }),
    )
    expect(() => openPkcs12(packed(kind, legacy), '')).toThrow(
      expect.objectContaining({ code: 'signing.wrongPassword' }),
    )
  })

  test('opens what the demo authority makes and keeps no password in the credential', () => {
    const { pkcs12 } = testAuthority().issue(person, { password })
    const credential = openPkcs12(pkcs12, password)
    expect(credential.issuerName).toContain('REKAAN')
    expect(JSON.stringify(credential)).not.toContain(password)
  })

  describe('that is none', () => {
    let good: Uint8Array
    beforeAll(() => {
      good = testAuthority().issue(person, { password }).pkcs12
    })

    test.each<[string, () => Uint8Array]>([
      ['an empty file', () => new Uint8Array()],
      ['text', () => Buffer.from('bukan sertifikat')],
      ['a certificate', () => testAuthority().certificate],
      ['half a file', () => good.subarray(0, good.length >> 1)],
      ['two megabytes of zeros', () => new Uint8Array(2 * 1024 * 1024)],
      ['a PDF', () => Buffer.from('%PDF-1.7\n')],
    ])('refuses %s', (_, bytes) => {
      expect(() => openPkcs12(bytes(), password)).toThrow(
        expect.objectContaining({ code: 'signing.notPkcs12' }),
      )
    })

    test('answers random damage with a coded error only', () => {
      for (let index = 0; index < 150; index++) {
        const damaged = Uint8Array.from(good)
        const at = (index * 7919) % damaged.length
        damaged[at] = (damaged[at] ?? 0) ^ (1 << (index % 8))
        try {
          openPkcs12(damaged, password)
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^signing\./) })
        }
      }
    })
  })
})

describe('certificate', () => {
  test('is described with holder, number, issuer and validity', () => {
    const { certificate } = testAuthority().issue(person, {
      password,
      validUntil: new Date('2028-01-02T03:04:05Z'),
    })
    expect(describeCertificate(certificate)).toMatchObject({
      subjectName: person.name,
      organization: 'Komisi Contoh',
      serialNumber: person.nip,
      validUntil: '2028-01-02T03:04:05.000Z',
      validFrom: new Date(testNow.getTime() - 86_400_000).toISOString(),
    })
  })

  test('is read from PEM with several and from DER', () => {
    const { certificate, certificatePem } = testAuthority()
    expect(readCertificates(Buffer.from(certificatePem + certificatePem))).toHaveLength(2)
    expect(Buffer.from(readCertificates(certificate)[0] ?? [])).toEqual(Buffer.from(certificate))
    expect(() => readCertificates(Buffer.from('x'))).toThrow(
      expect.objectContaining({ code: 'signing.notACertificate' }),
    )
  })
})
