import { describe, expect, it } from 'vitest'
import { runTool } from '../../main/engine/tool/run-tool.ts'

// A jurist's table of cases, written down from the law reference and its notes, not from the program.
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

/** Dates are act, act end, examined, decided, designated; '-' for none. Readings have the proposal first. */
type Row = [
  dates: string,
  status: 'PNS' | 'CPNS' | 'PPPK',
  readings: string,
  human: boolean,
  ...said: string[],
]
const OPTIONS = ['--act', '--act-end', '--examined', '--decided', '--designated']
const BOTH = 'pp94-2021 pp53-2010'
const OLD = 'pp53-2010 pp94-2021'

const ROWS: Row[] = [
  // The default by the date of the act, each with its neighbours.
  ['2010-06-05 - 2010-06-05 2010-06-05', 'PNS', 'pp30-1980', false, 'PP 30/1980'],
  ['2010-06-06 - 2010-07-01 2010-08-01', 'PNS', 'pp53-2010', false],
  ['2010-06-07 - 2010-07-01 2010-08-01', 'PNS', 'pp53-2010', false],
  ['2021-08-31', 'PNS', 'pp94-2021', false, 'Pasal 42 dan Pasal 45 angka 3'],
  ['2021-09-01', 'PNS', 'pp94-2021', false],
  ['2024-02-29', 'PNS', 'pp94-2021', false, '29 Februari 2024'],
  // r40-1, r40-3, r40-4: the decision and the examination on each side of the cut.
  ['2021-08-01 - 2021-08-10 2021-08-30', 'PNS', 'pp53-2010', false, 'diputus pada 30 Agustus 2021, sebelum'],
  [
    '2021-08-01 - 2021-08-10 2021-08-31',
    'PNS',
    OLD,
    true,
    'Pasal 40 ayat (4)',
    'baru diputus pada 31 Agustus',
  ],
  ['2021-08-01 - 2021-08-10 2021-09-01', 'PNS', OLD, true, 'Pasal 40 ayat (4)'],
  ['2021-08-01 - - 2021-08-30', 'PNS', 'pp53-2010', false, 'Pasal 40 ayat (1)'],
  ['2021-08-01 - - 2021-08-31', 'PNS', BOTH, true, 'Pasal 40 ayat (3)', 'belum diperiksa'],
  ['2021-08-30 - 2021-08-30', 'PNS', OLD, true, 'diperiksa pada 30 Agustus 2021, sebelum'],
  ['2021-08-30 - 2021-08-31', 'PNS', BOTH, true, 'baru diperiksa pada 31 Agustus 2021'],
  ['2021-08-30 - 2021-09-01', 'PNS', BOTH, true, 'Pasal 40 ayat (3)'],
  ['2021-08-30', 'PNS', BOTH, true, 'belum diperiksa menurut tanggal yang diberikan'],
  ['2021-08-30', 'CPNS', BOTH, true],
  // Acts that lasted over the cut.
  ['2021-08-01 2021-08-30', 'PNS', BOTH, true],
  ['2021-08-30 2021-08-31', 'PNS', BOTH, true, 'berlanjut sampai 31 Agustus 2021'],
  ['2021-08-31 2021-09-30', 'PNS', 'pp94-2021', false],
  ['2021-08-01 2021-09-15 2021-08-20', 'PNS', OLD, true, 'berlanjut', 'Pasal 40 ayat (4)'],
  ['2021-08-01 2021-09-15 2021-09-20 2021-10-01', 'PNS', BOTH, true, 'berlanjut'],
  ['2021-08-01 2021-09-15 - 2021-08-20', 'PNS', OLD, true, 'berlanjut'],
  // r48 and what stands beside it.
  ['2010-06-05 - 2010-06-06 2011-01-01', 'PNS', 'pp53-2010', false, 'Pasal 48 ayat (4)'],
  ['2010-06-05 - 2010-06-05 2011-01-01', 'PNS', 'pp30-1980 pp53-2010', true, 'Pasal 48 ayat (3)'],
  ['2010-06-05', 'PNS', BOTH, true, 'Pasal 48 ayat (4)', 'Pasal 40 ayat (3)'],
  ['2010-06-01 2010-06-10 2010-07-01 2010-08-01', 'PNS', 'pp53-2010 pp30-1980', true, 'berlanjut'],
  ['1980-08-30 - - 1985-01-01', 'PNS', 'pp30-1980', false, 'tidak memuat undang-undang kepegawaian'],
  // bakal: the designation of each election in the pack, the day before, the day, the day after.
  ['2020-09-22 - 2020-10-10 2020-12-01 2020-09-23', 'PNS', 'pp42-2004', false, 'Pasal 11 huruf c'],
  ['2020-09-23 - 2020-10-10 2020-12-01 2020-09-23', 'PNS', 'pp53-2010', false],
  ['2020-09-24 - 2020-10-10 2020-12-01 2020-09-23', 'PNS', 'pp53-2010', false],
  ['2018-09-19 - 2018-10-01 2018-12-01 2018-09-20', 'PNS', 'pp42-2004', false],
  ['2023-11-12 - - - 2023-11-13', 'PNS', 'pp42-2004', false],
  ['2024-09-21 - - - 2024-09-22', 'PNS', 'pp42-2004', false, 'partai politik, undang-undang'],
  ['2024-09-22 - - - 2024-09-22', 'PNS', 'pp94-2021', false],
  ['2024-09-23 - - - 2024-09-22', 'CPNS', 'pp94-2021', false],
  ['2020-09-20 2020-09-22 2020-10-10 2020-12-01 2020-09-23', 'PNS', 'pp42-2004', false],
  ['2020-09-20 2020-09-23 2020-10-10 2020-12-01 2020-09-23', 'PNS', 'pp42-2004 pp53-2010', true],
  ['2020-06-01 - - - 2020-09-23', 'PNS', `pp42-2004 ${BOTH}`, true, 'Pasal 11 huruf c', 'Pasal 40 ayat (3)'],
  // PPPK: never PP 53 nor PP 94.
  ['2018-11-27', 'PPPK', 'pp49-2018 uu5-2014', true, 'baru berlaku 28 November 2018'],
  ['2018-11-28', 'PPPK', 'pp49-2018', false, 'Pasal 51 sampai 52'],
  ['2021-08-30', 'PPPK', 'pp49-2018', false],
  ['2021-08-31', 'PPPK', 'pp49-2018', false],
  ['2023-10-30', 'PPPK', 'pp49-2018', false, 'UU 5/2014'],
  ['2023-10-31', 'PPPK', 'pp49-2018 uu20-2023', true, 'UU 20/2023 Pasal 24 ayat (1) huruf d'],
  ['2023-11-01', 'PPPK', 'pp49-2018 uu20-2023', true],
  ['2023-10-30 2023-10-31', 'PPPK', 'pp49-2018 uu20-2023', true],
  ['2020-09-01 - - - 2020-09-23', 'PPPK', 'pp49-2018 uu5-2014', true, 'UU 5/2014 Pasal 5 ayat (2) huruf h'],
  ['2024-09-21 - - - 2024-09-22', 'PPPK', 'pp49-2018 uu20-2023', true, 'tidak menyebut status terlapor'],
  // CPNS by the article that extends each rulebook to them.
  ['2020-10-14 - 2020-10-20 2020-12-01', 'CPNS', 'pp53-2010', false, 'PP 53/2010 Pasal 2'],
  ['2021-08-31', 'CPNS', 'pp94-2021', false, 'PP 94/2021 Pasal 43'],
  // statuteByDate and guidelineByDate on each side of their dates.
  ['2014-01-14 - - 2014-06-01', 'PNS', 'pp53-2010', false, 'UU 43/1999.'],
  ['2014-01-15 - - 2014-06-01', 'PNS', 'pp53-2010', false, 'UU 5/2014.'],
  [
    '2014-01-14 2014-01-15 - 2014-06-01',
    'PNS',
    'pp53-2010',
    false,
    'UU 43/1999.',
    'melewati 15 Januari 2014',
  ],
  ['2023-10-30', 'PNS', 'pp94-2021', false, 'UU 5/2014.'],
  ['2023-10-31', 'PNS', 'pp94-2021', false, 'UU 20/2023.'],
  ['2020-09-10 - - 2021-01-01', 'PNS', 'pp53-2010', false, 'SKB 10 September 2020.'],
  ['2022-09-21', 'PNS', 'pp94-2021', false, 'SKB 10 September 2020.'],
  ['2022-09-22', 'PNS', 'pp94-2021', false, 'SKB 22 September 2022.'],
  ['2022-09-21 2022-09-22', 'PNS', 'pp94-2021', false, 'melewati 22 September 2022'],
  // objectionByDecisionDate, with the contradiction for objections that were pending.
  ['2021-07-01 - 2021-07-10 2021-08-09', 'PNS', 'pp53-2010', false, 'PP 24/2011 (BAPEK)', 'bertentangan'],
  [
    '2021-07-01 - 2021-07-10 2021-08-10',
    'PNS',
    'pp53-2010',
    false,
    'administratif: PP 79/2021.',
    'bertentangan',
  ],
  ['2021-07-01 - 2021-07-10 2021-08-30', 'PNS', 'pp53-2010', false, 'PP 79/2021 Pasal 31'],
]

describe('tool rulebook, case by case', () => {
  it.each(ROWS)('%s %s: %s, a person: %s', async (dates, status, readings, human, ...said) => {
    const args = dates.split(' ').flatMap((on, n) => (on === '-' ? [] : [OPTIONS[n] ?? '', on]))
    const { code, text } = await tool('rulebook', ...args, '--status', status)
    const value = JSON.parse((await tool('rulebook', ...args, '--status', status, '--json')).text)
    expect(code).toBe(0)
    expect(value.readings.map((entry: { rulebook: string }) => entry.rulebook).join(' ')).toBe(readings)
    expect(value.rulebook).toBe(readings.split(' ')[0])
    expect(value.requiresHumanDecision).toBe(human)
    expect(text.includes('manusia yang memilih, dengan alasan')).toBe(human)
    for (const words of said) expect(text).toContain(words)
    for (const sentence of value.trace) expect(text).toContain(sentence)
    expect(text).not.toMatch(INSIDE)
  })

  it('no guideline is named before the first, and no older objection rule for those it did not reach', async () => {
    const before = await tool(...'rulebook --act 2020-09-09 --decided 2021-01-01 --status PNS'.split(' '))
    expect(before.text).not.toContain('Pedoman')
    const pppk = await tool(...'rulebook --act 2020-09-09 --decided 2021-01-01 --status PPPK'.split(' '))
    expect(pppk.text).not.toContain('BAPEK')
    const later = await tool(...'rulebook --act 2022-09-09 --decided 2022-11-01 --status PNS'.split(' '))
    expect(later.text).toContain('Upaya administratif: PP 79/2021.')
    expect(later.text).not.toContain('bertentangan')
  })

  it('asks a person about an act that has not happened yet; one of today is none', async () => {
    const on = async (act: string, end?: string) =>
      JSON.parse(
        (
          await tool(
            'rulebook',
            '--act',
            act,
            ...(end ? ['--act-end', end] : []),
            '--status',
            'PNS',
            '--json',
          )
        ).text,
      )
    expect(await on('2026-11-22')).toMatchObject({ requiresHumanDecision: false })
    const future = await on('2026-11-23')
    expect(future).toMatchObject({ rulebook: 'pp94-2021', requiresHumanDecision: true })
    expect(future.trace[0]).toContain('belum tiba')
    expect(await on('2026-11-20', '2026-11-30')).toMatchObject({ requiresHumanDecision: true })
  })

  it.each([
    ['--act 2023-02-29 --status PNS', 'kalender'],
    ['--act 2020-13-01 --status PNS', 'kalender'],
    ['--act 0020-10-14 --status PNS', '1900'],
    ['--act 14-10-2020 --status PNS', 'tahun-bulan-hari'],
    ['--act 2020/10/14 --status PNS', 'tahun-bulan-hari'],
    ['--act 20201014 --status PNS', 'tahun-bulan-hari'],
    ['--act= --status PNS', '--act'],
    ['--act --status PNS', '--act belum diberi nilai'],
    ['--act 2020-10-14 --status', '--status belum diberi nilai'],
    ['--act 2020-10-14 --status PPNS', 'PPNS'],
    ['--act 2020-10-14 --act 2020-10-15 --status PNS', '--act diberikan dua kali'],
    ['--act 2020-10-14 --status PNS --exmined 2020-10-20', '--exmined tidak dikenal'],
    ['--act 2020-10-14 --status PNS --json=ya', 'ya'],
    ['--act 2020-10-14 --decided 2020-10-13 --status PNS', '--decided'],
    ['--act 2020-10-14 --examined 2020-10-13 --status PNS', '13 Oktober 2020 mendahului perbuatan'],
    ['--act 1980-08-29 --status PNS', '29 Agustus 1980'],
  ])('%s is refused in one sentence, in JSON too', async (args, named) => {
    const { code, text } = await tool('rulebook', ...args.split(' '))
    expect(code).toBe(2)
    expect(text).toContain(named)
    expect(text.split('\n')).toHaveLength(1)
    if (args.includes('--json')) return
    const asJson = await tool('rulebook', ...args.split(' '), '--json')
    expect(asJson.code).toBe(2)
    expect(JSON.parse(asJson.text)).toMatchObject({ error: expect.any(String), sentence: text })
  })
})
