import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../main/engine/store/sql.ts'
import { historySentence } from '../../shared/strings/id/history.ts'
import {
  AFTERWARDS,
  approvedLetter,
  CERTIFICATE_PASSWORD,
  certificateOf,
  decideCases,
  readyCase,
  trustAuthority,
} from '../helpers/decide-case.ts'
import { refused, refusedForAll } from '../helpers/refused.ts'
import { PEOPLE, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

const NIP = {
  bakti: '196504121990031002',
  ningsih: '196811302001122001',
  laksmi: '197703212003122004',
  surya: '198001012005012007',
}
/** Chair and deputy, and two commissioners, are of the same name. */
const NAMESAKES: Readonly<Record<string, string>> = { ningsih: 'Bakti Semoga', surya: 'Laksmi Andaiani' }

let engine: TestEngine
let trust: Awaited<ReturnType<typeof trustAuthority>>

beforeAll(async () => {
  engine = await startTestEngine({
    people: PEOPLE.map(person => ({
      ...person,
      displayName: NAMESAKES[person.signInName] ?? person.displayName,
      ...(person.signInName === 'laksmi' && { nip: '19770321 200312 2 004' }),
    })),
  })
  engine.setClock(AFTERWARDS)
  trust = await trustAuthority(engine)
})
afterAll(() => engine.close())

async function setNip(name: string, nip: string) {
  await engine.as('sari')
  return engine.call('accounts.changeNip', { accountId: engine.account(name).id, nip })
}

const made = new Map<string, () => string>()
/** A ticket for a person's certificate; each is made once, since its key takes long. */
function certificate(name: string, nip: string | null = null): string {
  const key = `${name} ${nip}`
  const ticket = made.get(key) ?? certificateOf(engine, trust.authority, name, { nip })
  made.set(key, ticket)
  return ticket()
}

describe('the NIP of an account', () => {
  it('is kept as 18 digits, once among the active accounts, and every change of it is in the history', async () => {
    const accounts = await engine.call('accounts.list', {})
    expect(accounts.find(row => row.signInName === 'laksmi')?.nip).toBe(NIP.laksmi)
    expect(accounts.find(row => row.signInName === 'bakti')?.nip).toBeNull()
    await refused(setNip('surya', NIP.laksmi), 'accounts.nipTaken')
    expect((await setNip('surya', ' NIP. 19800101 200501 2 007')).nip).toBe(NIP.surya)
    await refused(setNip('surya', NIP.surya), 'accounts.nipSame')
    expect((await setNip('surya', '')).nip).toBeNull()
    await setNip('surya', NIP.surya)
    const entries = engine.engine.session!.store.read.all<{ body: string }>(
      sql`select body from audit_entries where method = 'accounts.changeNip' order by seq`,
    )
    const told = entries.map(({ body }) => {
      const { subject, facts } = JSON.parse(body)
      return historySentence('accounts.changeNip', facts, subject)
    })
    expect(told).toEqual([
      `mengubah NIP akun Laksmi Andaiani menjadi ${NIP.surya}`,
      `mengubah NIP akun Laksmi Andaiani dari ${NIP.surya}`,
      `mengubah NIP akun Laksmi Andaiani menjadi ${NIP.surya}`,
    ])
    expect((await engine.call('audit.check', {})).whole).toBe(true)
  })

  it('is refused where it cannot be one, and only the secretariat enters it', async () => {
    for (const nip of ['123', '196504121990031', '131234567', '99991399199003 1 002', 'bakti']) {
      await expect(setNip('darma', nip), nip).rejects.toMatchObject({
        issues: [{ path: 'nip', message: 'accounts.nipForm' }],
      })
    }
    const accountId = engine.account('darma').id
    await refusedForAll(engine, ['rina', 'laksmi', 'bakti', 'ningsih'], () =>
      engine.call('accounts.changeNip', { accountId, nip: '197001012000011001' }),
    )
    const write = (nip: string) => () =>
      engine.engine.session!.store.transaction(db =>
        db.run(sql`update accounts set nip = ${nip} where id = ${accountId}`),
      )
    expect(write('19700101')).toThrow()
    expect(write(NIP.laksmi)).toThrow()
  })

  it('goes back with a person into another role once the old account has ended', async () => {
    await engine.as('sari')
    const person = { ...PEOPLE[1]!, displayName: 'Gilang Umpama', nip: '199001012015031003' }
    const first = await engine.call('accounts.add', { ...person, signInName: 'gilang' })
    const again = () => engine.call('accounts.add', { ...person, signInName: 'gilang.dua' })
    await refused(again(), 'accounts.nipTaken')
    await engine.call('accounts.retire', { accountId: first.id })
    await refused(
      engine.call('accounts.changeNip', { accountId: first.id, nip: '' }),
      'accounts.alreadyRetired',
    )
    expect((await again()).nip).toBe('199001012015031003')
  })

  it('stands once among the accounts with which a store is made', async () => {
    const people = PEOPLE.map(person => ({ ...person, nip: NIP.bakti }))
    await expect(startTestEngine({ people })).rejects.toMatchObject({ code: 'accounts.nipTaken' })
  })
})

describe('minutes', { timeout: 180_000 }, () => {
  it('are signed by nobody for somebody of the same name whose NIP is another one', async () => {
    const file = await readyCase(engine)
    const { id: plenaryId } = await decideCases(engine, [file.id])
    const sign = (ticket: string) =>
      engine.call('plenaries.signMinutes', { plenaryId, file: ticket, password: CERTIFICATE_PASSWORD })
    await engine.as('laksmi')
    await refused(sign(certificate('Laksmi Andaiani', NIP.surya)), 'signing.otherNip')
    await refused(sign(certificate('Darma Barangkali')), 'signing.otherPerson')
    await engine.as('surya')
    await refused(sign(certificate('Laksmi Andaiani', NIP.laksmi)), 'signing.otherNip')
    const waiting = await engine.call('plenaries.get', { plenaryId })
    expect(waiting.minutesSignatures.every(row => row.due)).toBe(true)
    await sign(certificate('Laksmi Andaiani', '19800101 200501 2 007'))
    // No number in the certificate, or none in the account: the name decides, as before.
    await engine.as('laksmi')
    await sign(certificate('Laksmi Andaiani'))
    await engine.as('darma')
    await sign(certificate('Darma Barangkali', '197001012000011001'))
    const seen = await engine.call('plenaries.get', { plenaryId })
    expect(seen.minutesSignatures.filter(row => !row.due)).toHaveLength(3)
    // A NIP that is corrected later leaves the way to a signature open.
    await setNip('bakti', '196504121990031011')
    await engine.as('bakti')
    await refused(sign(certificate('Bakti Semoga', NIP.bakti)), 'signing.otherNip')
    await setNip('bakti', NIP.bakti)
    await engine.as('bakti')
    await sign(certificate('Bakti Semoga', NIP.bakti))
    const target = join(engine.root, 'berita-acara.pdf')
    await engine.call('plenaries.exportMinutes', { plenaryId, target: engine.ticket(target) })
    const verdict = await engine.call('verification.check', { file: engine.ticket(target) })
    expect(verdict.reasons.map(reason => reason.code)).toEqual(['verification.incomplete'])
    expect(verdict.signatures.every(signature => signature.valid && signature.trusted)).toBe(true)
    await setNip('bakti', '')
  })
})

describe('letters', { timeout: 180_000 }, () => {
  it('carry the NIP of who signs, and only the certificate with that NIP signs them', async () => {
    await setNip('bakti', NIP.bakti)
    await setNip('ningsih', NIP.ningsih)
    const file = await readyCase(engine)
    await decideCases(engine, [file.id])
    const { id: letterId } = await approvedLetter(engine, file)
    await engine.as('bakti')
    await engine.call('letters.finalise', { letterId, datedOn: '2020-11-20' })
    const sign = (ticket: string) =>
      engine.call('letters.sign', { letterId, file: ticket, password: CERTIFICATE_PASSWORD })
    await refused(sign(certificate('Bakti Semoga', NIP.ningsih)), 'signing.otherNip')
    expect((await engine.call('letters.get', { letterId })).state).toBe('finalised')
    const issued = await sign(certificate('Bakti Semoga', NIP.bakti))
    expect(issued.state).toBe('issued')
    const { pdf } = await engine.call('letters.open', { letterId })
    const path = join(engine.root, 'terbit.pdf')
    writeFileSync(path, pdf)
    const verdict = await engine.call('verification.check', { file: engine.ticket(path) })
    expect(verdict).toMatchObject({
      outcome: 'genuine',
      signatures: [{ serialNumber: NIP.bakti }],
    })
  })

  it('are prepared anew, under the same number, when the NIP was corrected after they had been numbered', async () => {
    const file = await readyCase(engine)
    await decideCases(engine, [file.id])
    const { id: letterId } = await approvedLetter(engine, file)
    await setNip('bakti', '196504121990031011')
    await engine.as('bakti')
    const first = await engine.call('letters.finalise', { letterId, datedOn: '2020-11-20' })
    await refused(engine.call('letters.finalise', { letterId, datedOn: '2020-11-20' }), 'letters.notApproved')
    await setNip('bakti', NIP.bakti)
    await engine.as('bakti')
    const sign = () =>
      engine.call('letters.sign', {
        letterId,
        file: certificate('Bakti Semoga', NIP.bakti),
        password: CERTIFICATE_PASSWORD,
      })
    const seen = await engine.call('letters.get', { letterId })
    expect(seen.may).toMatchObject({
      sign: { allowed: false, reason: 'letters.signatoryChanged' },
      finalise: { allowed: true },
    })
    await refused(sign(), 'letters.signatoryChanged')
    const second = await engine.call('letters.finalise', { letterId, datedOn: '2020-11-20' })
    expect(second).toMatchObject({ number: first.number, datedOn: first.datedOn })
    expect((await sign()).state).toBe('issued')
  })
})

it('tells before signing how the certificate goes with the account', async () => {
  const look = async (ticket: string) =>
    (await engine.call('letters.inspectCertificate', { file: ticket, password: CERTIFICATE_PASSWORD })).nip
  await engine.as('laksmi')
  expect(await look(certificate('Laksmi Andaiani', NIP.laksmi))).toBe('same')
  expect(await look(certificate('Laksmi Andaiani', NIP.surya))).toBe('other')
  expect(await look(certificate('Laksmi Andaiani'))).toBe('absent')
  await engine.as('darma')
  expect(await look(certificate('Darma Barangkali', NIP.surya))).toBe('unknown')
})
