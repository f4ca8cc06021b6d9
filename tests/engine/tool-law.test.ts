import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runTool } from '../../main/engine/tool/run-tool.ts'

const script = join(import.meta.dirname, '../../scripts/tool.ts')
const folder = mkdtempSync(join(tmpdir(), 'adjudikasn-tool-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The command as a person runs it: another process, with native libraries out of reach. */
function child(...args: string[]) {
  const guard = join(folder, 'no-native.cjs')
  writeFileSync(guard, "process.dlopen = () => { throw new Error('a native library was asked for') }\n")
  const done = spawnSync(process.execPath, ['--require', guard, script, ...args], { encoding: 'utf8' })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

/** The same in this process, which is faster. */
async function tool(...args: string[]) {
  const { exitCode, output } = await runTool({
    args,
    readInput: () => Promise.reject(new Error('asked for a secret')),
    now: new Date(),
  })
  return { code: exitCode, text: output }
}
async function json(...args: string[]) {
  const { code, text } = await tool(...args, '--json')
  return { code, value: JSON.parse(text) }
}
let files = 0
function facts(value: unknown): string {
  files += 1
  const path = join(folder, `fakta-${files}.json`)
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}
const clear = {
  actDate: '2020-11-10',
  examinationDate: '2020-12-01',
  decisionDate: '2021-01-10',
  candidateDesignationDate: '2020-09-23',
  status: 'PNS',
  electionScope: 'kepala-daerah',
}
const idsOf = (list: { id: string }[]) => list.map(entry => entry.id)

describe('as a process of its own', () => {
  it('tells the rulebook in text and in JSON, without any native library', () => {
    const text = child('rulebook', '--act', '2020-11-10', '--status', 'PNS')
    expect(text).toMatchObject({ code: 0, err: '' })
    expect(text.out).toContain('manusia yang memilih')
    const done = child('rulebook', '--act', '2020-11-10', '--status', 'PNS', '--json')
    expect(JSON.parse(done.out)).toMatchObject({ rulebook: 'pp94-2021', requiresHumanDecision: true })
  })

  it('proposes from a file and gives 2 for a bad one', () => {
    const good = child('propose', facts({ ...clear, violations: ['pp53-2010/4/15/d'] }), '--json')
    expect(good.code).toBe(0)
    expect(JSON.parse(good.out).proposal.levels).toEqual(['sedang'])
    const bad = child('propose', facts({ ...clear, violations: ['pp53-2010/4/99'] }))
    expect(bad.code).toBe(2)
    expect(bad.out.trim()).toBe(
      'violations[0].provision: ketentuan “pp53-2010/4/99” tidak ada dalam paket hukum.',
    )
  })

  it('prints its manual', () => {
    const done = child('--help')
    expect(done.code).toBe(0)
    expect(done.out).toContain('tool rulebook --act')
    expect(done.out).toContain('tool propose FACTS.json')
  })
})

describe('tool rulebook', () => {
  it.each([
    ['--act 2021-08-30 --examined 2021-08-30 --decided 2021-08-30 --status PNS', 'pp53-2010', false, 1],
    ['--act 2021-08-30 --examined 2021-08-30 --decided 2021-08-31 --status PNS', 'pp53-2010', true, 2],
    ['--act 2021-08-30 --examined 2021-08-31 --status PNS', 'pp94-2021', true, 2],
    ['--act 2021-08-31 --status CPNS', 'pp94-2021', false, 1],
    ['--act 2021-08-01 --act-end 2021-08-31 --decided 2021-08-30 --status PNS', 'pp53-2010', true, 2],
    ['--act 2024-10-01 --status PPPK', 'pp49-2018', true, 2],
    ['--act 2022-10-01 --status pppk', 'pp49-2018', false, 1],
    ['--act 2024-09-21 --designated 2024-09-22 --status PNS', 'pp42-2004', false, 1],
    ['--act 2024-09-22 --designated 2024-09-22 --status PNS', 'pp94-2021', false, 1],
    ['--act 2024-09-01 --act-end 2024-09-22 --designated 2024-09-22 --status PNS', 'pp42-2004', true, 2],
  ])('%s', async (args, rulebook, requiresHumanDecision, readings) => {
    const { code, value } = await json('rulebook', ...args.split(' '))
    expect(code).toBe(0)
    expect(value).toMatchObject({ rulebook, requiresHumanDecision })
    expect(value.readings).toHaveLength(readings)
    for (const reading of value.readings) {
      expect(reading.label).toMatch(/^(PP|UU) /)
      expect(reading.basis).not.toBe('')
      expect(reading.consequences.length).toBeGreaterThan(0)
    }
    expect(value.trace.length).toBeGreaterThan(0)
    for (const sentence of value.trace) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })

  it('keeps the discipline rulebook beside the ethics one', async () => {
    const { value } = await json(
      ...'rulebook --act 2024-09-21 --designated 2024-09-22 --status PNS'.split(' '),
    )
    expect(value).toMatchObject({ track: 'ethics', disciplineRulebook: 'pp94-2021' })
  })

  it('tells the objection rule of the decision, with the contradiction of the two regulations', async () => {
    const on = async (decided: string) =>
      (
        await tool(
          'rulebook',
          '--act',
          '2020-11-10',
          '--examined',
          '2020-12-01',
          '--decided',
          decided,
          '--status',
          'PNS',
        )
      ).text
    expect(await on('2021-08-09')).toContain('PP 24/2011 (BAPEK)')
    expect(await on('2021-08-10')).toContain('saling bertentangan')
  })

  it.each([
    ['--status PNS', '--act'],
    ['--act 2020-11-10', '--status'],
    ['--act 2020-02-30 --status PNS', '2020-02-30'],
    ['--act 10-11-2020 --status PNS', '10-11-2020'],
    ['--act 2020-11-10 --status HONORER', 'HONORER'],
    ['--act 2020-11-10 --act-end 2020-11-09 --status PNS', 'actEndDate'],
    ['--act 2020-11-10 --examined 2020-11-09 --status PNS', 'examinationDate'],
    ['--act 2020-11-10 --examined 2020-12-01 --decided 2020-11-30 --status PNS', 'decisionDate'],
    ['--act 1979-01-01 --status PNS', '1 Januari 1979'],
    ['sisa --act 2020-11-10 --status PNS', 'sisa'],
  ])('%s is refused with one sentence that names %s', async (args, named) => {
    const { code, text } = await tool('rulebook', ...args.split(' '))
    expect(code).toBe(2)
    expect(text).toContain(named)
    expect(text.trim().split('\n')).toHaveLength(1)
    const asJson = await json('rulebook', ...args.split(' '))
    expect(asJson.code).toBe(2)
    expect(asJson.value.sentence).toBe(text)
  })

  it('refuses an option it does not know', async () => {
    expect((await tool('rulebook', '--akt', '2020-11-10')).code).toBe(2)
  })
})

describe('tool propose', () => {
  it('takes the heaviest, then heavier than the last', async () => {
    const { value } = await json(
      'propose',
      facts({
        ...clear,
        violations: [{ provision: 'pp53-2010/4/15/d', act: 'unggahan' }],
        earlier: [
          {
            state: 'sanctioned',
            provisions: 'pp53-2010/4/15/d',
            sanction: 'pp53-2010/7/3/c',
            decidedOn: '2018-08-01',
            act: 'spanduk 2018',
          },
        ],
      }),
    )
    expect(value).toMatchObject({ rulebook: 'pp53-2010', requiresHumanDecision: true })
    expect(value.proposal.sanctions).toEqual([])
    expect(idsOf(value.proposal.aggravated)).toContain('pp53-2010/7/4/a')
    expect(value.proposal.leading).toBe('pp53-2010/4/15/d')
  })

  it('bars an act that was sanctioned before; without a name the act is that of the day', async () => {
    const earlier = { state: 'sanctioned', provisions: [], sanction: 'pp53-2010/7/3/a', act: '2020-11-10' }
    const { value } = await json(
      'propose',
      facts({ ...clear, violations: ['pp53-2010/4/15/d'], earlier: [earlier] }),
    )
    expect(value.proposal).toMatchObject({ barred: ['pp53-2010/4/15/d'], sanctions: [] })
  })

  it('shows both readings with their own proposal where the law is unclear', async () => {
    const { value } = await json(
      'propose',
      facts({ ...clear, examinationDate: null, decisionDate: null, violations: ['pp53-2010/4/15/d'] }),
    )
    expect(value.requiresHumanDecision).toBe(true)
    expect(
      value.readings.map((reading: { rulebook: string; proposal: { levels: string[] } }) => [
        reading.rulebook,
        reading.proposal.levels,
      ]),
    ).toEqual([
      ['pp94-2021', ['berat']],
      ['pp53-2010', ['sedang']],
    ])
  })

  it('warns of a provision of the wrong rulebook and proposes nothing from it', async () => {
    const { code, value } = await json('propose', facts({ ...clear, violations: ['pp94-2021/5/n/6'] }))
    expect(code).toBe(0)
    expect(value.warnings[0]).toContain('PP 94/2021 Pasal 5 huruf n angka 6 bukan bagian PP 53/2010')
    expect(value.proposal.sanctions).toEqual([])
    expect(value.requiresHumanDecision).toBe(true)
  })

  it('gives suggestions, never a proposal, for forms of violation alone', async () => {
    const { value } = await json('propose', facts({ ...clear, violationForms: ['medsos-unggahan'] }))
    expect(value.proposal).toBeNull()
    expect(value.suggestions[0].provisions).toEqual([
      { id: 'pp53-2010/4/15/d', citation: 'PP 53/2010 Pasal 4 angka 15 huruf d' },
    ])
    const before = await json(
      'propose',
      facts({ ...clear, actDate: '2020-06-01', violationForms: ['medsos-unggahan'] }),
    )
    expect(before.value.suggestions.flatMap((entry: { provisions: unknown[] }) => entry.provisions)).toEqual([
      { id: 'pp42-2004/11/c', citation: 'PP 42/2004 Pasal 11 huruf c' },
    ])
  })

  it('proposes moral sanctions before the designation, dismissal for party membership, and referrals', async () => {
    const before = await json(
      'propose',
      facts({
        actDate: '2024-09-01',
        candidateDesignationDate: { 'kepala-daerah': '2024-09-22' },
        status: 'PNS',
        electionScope: 'kepala-daerah',
        violations: ['pp42-2004/11/c'],
      }),
    )
    expect(before.value).toMatchObject({ rulebook: 'pp42-2004', requiresHumanDecision: false })
    expect(idsOf(before.value.proposal.moral)).toEqual(['pp42-2004/15/3/a', 'pp42-2004/15/3/b'])
    const party = await json(
      'propose',
      facts({
        ...clear,
        violations: ['uu5-2014/87/4/c', 'uu10-2016/71/1'],
      }),
    )
    expect(idsOf(party.value.proposal.dismissal)).toEqual(['uu5-2014/87/4'])
    expect(party.value.proposal.referrals[0].provisionId).toBe('uu10-2016/71/1')
  })

  it.each<[string, unknown, string]>([
    ['no JSON', '{ "actDate": ', 'JSON'],
    ['a list', [], 'FACTS.json'],
    ['no act', { status: 'PNS' }, 'actDate'],
    ['no status', { actDate: '2020-11-10' }, 'status'],
    ['a date that does not exist', { ...clear, actDate: '2020-11-31' }, 'actDate'],
    ['a date that is a number', { ...clear, examinationDate: 20201201 }, 'examinationDate'],
    ['a wrong order', { ...clear, decisionDate: '2020-11-01' }, 'decisionDate'],
    ['a slip of the pen', { ...clear, decisionDate: undefined, decisonDate: '2021-01-10' }, 'decisionDate'],
    ['a status of its own', { ...clear, status: 'TNI' }, 'TNI'],
    ['an unknown election', { ...clear, electionScope: 'gubernur' }, 'gubernur'],
    ['an unknown provision', { ...clear, violations: ['pp53-2010/9'] }, 'violations[0].provision'],
    ['a violation without one', { ...clear, violations: [{ act: 'x' }] }, 'violations[0].provision'],
    [
      'an unknown level',
      { ...clear, violations: [{ provision: 'pp53-2010/3/4', level: 'fatal' }] },
      'violations[0].level',
    ],
    ['an unknown state', { ...clear, earlier: [{ state: 'rumour' }] }, 'earlier[0].state'],
    [
      'an unknown sanction',
      { ...clear, earlier: [{ state: 'sanctioned', sanction: 'x' }] },
      'earlier[0].sanction',
    ],
    ['an unknown form', { ...clear, violationForms: ['joget'] }, 'violationForms[0]'],
    ['a flag that is a word', { ...clear, seconded: 'ya' }, 'seconded'],
  ])('refuses %s with one sentence that names it', async (_, value, named) => {
    const { code, text } = await tool('propose', facts(value))
    expect(code).toBe(2)
    expect(text).toContain(named)
    expect(text.trim().split('\n')).toHaveLength(1)
  })

  it('refuses a file that is not there, and says what it ignores', async () => {
    expect((await tool('propose', join(folder, 'tidak-ada.json'))).code).toBe(2)
    expect((await tool('propose')).code).toBe(2)
    const { value } = await json('propose', facts({ ...clear, catatan: 'dari tabel baris 7' }))
    expect(value.warnings).toEqual(['Isian catatan tidak dikenal dan diabaikan.'])
  })

  it('shows what each open reading would lead to, with its reasons', async () => {
    const open = { ...clear, examinationDate: null, decisionDate: null, violations: ['pp53-2010/4/15/d'] }
    const { text } = await tool('propose', facts(open))
    expect(text).toContain('Jejak usul bila dipilih PP 53/2010:')
    expect(text).toContain('Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9 PP 53/2010: sanksi tingkat sedang')
  })

  it('says of an unsure form that a person must check it, and names only companions of the day', async () => {
    const path = facts({ actDate: '2024-10-14', status: 'PNS', violationForms: ['lainnya', 'parpol'] })
    const { text } = await tool('propose', path)
    expect(text).toContain('60 persen; harus diperiksa orang')
    expect(text).toContain('Pertimbangkan juga: PP 37/2004')
    expect(text).not.toContain('UU 5/2014 Pasal 87')
    expect(text).not.toContain('PP 49/2018')
    expect((await json('propose', path)).value).toMatchObject({ proposal: null, requiresHumanDecision: true })
  })
})
