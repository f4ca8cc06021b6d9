import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { PdfFile } from '../pdf/pdf-file.ts'
import { PdfString } from '../pdf/pdf-syntax.ts'
import { runTool, temporaryFolder, trustingDatabase } from '../pdf/testing/run-tool.ts'
import { describeCertificate } from './certificate.ts'
import { listSignatureFields, signPdf } from './pdf-signature.ts'
import {
  chair,
  credentialOf,
  daysFromNow,
  deputy,
  renderTestLetter,
  signedLetter,
  testAuthority,
  testNow,
  twiceSignedLetter,
} from './testing/signed-letter.ts'

// Keys, renderers and outside tools are slow on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = temporaryFolder()
let database: string
let authorityFile: string
beforeAll(() => {
  authorityFile = folder.write('ca.pem', testAuthority().certificatePem)
  database = trustingDatabase(folder.path, authorityFile)
})
afterAll(() => folder.clean())

let count = 0
function pdfsig(bytes: Uint8Array): string {
  const file = folder.write(`signed-${count++}.pdf`, bytes)
  const check = runTool('qpdf', '--check', file)
  expect(check.output).toContain('No syntax or stream encoding errors')
  expect(check.status).toBe(0)
  return runTool('pdfsig', '-nssdir', database, file).output
}
const times = (text: string, part: string) => text.split(part).length - 1

/** Cuts signed bytes and CMS out of a signed file for OpenSSL. */
function cutOut(bytes: Uint8Array, field: string): { content: string; cms: string } {
  const file = new PdfFile(Buffer.from(bytes))
  const found = file.signatureFields().find(({ name }) => name === field)
  const dictionary = file.dictionary(found?.dictionary.get('V'))
  const contents = dictionary.get('Contents')
  const range = dictionary.get('ByteRange')
  if (!(contents instanceof PdfString) || !Array.isArray(range)) throw new Error('unsigned')
  const [, first, next, rest] = range.map(Number) as [number, number, number, number]
  const signed = Buffer.concat([file.bytes.subarray(0, first), file.bytes.subarray(next, next + rest)])
  const cms = contents.bytes.subarray(0, contents.bytes.readUInt16BE(2) + 4)
  return { content: folder.write(`${field}.bin`, signed), cms: folder.write(`${field}.cms`, cms) }
}

describe('signature', () => {
  test('is valid, trusted and total for other readers', async () => {
    const report = pdfsig(await signedLetter())
    expect(report).toContain('Signature Validation: Signature is Valid.')
    expect(report).toContain('Certificate Validation: Certificate is Trusted.')
    expect(report).toContain('Total document signed')
    expect(report).toContain('ETSI.CAdES.detached')
    expect(report).toContain('serialNumber=197001012000011001')
  })

  test('of a second signer leaves the first valid', async () => {
    const { twice } = await twiceSignedLetter()
    const report = pdfsig(twice)
    expect(times(report, 'Signature is Valid')).toBe(2)
    expect(times(report, 'Certificate is Trusted')).toBe(2)
    expect(times(report, '- Total document signed')).toBe(1)
  })

  test('satisfies OpenSSL as CAdES', async () => {
    const { twice } = await twiceSignedLetter()
    for (const { field } of [chair, deputy]) {
      const { content, cms } = cutOut(twice, field)
      const run = runTool(
        'openssl',
        'cms',
        '-verify',
        '-cades',
        '-inform',
        'DER',
        '-in',
        cms,
        '-content',
        content,
        '-binary',
        '-CAfile',
        authorityFile,
        '-purpose',
        'any',
        '-attime',
        String(testNow.getTime() / 1000),
        '-out',
        '/dev/null',
      )
      expect(run.output).toMatch(/CAdES Verification successful/i)
      expect(run.status).toBe(0)
    }
  })

  test('works with an EC key', async () => {
    const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const certificate = testAuthority().certify(
      { name: 'Bakti Semoga', nip: chair.nip, organization: 'Komisi Contoh' },
      keys.publicKey,
    )
    const credential = {
      ...describeCertificate(certificate),
      certificate,
      chain: [testAuthority().certificate],
      signRaw: async (hash: 'sha256', bytes: Uint8Array) =>
        new Uint8Array(sign(hash, bytes, keys.privateKey)),
    }
    const report = pdfsig(
      await signPdf(await renderTestLetter(), { field: chair.field, credential, signedAt: testNow }),
    )
    expect(report).toContain('Signature is Valid')
    expect(report).toContain('Certificate is Trusted')
  })

  test('keeps the unsigned bytes as they were and certifies only the first time', async () => {
    const { unsigned, once, twice } = await twiceSignedLetter()
    expect(Buffer.from(once.subarray(0, unsigned.length))).toEqual(Buffer.from(unsigned))
    expect(Buffer.from(twice.subarray(0, once.length))).toEqual(Buffer.from(once))
    expect(times(Buffer.from(twice).toString('latin1'), '/TransformMethod /DocMDP')).toBe(1)
    expect(listSignatureFields(once)).toEqual([
      { field: 'ttd_ketua', signed: false },
      { field: 'ttd_wakil', signed: true },
    ])
  })

  test('shows the prepared signed appearance', async () => {
    const file = folder.write('shown.pdf', await signedLetter())
    const text = runTool('pdftotext', '-layout', file, '-').output
    expect(text).not.toContain('Ruang tanda tangan elektronik')
    expect(text).toContain('Ditandatangani secara elektronik oleh')
  })

  test('is refused on a signed field, a missing field and foreign files', async () => {
    const once = await signedLetter()
    const credential = credentialOf(chair)
    const request = { field: chair.field, credential, signedAt: testNow }
    await expect(signPdf(once, request)).rejects.toMatchObject({ code: 'signing.alreadySigned' })
    await expect(signPdf(once, { ...request, field: 'x' })).rejects.toMatchObject({
      code: 'signing.fieldMissing',
    })
    await expect(signPdf(Buffer.from('%PDF-1.7'), request)).rejects.toMatchObject({
      code: 'signing.notOurPdf',
    })
    await expect(signPdf(new Uint8Array(), request)).rejects.toMatchObject({ code: 'signing.notOurPdf' })
    const draft = await renderTestLetter({ draft: true })
    await expect(signPdf(draft, request)).rejects.toMatchObject({ code: 'signing.fieldMissing' })
  })

  test('is refused with a certificate outside its validity', async () => {
    const letter = await renderTestLetter()
    const credential = credentialOf(chair)
    const at = (days: number) =>
      signPdf(letter, { field: chair.field, credential, signedAt: daysFromNow(days) })
    await expect(at(1000)).rejects.toMatchObject({ code: 'signing.certificateExpired' })
    await expect(at(-200)).rejects.toMatchObject({ code: 'signing.certificateNotYetValid' })
  })
})
