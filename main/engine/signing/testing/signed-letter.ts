import { loadFonts } from '../../pdf/fonts.ts'
import { renderLetter } from '../../pdf/letter-document.ts'
import type { LetterDocument, Signatory } from '../../pdf/letter-types.ts'
import { sampleLetter, testFontsDir } from '../../pdf/testing/sample-letter.ts'
import { createDemoAuthority, type DemoAuthority, type IssueOptions } from '../demo-authority.ts'
import { signPdf } from '../pdf-signature.ts'
import { openPkcs12, type SigningCredential } from '../pkcs12.ts'

/** The clock of signing and verification tests: the machine's, as outside tools ask no other. */
export const testNow = new Date(Math.floor(Date.now() / 1000) * 1000)

/** The test clock so many days later, or earlier. */
export const daysFromNow = (days: number) => new Date(testNow.getTime() + days * 86_400_000)
export const password = 'kata-sandi-uji'

export const chair: Signatory = {
  field: 'ttd_ketua',
  position: 'Ketua Komisi Contoh',
  name: 'Dr. Bakti Semoga, S.H.',
  nip: '197001012000011001',
}
export const deputy: Signatory = {
  field: 'ttd_wakil',
  position: 'Wakil Ketua',
  name: 'Arman Cobaan',
  nip: null,
}

let authority: DemoAuthority | null = null
/** One authority per test process; making its key takes a moment. */
export function testAuthority(): DemoAuthority {
  authority ??= createDemoAuthority(testNow)
  return authority
}

const credentials = new Map<string, SigningCredential>()

/** A credential of the named official; the same one for the same wishes, as keys take time to make. */
export function credentialOf(
  person: { name: string; nip: string | null },
  options: Partial<IssueOptions> = {},
): SigningCredential {
  const wish = JSON.stringify([person.name, person.nip, options])
  const known = credentials.get(wish)
  if (known) return known
  const holder = {
    name: person.name.replace(/^Dr\. |, S\.H\.$/g, ''),
    nip: person.nip,
    organization: 'Komisi Contoh',
  }
  const credential = openPkcs12(testAuthority().issue(holder, { password, ...options }).pkcs12, password)
  credentials.set(wish, credential)
  return credential
}

export const renderTestLetter = (changes: Partial<LetterDocument> = {}) =>
  renderLetter(sampleLetter({ signatories: [chair], ...changes }), loadFonts(testFontsDir))

/** A letter signed by the chair. */
export async function signedLetter(changes: Partial<LetterDocument> = {}): Promise<Uint8Array> {
  const bytes = await renderTestLetter(changes)
  return signPdf(bytes, { field: chair.field, credential: credentialOf(chair), signedAt: testNow })
}

/** A letter signed by the deputy, then by the chair; gives all stages. Made once per test process. */
export function twiceSignedLetter() {
  twice ??= signTwice()
  return twice
}
let twice: ReturnType<typeof signTwice> | null = null

async function signTwice() {
  const bytes = await renderTestLetter({ signatories: [chair, deputy] })
  const once = await signPdf(bytes, {
    field: deputy.field,
    credential: credentialOf(deputy),
    signedAt: testNow,
  })
  const both = await signPdf(once, {
    field: chair.field,
    credential: credentialOf(chair),
    signedAt: testNow,
  })
  return { unsigned: bytes, once, twice: both }
}
