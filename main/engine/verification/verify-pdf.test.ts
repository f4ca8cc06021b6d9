import { describe, expect, test, vi } from 'vitest'
import { longTableBody } from '../pdf/testing/sample-letter.ts'
import { createDemoAuthority } from '../signing/demo-authority.ts'
import { signPdf } from '../signing/pdf-signature.ts'
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
} from '../signing/testing/signed-letter.ts'
import { attacks } from './testing/attacks.ts'
import { verifyPdf } from './verify-pdf.ts'

// Keys, renderers and outside tools are slow on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const trusted = () => ({ trustedRoots: [testAuthority().certificate], now: testNow })
const codes = (verdict: ReturnType<typeof verifyPdf>) => verdict.reasons.map(({ code }) => code)
const signedBy = async (credential: Parameters<typeof signPdf>[1]['credential'], signedAt = testNow) =>
  signPdf(await renderTestLetter(), { field: chair.field, credential, signedAt })

describe('a genuine letter', () => {
  test('is called genuine, with signer, position and the letter in its own words', async () => {
    const verdict = verifyPdf(await signedLetter(), trusted())
    expect(verdict.outcome).toBe('genuine')
    expect(codes(verdict)).toEqual([
      'verification.intact',
      'verification.trusted',
      'verification.complete',
      'verification.revocationNotChecked',
    ])
    expect(verdict.signatures).toEqual([
      {
        field: 'ttd_ketua',
        signerName: 'Bakti Semoga',
        serialNumber: chair.nip,
        position: 'Ketua Komisi Contoh',
        claimedAt: testNow.toISOString(),
        provenAt: null,
        valid: true,
        trusted: true,
        coversWholeFile: true,
      },
    ])
    expect(verdict.letter).toMatchObject({
      number: 'R-117/KC/11/2020',
      datedOn: '2020-11-18',
      institution: 'KOMISI CONTOH APARATUR NEGARA',
    })
  })

  test.each(['arimo', 'tinos'] as const)(
    'in %s, short or long, on both papers, is genuine',
    async typeface => {
      for (const changes of [{}, { paper: 'F4' as const }, { body: longTableBody(120) }]) {
        expect(verifyPdf(await signedLetter({ typeface, ...changes }), trusted()).outcome).toBe('genuine')
      }
    },
  )

  test('with two signers is genuine in both orders', async () => {
    const { twice, unsigned } = await twiceSignedLetter()
    expect(verifyPdf(twice, trusted()).outcome).toBe('genuine')
    const first = await signPdf(unsigned, {
      field: chair.field,
      credential: credentialOf(chair),
      signedAt: testNow,
    })
    const other = await signPdf(first, {
      field: deputy.field,
      credential: credentialOf(deputy),
      signedAt: testNow,
    })
    const verdict = verifyPdf(other, trusted())
    expect(verdict.outcome).toBe('genuine')
    expect(verdict.signatures.map(({ coversWholeFile }) => coversWholeFile)).toEqual([false, true])
  })

  test('with odd characters in subject, reason and place is genuine', async () => {
    const bytes = await renderTestLetter({ subject: 'Dinas A & B <RI> (1) \\ "x"' })
    const signed = await signPdf(bytes, {
      field: chair.field,
      credential: credentialOf(chair),
      signedAt: testNow,
      reason: 'Rekomendasi (é) – \\)',
      location: 'Kota <Rekaan>',
    })
    expect(verifyPdf(signed, trusted())).toMatchObject({
      outcome: 'genuine',
      letter: { subject: 'Dinas A & B <RI> (1) \\ "x"' },
    })
  })
})

describe('an attack', () => {
  test.each(Object.keys(attacks))(
    '"%s" on a letter with one or two signatures is called changed',
    async attack => {
      const change = attacks[attack]
      if (!change) throw new Error('attack')
      const { twice } = await twiceSignedLetter()
      expect(verifyPdf(change(await signedLetter(), chair.field), trusted()).outcome).toBe('changed')
      expect(verifyPdf(change(twice, chair.field), trusted()).outcome).toBe('changed')
      if (/byte range|signature|padding/.test(attack)) {
        expect(verifyPdf(change(twice, deputy.field), trusted()).outcome).toBe('changed')
      }
    },
  )

  test('that cuts the chair off leaves an incomplete letter, not a genuine one', async () => {
    const { once } = await twiceSignedLetter()
    const verdict = verifyPdf(once, trusted())
    expect(verdict.outcome).toBe('cannotTell')
    expect(verdict.reasons).toContainEqual({
      code: 'verification.incomplete',
      facts: { fields: 'ttd_ketua' },
    })
  })

  test('with another key behind the right certificate is called changed', async () => {
    const credential = credentialOf(chair)
    const { signRaw } = credentialOf(deputy)
    const verdict = verifyPdf(await signedBy({ ...credential, signRaw }), trusted())
    expect(verdict).toMatchObject({ outcome: 'changed', reasons: [{ code: 'verification.signatureBroken' }] })
    expect(verdict.signatures[0]).toMatchObject({ valid: false, trusted: false, signerName: '' })
  })

  test('by text changed inside the file is called changed', async () => {
    const bytes = Buffer.from(await signedLetter())
    const at = bytes.indexOf('stream\n') + 40
    bytes[at] = (bytes[at] ?? 0) ^ 1
    expect(verifyPdf(bytes, trusted())).toMatchObject({
      outcome: 'changed',
      reasons: [{ code: 'verification.contentChanged' }],
    })
  })
})

describe('trust', () => {
  const only = (verdict: ReturnType<typeof verifyPdf>, code: string) => {
    expect(verdict.outcome).toBe('cannotTell')
    expect(codes(verdict)).toEqual([code])
    expect(verdict.signatures[0]).toMatchObject({ valid: true, trusted: false })
  }

  test('needs a root', async () => {
    only(verifyPdf(await signedLetter(), { trustedRoots: [], now: testNow }), 'verification.noTrustedRoots')
  })

  test('is not given to another root of the same name', async () => {
    const other = createDemoAuthority(testNow)
    only(
      verifyPdf(await signedLetter(), { trustedRoots: [other.certificate], now: testNow }),
      'verification.untrustedIssuer',
    )
  })

  test('is not given to a self-signed certificate with the same names', async () => {
    only(
      verifyPdf(await signedBy(credentialOf(chair, { selfSigned: true })), trusted()),
      'verification.untrustedIssuer',
    )
  })

  test('is not given to a TLS certificate', async () => {
    only(
      verifyPdf(await signedBy(credentialOf(chair, { purpose: 'server' })), trusted()),
      'verification.certificateUnsuitable',
    )
  })

  test('ends when the certificate expires without proof of an earlier time', async () => {
    const bytes = await signedLetter()
    only(verifyPdf(bytes, { ...trusted(), now: daysFromNow(1000) }), 'verification.certificateExpired')
    only(verifyPdf(bytes, { ...trusted(), now: daysFromNow(-200) }), 'verification.certificateNotYetValid')
  })

  test('is not given to a signing time after the reader’s clock', async () => {
    const bytes = await signedBy(credentialOf(chair), new Date(testNow.getTime() + 3_600_000))
    only(verifyPdf(bytes, trusted()), 'verification.claimedTimeWrong')
  })

  test('is not given to a person whom the letter does not name', async () => {
    const wrong = await signedBy(credentialOf({ name: chair.name, nip: '199901012020011001' }))
    const verdict = verifyPdf(wrong, trusted())
    expect(verdict.outcome).toBe('cannotTell')
    expect(verdict.reasons).toEqual([
      { code: 'verification.signerNotNamed', facts: { signerName: 'Bakti Semoga', named: chair.name } },
    ])
    const stranger = await signedBy(credentialOf({ name: 'Orang Lain', nip: null }))
    expect(codes(verifyPdf(stranger, trusted()))).toEqual(['verification.signerNotNamed'])
  })

  test('is taken away by a revocation list of the issuer, and no other', async () => {
    const credential = credentialOf(chair)
    const bytes = await signedBy(credential)
    const earlier = new Date(testNow.getTime() - 3_600_000)
    const list = testAuthority().revoke([credential.certificate], earlier)
    only(verifyPdf(bytes, { ...trusted(), revocationLists: [list] }), 'verification.certificateRevoked')
    const empty = verifyPdf(bytes, { ...trusted(), revocationLists: [testAuthority().revoke([], earlier)] })
    expect(empty.outcome).toBe('genuine')
    expect(codes(empty)).toContain('verification.revocationChecked')
    const strange = createDemoAuthority(testNow).revoke([credential.certificate], earlier)
    expect(verifyPdf(bytes, { ...trusted(), revocationLists: [strange, Buffer.from('x')] }).outcome).toBe(
      'genuine',
    )
  })

  test('is not given to a CMS that carries strangers’ certificates', async () => {
    const credential = credentialOf(chair)
    const chain = [...credential.chain, credentialOf(deputy).certificate]
    only(verifyPdf(await signedBy({ ...credential, chain }), trusted()), 'verification.signatureForm')
  })

  test('passes over roots that are no certificates or no authorities', async () => {
    const bytes = await signedLetter()
    const useless = [Buffer.from('x'), credentialOf(chair).certificate]
    only(verifyPdf(bytes, { trustedRoots: useless, now: testNow }), 'verification.noTrustedRoots')
    const verdict = verifyPdf(bytes, {
      trustedRoots: [...useless, testAuthority().certificate],
      now: testNow,
    })
    expect(verdict.outcome).toBe('genuine')
  })
})

describe('a file that is no signed letter', () => {
  const plain = (code: string) => ({ outcome: 'cannotTell', reasons: [{ code }], signatures: [] })

  test('is answered plainly', async () => {
    expect(verifyPdf(new Uint8Array(), trusted())).toMatchObject(plain('verification.empty'))
    expect(verifyPdf(Buffer.from('Halo'), trusted())).toMatchObject(plain('verification.notPdf'))
    expect(verifyPdf(new Uint8Array(1_000_000), trusted())).toMatchObject(plain('verification.notPdf'))
    expect(verifyPdf(Buffer.from('%PDF-1.7\n%%EOF\n'), trusted())).toMatchObject(
      plain('verification.unreadable'),
    )
    expect(verifyPdf(await renderTestLetter(), trusted())).toMatchObject(plain('verification.unsigned'))
    expect(verifyPdf(await renderTestLetter({ draft: true }), trusted())).toMatchObject(
      plain('verification.unsigned'),
    )
  })

  test('larger than the limit is not read', () => {
    const huge = new Uint8Array(200 * 1024 * 1024 + 1)
    expect(verifyPdf(huge, trusted())).toMatchObject(plain('verification.tooLarge'))
  })

  test.each<[string, string]>([
    [
      'a loop of sections',
      'xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1 /Prev 9>>\nstartxref\n9\n%%EOF\n',
    ],
    [
      'an xref stream',
      '1 0 obj\n<</Type /XRef /W [1 1 1]>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n',
    ],
    ['a million entries', 'xref\n0 999999\n0000000000 65535 f \ntrailer\n<</Size 1>>\nstartxref\n9\n%%EOF\n'],
    [
      'a deep array',
      `xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1 /A ${'['.repeat(200_000)}>>\nstartxref\n9\n%%EOF\n`,
    ],
    [
      'an offset past the end',
      'xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1>>\nstartxref\n9999999999\n%%EOF\n',
    ],
    ['an open string', 'xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1 /A (((\nstartxref\n9\n%%EOF\n'],
    ['byte ranges in thousands', '/ByteRange [0 1 2 3] '.repeat(20_000)],
    ['byte ranges beyond all sizes', '/ByteRange [0 9999999999 9999999999 9999999999]'],
  ])('with %s is survived', (_, text) => {
    const start = performance.now()
    const verdict = verifyPdf(Buffer.from(`%PDF-1.7\n${text}`), trusted())
    expect(verdict.outcome).not.toBe('genuine')
    expect(performance.now() - start).toBeLessThan(3000)
  })

  test('of random bytes is survived', () => {
    let seed = 11
    const random = () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      return seed >>> 24
    }
    for (let round = 0; round < 200; round++) {
      const bytes = Buffer.from(Array.from({ length: 400 }, random))
      const verdict = verifyPdf(Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]), trusted())
      expect(verdict.outcome).not.toBe('genuine')
    }
  })
})
