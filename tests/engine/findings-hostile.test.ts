import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTool } from '../../main/engine/pdf/testing/run-tool.ts'
import { type Sql, sql } from '../../main/engine/store/sql.ts'
import { buildCase, type CaseFile, type Finding, proveFinding, takeExhibits } from '../helpers/build-case.ts'
import { decideCases, readyCase } from '../helpers/decide-case.ts'
import { refused } from '../helpers/refused.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

const PROVISION = 'pp53-2010/4/15/d'
const STRANGER = '00000000-0000-4000-8000-000000000000'

let engine: TestEngine

beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

async function newFinding(file: CaseFile): Promise<Finding> {
  const respondentId = file.respondents[0]!.id
  return engine.call('findings.add', { caseId: file.id, respondentId, provisionId: PROVISION })
}

const assess = (finding: Finding, n: number, state: Finding['assessments'][number]['state']) =>
  engine.call('findings.assess', {
    findingId: finding.id,
    elementId: finding.assessments[n]!.elementId,
    state,
    reasons: 'Menurut bukti.',
  })

describe('people and hostile input', () => {
  it.each([
    ['sari', 'access.denied'],
    ['surya', 'access.notAssigned'],
  ])('lets %s change nothing', async (who, code) => {
    const file = await buildCase(engine, 1)
    const finding = await proveFinding(engine, file)
    const id = { findingId: finding.id }
    const element = finding.assessments[0]!
    await engine.as(who)
    const respondentId = file.respondents[0]!.id
    await refused(
      engine.call('findings.add', { caseId: file.id, respondentId, provisionId: 'pp53-2010/3/4' }),
      code,
    )
    await refused(assess(finding, 0, 'insufficient'), code)
    await refused(engine.call('findings.unlink', { linkId: element.links[0]!.id }), code)
    await refused(
      engine.call('findings.conclude', { ...id, conclusion: 'undecided', consideration: '' }),
      code,
    )
    await refused(engine.call('findings.propose', { ...id, sanctionId: null, reason: '' }), code)
    await refused(engine.call('findings.submit', id), code)
    await refused(engine.call('findings.withdraw', { ...id, reason: 'x' }), code)
    await engine.as('rina')
  })

  it('refuses foreign ids, huge texts, turned text and extra fields', async () => {
    const finding = await newFinding(await buildCase(engine, 1))
    const input = { findingId: finding.id, elementId: finding.assessments[0]!.elementId, state: 'notProven' }
    const send = (parts: object) => engine.raw('findings.assess', { ...input, reasons: '', ...parts })
    await refused(send({ findingId: STRANGER }), 'findings.unknown')
    await refused(send({ findingId: "1' or '1'='1" }), 'input.invalid')
    await refused(send({ reasons: 'x'.repeat(8001) }), 'input.invalid')
    await refused(send({ reasons: 'x'.repeat(30_000_000) }), 'input.invalid')
    await refused(send({ reasons: 'balik \u202e arah' }), 'input.invalid')
    await refused(send({ state: 'terbukti' }), 'input.invalid')
    await refused(send({ conclusion: 'proven' }), 'input.invalid')
    await refused(send({ elementId: '__proto__' }), 'findings.unknownElement')
    await refused(engine.raw('findings.listByCase', { caseId: STRANGER }), 'cases.unknown')
    const text = "Robert'); drop table findings; --"
    const kept = (await send({ reasons: text })) as Finding
    expect(kept.assessments[0]?.reasons).toBe(text)
  })

  it('are held by the store to the law of the case, whatever a row says of itself', async () => {
    const file = await buildCase(engine, 2)
    const write = (statement: Sql) => engine.engine.session!.store.transaction(db => db.run(statement))
    const { id } = await proveFinding(engine, file)
    const own = sql`where id = ${id}`
    const claim = (sanction: string, level: string | null) =>
      sql`update findings set sanction_id = ${sanction}, inside_band = 1, level = ${level} ${own}`
    expect(() => write(claim('pp53-2010/7/4/e', null))).toThrow('outside the band')
    expect(() => write(claim('denda', null))).toThrow(/that the law knows|outside the band/)
    write(claim('pp53-2010/7/3/b', null))
    expect(() => write(sql`update findings set level = 'ringan' ${own}`)).toThrow('outside the band')
    expect(() => write(sql`update cases set law_pack_version = '2.0.0' where id = ${file.id}`)).toThrow(
      'keeps the law',
    )

    // Another finding with the first of its elements alone, and then with one that its provision does not have.
    const respondentId = file.respondents[1]!.id
    const [exhibit] = await takeExhibits(engine, file.id)
    const forge = (elementId: string) => {
      const forged = `${respondentId}-${elementId}`
      write(sql`update findings set withdrawn_at = 'x' where respondent_id = ${respondentId}`)
      write(sql`insert into findings (id, case_id, respondent_id, provision_id, law_pack_version, state, conclusion,
          consideration, sanction_reason, author_id, created_at, updated_at)
        values (${forged}, ${file.id}, ${respondentId}, ${PROVISION}, '1.0.0', 'draft', 'undecided', '', '',
          ${engine.account('rina').id}, '', '')`)
      write(sql`insert into element_assessments (finding_id, element_id, ordinal, label, state, reasons, defence,
          defence_reply) values (${forged}, ${elementId}, 1, '', 'notAssessed', '', '', '')`)
      write(sql`insert into exhibit_links (id, finding_id, element_id, exhibit_id, stance, place, note, linked_by,
          linked_at) values (${forged}, ${forged}, ${elementId}, ${exhibit!.id}, 'supports', '{}', '',
          ${engine.account('rina').id}, '')`)
      write(sql`update element_assessments set state = 'proven' where finding_id = ${forged}`)
      return () => write(sql`update findings set conclusion = 'proven' where id = ${forged}`)
    }
    expect(forge('subjek')).toThrow('every element is that its law names')
    expect(forge('lain')).toThrow('every element is that its law names')
  })

  it('shows nothing while locked', async () => {
    const file = await buildCase(engine, 1)
    engine.engine.lock('user')
    await refused(engine.call('findings.listByCase', { caseId: file.id }), 'session.locked')
    await engine.as('rina')
  })

  it('prints the matrix of a case as PDF', async () => {
    const file = await buildCase(engine, 2)
    await proveFinding(engine, file)
    const { pdf } = await engine.call('findings.printMatrix', { caseId: file.id })
    expect(Buffer.from(pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(5_000)
  })

  it('saves the printed matrix outside the store alone, and keeps who took it', async () => {
    const file = await buildCase(engine, 2)
    await proveFinding(engine, file)
    const into = (path: string) =>
      engine.call('findings.exportMatrix', { caseId: file.id, target: engine.ticket(path) })
    await refused(into(join(engine.dir, 'adjudikasn.db')), 'evidence.exportIntoStore')
    const folder = mkdtempSync(join(tmpdir(), 'adjudikasn-matrix-'))
    const missing = join(folder, 'tidak-ada', 'matriks.pdf')
    await refused(into(missing), 'files.notWritable')
    const target = join(folder, 'matriks.pdf')
    expect(await into(target)).toEqual({ fileName: 'matriks.pdf' })
    expect(readdirSync(folder)).toEqual(['matriks.pdf'])
    expect(runTool('qpdf', '--check', target).output).toContain('No syntax or stream encoding errors')
    expect(runTool('pdfinfo', target).output).toMatch(/Pages:\s+1\n/)
    const history = await engine.call('cases.history', { caseId: file.id })
    expect(history.some(entry => entry.method === 'findings.exportMatrix')).toBe(true)
    rmSync(folder, { recursive: true })
  })
})

describe('a finding after the plenary', () => {
  it('opens again after a deferral alone, and needs a second person anew', async () => {
    const file = await readyCase(engine)
    const [finding] = await engine.call('findings.listByCase', { caseId: file.id })
    const reopen = () =>
      engine.call('findings.reopen', { findingId: finding!.id, reason: 'Pleno minta saksi.' })
    await refused(reopen(), 'findings.notDeferred')
    await decideCases(engine, [file.id], { verdict: 'deferred', opinion: 'Perlu saksi.' })
    await engine.as('surya')
    await refused(reopen(), 'access.notAssigned')
    await engine.as('rina')
    await refused(assess(finding!, 0, 'insufficient'), 'findings.reviewed')
    expect(await reopen()).toMatchObject({ state: 'returned', reviews: [{ outcome: 'approved' }] })
    await refused(reopen(), 'findings.notReviewed')
    await assess(finding!, 0, 'insufficient')
  })

  it('stays as it was once the person is decided', async () => {
    const file = await readyCase(engine)
    const [finding] = await engine.call('findings.listByCase', { caseId: file.id })
    await decideCases(engine, [file.id])
    await engine.as('rina')
    const id = { findingId: finding!.id }
    await refused(engine.call('findings.reopen', { ...id, reason: 'coba' }), 'findings.decided')
    await refused(assess(finding!, 0, 'insufficient'), 'findings.reviewed')
    const respondentId = file.respondents[0]!.id
    const another = { caseId: file.id, respondentId, provisionId: 'pp53-2010/3/4' }
    await refused(engine.call('findings.add', another), 'findings.decided')
  })
})
