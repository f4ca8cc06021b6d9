import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTool, temporaryFolder, trustingDatabase } from '../../main/engine/pdf/testing/run-tool.ts'
import { type Sql, sql } from '../../main/engine/store/sql.ts'
import { reportInput } from '../helpers/build-case.ts'
import { CERTIFICATE_PASSWORD, certificateOf, trustAuthority } from '../helpers/decide-case.ts'
import { refused, refusedForAll } from '../helpers/refused.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

const NOW = '2020-11-02T03:00:00.000Z'
const LATER = '2020-11-03T05:00:00.000Z'
const INCOMPLETE = { senderLetterNumber: '', senderLetterOn: null, initialEvidence: '' }
const NIP = '196504121990031002'

let engine: TestEngine
let trust: Awaited<ReturnType<typeof trustAuthority>>
const folder = temporaryFolder()

beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock(NOW)
  trust = await trustAuthority(engine)
})
afterAll(() => {
  engine.close()
  folder.clean()
})

let persons = 0
/** A report that went back to its sender; its letter waits for a signature. Ends as rina. */
async function sentBack() {
  await engine.as('rina')
  const input = reportInput(1, INCOMPLETE)
  persons += 1
  input.respondents[0]!.nip = `19900101201501${1000 + persons}`
  const { id: reportId } = await engine.call('reports.register', input)
  const { returned, pdf } = await engine.call('reports.returnToSender', { reportId })
  return { reportId, returnId: returned.id, number: returned.number, pdf, input }
}

// Long enough that an outside reader of today trusts it too.
const VALID = { validFrom: new Date('2019-01-01'), validUntil: new Date('2029-01-01') }
const made = new Map<string, () => string>()
/** A ticket for a person's certificate; each is made once, since its key takes long. */
function certificate(name: string, nip: string | null = null): string {
  const key = `${name} ${nip}`
  const ticket = made.get(key) ?? certificateOf(engine, trust.authority, name, { ...VALID, nip })
  made.set(key, ticket)
  return ticket()
}

async function sign(returnId: string, as: string, file: string) {
  await engine.as(as)
  return engine.call('reports.signReturn', { returnId, file, password: CERTIFICATE_PASSWORD })
}

async function exported(returnId: string, name: string): Promise<string> {
  const target = join(engine.root, name)
  await engine.call('reports.exportReturn', { returnId, target: engine.ticket(target) })
  return target
}

const write = (statement: Sql) => engine.engine.session!.store.transaction(db => db.run(statement))
const printed = (path: string) => runTool('pdftotext', '-layout', path, '-').output.replace(/\s+/g, ' ')

describe('the letter to the sender', { timeout: 180_000 }, () => {
  it('is signed by the chair, and any reader finds the signature valid over the whole document', async () => {
    const { reportId, returnId, number, pdf, input } = await sentBack()
    expect((await engine.call('reports.intake', { reportId })).may.signReturn).toBe(false)
    await engine.as('bakti')
    const waiting = await engine.call('reports.returnsToSign', {})
    expect(waiting).toContainEqual(expect.objectContaining({ reportId, number }))
    engine.setClock(LATER)
    const intake = await sign(returnId, 'bakti', certificate('Bakti Semoga'))
    expect(intake.state).toBe('returned')
    expect(intake.returns[0]).toMatchObject({ number, signature: { by: 'Bakti Semoga', at: LATER } })
    expect(await engine.call('reports.returnsToSign', {})).toEqual([])

    const target = await exported(returnId, 'tertanda.pdf')
    const bytes = readFileSync(target)
    expect(bytes.subarray(0, pdf.length).equals(Buffer.from(pdf))).toBe(true)
    const opened = await engine.call('reports.openReturn', { returnId })
    expect(Buffer.from(opened.pdf).equals(bytes)).toBe(true)
    expect(runTool('qpdf', '--check', target).output).toContain('No syntax or stream encoding errors')
    const authority = folder.write('ca.pem', trust.authority.certificatePem)
    const report = runTool('pdfsig', '-nssdir', trustingDatabase(folder.path, authority), target).output
    for (const line of ['Signature is Valid', 'Certificate is Trusted', '- Total document signed']) {
      expect(report.split(line).length - 1, line).toBe(1)
    }
    const verdict = await engine.call('verification.check', { file: engine.ticket(target) })
    expect(verdict).toMatchObject({ outcome: 'genuine', letter: { number } })
    const { name, nip } = input.respondents[0]!
    expect(printed(target)).not.toContain(name)
    expect(bytes.toString('latin1') + JSON.stringify(verdict)).not.toContain(nip)
    engine.setClock(NOW)
    await refused(sign(returnId, 'bakti', certificate('Bakti Semoga')), 'reports.returnSigned')
    await refused(sign(returnId, 'ningsih', certificate('Ningsih Kiranya')), 'reports.returnSigned')
  })

  it('is signed by the deputy where the chair is absent, under the same number and date', async () => {
    const { returnId, number, pdf } = await sentBack()
    engine.setClock('2020-11-09T03:00:00.000Z')
    await sign(returnId, 'ningsih', certificate('Ningsih Kiranya'))
    const target = await exported(returnId, 'wakil.pdf')
    engine.setClock(NOW)
    const text = printed(target)
    for (const part of [number, '2 November 2020', 'Ningsih Kiranya', 'Surat pengantar']) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('Bakti Semoga')
    expect(printed(folder.write('dibuat.pdf', pdf))).toContain('Bakti Semoga')
    engine.setClock('2020-11-10T03:00:00.000Z')
    const verdict = await engine.call('verification.check', { file: engine.ticket(target) })
    engine.setClock(NOW)
    expect(verdict).toMatchObject({ outcome: 'genuine', signatures: [{ signerName: 'Ningsih Kiranya' }] })
  })

  it('says what it said when it was made, also when the report has been completed since', async () => {
    const { reportId, returnId } = await sentBack()
    const values = { senderLetterNumber: '5/A', senderLetterOn: '2020-10-19', initialEvidence: 'Foto' }
    expect((await engine.call('reports.complete', { reportId, values })).state).toBe('registered')
    await sign(returnId, 'ningsih', certificate('Ningsih Kiranya'))
    expect(printed(await exported(returnId, 'lengkap.pdf'))).toContain('Surat pengantar (kelengkapan formil)')
  })

  it('is signed by nobody else, and by nobody with a certificate that is not the own one or not trusted', async () => {
    const { reportId, returnId } = await sentBack()
    const file = certificate('Rina Ibaratnya')
    await refusedForAll(engine, ['sari', 'rina', 'arman', 'laksmi', 'surya'], () =>
      engine.call('reports.signReturn', { returnId, file, password: CERTIFICATE_PASSWORD }),
    )
    await refused(sign(returnId, 'bakti', certificate('Ningsih Kiranya')), 'signing.otherPerson')
    const old = { validFrom: new Date('2018-01-01'), validUntil: new Date('2019-01-01') }
    const expired = certificateOf(engine, trust.authority, 'Bakti Semoga', old)()
    await refused(sign(returnId, 'bakti', expired), 'signing.certificateExpired')
    const { createDemoAuthority } = await import('../../main/engine/signing/demo-authority.ts')
    const foreign = createDemoAuthority(new Date('2020-11-01'), 'Otoritas Asing')
    await refused(
      sign(returnId, 'bakti', certificateOf(engine, foreign, 'Bakti Semoga')()),
      'signing.untrusted',
    )
    const again = { returnId, file: certificate('Bakti Semoga'), password: 'salah' }
    await refused(engine.call('reports.signReturn', again), 'signing.wrongPassword')
    const unknown = '00000000-0000-4000-8000-000000000000'
    await refused(sign(unknown, 'bakti', certificate('Bakti Semoga')), 'reports.returnUnknown')
    const smuggled = (account: string) => () =>
      write(sql`insert into report_return_signatures (return_id, account_id, signed_at, certificate_name, issuer,
        blob_id, sha256) values (${returnId}, ${engine.account(account).id}, ${NOW}, '', '', 'b', 's')`)
    expect(smuggled('rina')).toThrow(/only the chair or the deputy signs/)
    expect(smuggled('sari')).toThrow(/only the chair or the deputy signs/)
    expect((await engine.call('reports.intake', { reportId })).returns[0]?.signature).toBeNull()
  })

  it('carries the NIP of who signs as it is when it is signed', async () => {
    const { returnId } = await sentBack()
    await engine.as('sari')
    await engine.call('accounts.changeNip', { accountId: engine.account('bakti').id, nip: NIP })
    const other = certificate('Bakti Semoga', '197001012000011001')
    await refused(sign(returnId, 'bakti', other), 'signing.otherNip')
    await sign(returnId, 'bakti', certificate('Bakti Semoga', NIP))
    expect(printed(await exported(returnId, 'nip.pdf'))).toContain(`NIP ${NIP}`)
  })

  it('keeps its signature: nothing of it is changed or deleted, and the trail tells of it', async () => {
    for (const attack of [
      sql`update report_return_signatures set signed_at = '2030-01-01T00:00:00.000Z'`,
      sql`delete from report_return_signatures`,
      sql`update report_returns set content = null`,
    ]) {
      expect(() => write(attack)).toThrow(/never (changed|deleted)/)
    }
    expect((await engine.call('audit.check', {})).whole).toBe(true)
  })
})

it('of an earlier program is not asked for, and is signed by whom it names', async () => {
  const { returnId, reportId } = await sentBack()
  write(sql`drop trigger report_returns_content_fixed`)
  write(sql`update report_returns set content = null where id = ${returnId}`)
  await engine.as('ningsih')
  const waiting = await engine.call('reports.returnsToSign', {})
  expect(waiting.map(row => row.reportId)).not.toContain(reportId)
  await refused(sign(returnId, 'ningsih', certificate('Ningsih Kiranya')), 'reports.returnOtherSigner')
  const intake = await sign(returnId, 'bakti', certificate('Bakti Semoga', NIP))
  expect(intake.returns[0]?.signature?.by).toBe('Bakti Semoga')
})
