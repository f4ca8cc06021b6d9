import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runTool } from '../../main/engine/tool/run-tool.ts'

// A jurist's table of cases, written down from the law reference and its notes, not from the program.
const folder = mkdtempSync(join(tmpdir(), 'adjudikasn-table-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const NOW = new Date('2026-11-22T05:00:00Z')

async function tool(...args: string[]) {
  const { exitCode, output } = await runTool({
    args,
    readInput: () => Promise.reject(new Error('asked for a secret')),
    now: NOW,
  })
  return { code: exitCode, text: output }
}

/** Words of the inside of the program: ids of regulations and provisions, English, missing values. */
const INSIDE = /\b(pp|uu|skb)\d*-\d{4}|\b(null|undefined|NaN|true|false|pending|discipline|ethics)\b/

const PILKADA = {
  examinationDate: '2020-12-01',
  decisionDate: '2021-01-10',
  candidateDesignationDate: '2020-09-23',
  electionScope: 'kepala-daerah',
}
const PEMILU = {
  examinationDate: '2019-03-01',
  decisionDate: '2019-05-10',
  candidateDesignationDate: '2018-09-20',
}
const NOW_RULES = { candidateDesignationDate: '2024-09-22', electionScope: 'kepala-daerah' }
const MILD = ['pp53-2010/7/3/a', 'pp53-2010/7/3/b', 'pp53-2010/7/3/c']
const HEAVY = ['pp94-2021/8/4/a', 'pp94-2021/8/4/b', 'pp94-2021/8/4/c']
const earlier = (provision: string, sanction: string, act = 'lama') => ({
  earlier: [
    { state: 'sanctioned', provisions: [provision], sanction, decidedOn: '2018-08-01', act, source: 'x' },
  ],
})

/** What is asked of the outcome; what is not named must be empty. */
type Outcome = Partial<Record<'sanctions' | 'aggravated' | 'moral' | 'dismissal' | 'referrals', string[]>>
type Case = [
  name: string,
  act: string,
  violations: unknown[],
  facts: object,
  out: Outcome,
  human: boolean,
  said: string,
]
const MORAL = ['pp42-2004/15/3/a', 'pp42-2004/15/3/b']
const D15 = 'pp53-2010/4/15/d'

const CASES: Case[] = [
  ['5.n.1 has no sanction', '2024-10-14', ['pp94-2021/5/n/1'], NOW_RULES, {}, true, 'angka 2-7'],
  [
    '5.n.2: moderate kinds of PP 53',
    '2024-10-14',
    ['pp94-2021/5/n/2'],
    NOW_RULES,
    { sanctions: MILD },
    false,
    'Pasal 42',
  ],
  [
    '5.n.6: serious',
    '2024-10-14',
    ['pp94-2021/5/n/6'],
    NOW_RULES,
    { sanctions: HEAVY },
    false,
    'Pasal 14 huruf i angka 4',
  ],
  [
    '5.n.6 for DPRD is debated',
    '2024-01-10',
    ['pp94-2021/5/n/6'],
    { electionScope: 'dprd' },
    { sanctions: HEAVY },
    true,
    'pasangan calon',
  ],
  [
    '4.13.b does not reach DPRD',
    '2019-02-01',
    ['pp53-2010/4/13/b'],
    { ...PEMILU, electionScope: 'dprd' },
    {},
    true,
    'UU 7/2017 Pasal 283 ayat (1)',
  ],
  [
    '4.14 does not reach DPR',
    '2019-02-01',
    ['pp53-2010/4/14'],
    { ...PEMILU, electionScope: 'dpr' },
    {},
    true,
    'tidak terjangkau',
  ],
  [
    '4.14 reaches DPD',
    '2019-02-01',
    ['pp53-2010/4/14'],
    { ...PEMILU, electionScope: 'dpd' },
    { sanctions: MILD },
    false,
    'Pasal 12 angka 8',
  ],
  [
    'heavier than the last within the band',
    '2020-11-10',
    [D15],
    { ...PILKADA, ...earlier(D15, 'pp53-2010/7/3/b') },
    { sanctions: ['pp53-2010/7/3/c'] },
    false,
    'Pasal 30 ayat (2)',
  ],
  [
    'another nature weighs nothing',
    '2020-11-10',
    [D15],
    { ...PILKADA, ...earlier('pp53-2010/3/11', 'pp53-2010/7/3/c') },
    { sanctions: MILD },
    false,
    'sifatnya lain',
  ],
  [
    'never twice for one act',
    '2020-11-10',
    [{ provision: D15, act: 'a' }],
    { ...PILKADA, ...earlier(D15, 'pp53-2010/7/3/a', 'a') },
    {},
    false,
    'Pasal 30 ayat (3)',
  ],
  [
    'a moral sanction bars nothing',
    '2020-11-10',
    [{ provision: D15, act: 'a' }],
    { ...PILKADA, ...earlier('pp42-2004/11/c', 'pp42-2004/15/3/b', 'a') },
    { sanctions: MILD },
    false,
    'bukan hukuman disiplin',
  ],
  [
    'nothing is heavier than the heaviest',
    '2020-11-10',
    [D15],
    { ...PILKADA, ...earlier(D15, 'pp53-2010/7/4/e') },
    {},
    true,
    'Tidak ada jenis sanksi yang lebih berat',
  ],
  [
    'ranks of two rulebooks',
    '2024-10-14',
    ['pp94-2021/5/n/6'],
    { ...NOW_RULES, ...earlier(D15, 'pp53-2010/7/4/c') },
    { sanctions: ['pp94-2021/8/4/c'] },
    true,
    'harus diperiksa orang',
  ],
  [
    'ethics before the designation',
    '2024-08-01',
    ['pp94-2021/5/n/6'],
    NOW_RULES,
    { moral: MORAL },
    true,
    'sebelum itu dipakai PP 42/2004',
  ],
  [
    'ethics beside discipline',
    '2024-10-14',
    ['pp94-2021/5/n/2', 'pp42-2004/11/c'],
    NOW_RULES,
    { sanctions: MILD, moral: MORAL },
    false,
    'Pasal 16',
  ],
  [
    'party membership before the designation',
    '2024-08-01',
    ['uu20-2023/52/3/j'],
    NOW_RULES,
    { dismissal: ['uu20-2023/52/4'] },
    false,
    'tidak mensyaratkan calon',
  ],
  [
    'party membership the day before UU 20/2023',
    '2023-10-30',
    ['uu20-2023/52/3/j'],
    {},
    {},
    true,
    'UU 5/2014 Pasal 87 ayat (4) huruf c',
  ],
  [
    'party membership on its day',
    '2023-10-31',
    ['uu20-2023/52/3/j'],
    {},
    { dismissal: ['uu20-2023/52/4'] },
    false,
    'bukan sanksi disiplin',
  ],
  [
    'party membership lasting into it',
    '2023-10-30',
    ['uu20-2023/52/3/j'],
    { actEndDate: '2023-10-31' },
    { dismissal: ['uu20-2023/52/4'] },
    false,
    'Pasal 52',
  ],
  [
    'the older statute after its last day',
    '2023-10-31',
    ['uu5-2014/87/4/c'],
    {},
    {},
    true,
    'sampai 30 Oktober 2023',
  ],
  [
    'a provision that names only PNS, for a CPNS',
    '2020-05-01',
    ['uu5-2014/87/4/c'],
    { status: 'CPNS', decisionDate: '2020-08-01' },
    { dismissal: ['uu5-2014/87/4'] },
    true,
    'hanya menyebut PNS',
  ],
  [
    'party membership of a PPPK',
    '2020-05-01',
    ['pp49-2018/53/3/c'],
    { status: 'PPPK' },
    { dismissal: ['pp49-2018/63'] },
    false,
    'Pasal 63',
  ],
  [
    'a PPPK under PP 53',
    '2020-11-10',
    [D15],
    { status: 'PPPK', electionScope: 'kepala-daerah' },
    {},
    true,
    'bukan bagian PP 49/2018',
  ],
  [
    'serious breach under UU 20/2023 Pasal 52',
    '2024-10-14',
    ['uu20-2023/52/3/g'],
    NOW_RULES,
    { dismissal: ['uu20-2023/52/4'] },
    true,
    'bertentangan',
  ],
  [
    'criminal side of UU 10/2016',
    '2020-11-10',
    ['uu10-2016/71/1'],
    PILKADA,
    { referrals: ['uu10-2016/71/1'] },
    false,
    'Pasal 188 UU 1/2015',
  ],
  [
    'the day before UU 10/2016',
    '2016-06-30',
    ['uu10-2016/71/1'],
    { decisionDate: '2016-12-01' },
    {},
    true,
    'berlaku mulai 1 Juli 2016',
  ],
  [
    'the day of UU 10/2016',
    '2016-07-01',
    ['uu10-2016/71/1'],
    { decisionDate: '2016-12-01' },
    { referrals: ['uu10-2016/71/1'] },
    false,
    'pidana',
  ],
  [
    'the day before UU 7/2017',
    '2017-08-15',
    ['uu7-2017/280/3'],
    { decisionDate: '2018-01-01', electionScope: 'dpr' },
    {},
    true,
    'berlaku mulai 16 Agustus 2017',
  ],
  [
    'the day of UU 7/2017',
    '2017-08-16',
    ['uu7-2017/280/3'],
    { decisionDate: '2018-01-01', electionScope: 'dpr' },
    { referrals: ['uu7-2017/280/3'] },
    false,
    'Pasal 494',
  ],
  [
    'Pasal 547 names officials of state only',
    '2019-02-01',
    ['uu7-2017/282'],
    { ...PEMILU, electionScope: 'presiden' },
    {},
    true,
    '75 persen; harus diperiksa orang',
  ],
  ['UU 7/2017 in a local election', '2020-11-10', ['uu7-2017/280/3'], PILKADA, {}, true, 'tidak terjangkau'],
  [
    'a prohibition of the candidates',
    '2020-11-10',
    ['uu10-2016/70/1/b'],
    PILKADA,
    {},
    true,
    'tidak ditujukan kepada terlapor',
  ],
  [
    'a power of the commission',
    '2020-11-10',
    ['uu5-2014/31/1/a'],
    PILKADA,
    {},
    true,
    'tidak ditujukan kepada terlapor',
  ],
  [
    'a tier that is not chosen',
    '2024-10-14',
    ['pp94-2021/4/g'],
    NOW_RULES,
    { sanctions: ['pp94-2021/8/2/a', 'pp94-2021/8/2/b', 'pp94-2021/8/2/c', ...MILD] },
    true,
    'belum dipilih',
  ],
  [
    'a tier that is chosen',
    '2024-10-14',
    [{ provision: 'pp94-2021/4/g', level: 'sedang' }],
    NOW_RULES,
    { sanctions: MILD },
    false,
    'Pasal 10 ayat (2) huruf g',
  ],
  [
    'resignation is no discipline',
    '2024-10-14',
    ['uu20-2023/56'],
    NOW_RULES,
    { dismissal: ['pp11-2017/254'] },
    false,
    'dengan hormat karena tidak mundur',
  ],
]

describe('tool propose, case by case', () => {
  it.each(CASES)('%s', async (name, act, violations, facts, out, human, said) => {
    const path = join(folder, `${name.replace(/\W+/g, '-')}.json`)
    writeFileSync(path, JSON.stringify({ actDate: act, status: 'PNS', violations, ...facts }))
    const { code, text } = await tool('propose', path)
    const value = JSON.parse((await tool('propose', path, '--json')).text)
    expect(code).toBe(0)
    const found = Object.fromEntries(
      (['sanctions', 'aggravated', 'moral', 'dismissal', 'referrals'] as const)
        .map(list => [
          list,
          value.proposal[list].map((one: { id?: string; provisionId?: string }) => one.id ?? one.provisionId),
        ])
        .filter(([, ids]) => ids?.length),
    )
    expect(found).toEqual(out)
    expect(value.requiresHumanDecision).toBe(human)
    expect(text).toContain(said)
    expect(text).not.toMatch(INSIDE)
  })
})
