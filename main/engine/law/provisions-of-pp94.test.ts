import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadLawPack } from './law-pack-file.ts'
import { legalBasisText } from './legal-basis.ts'
import { elementsOf, provisionById, provisionsOf } from './provisions.ts'
import { bandOf } from './sanction-band.ts'
import { proposeSanction } from './sanction-proposal.ts'

const pack = loadLawPack(join(import.meta.dirname, '../../../resources/law/law-pack.json'))
const LEVELS = ['ringan', 'sedang', 'berat'] as const
const IMPACT = ['subjek', 'perbuatan', 'dampak']
const CAMPAIGN = ['subjek', 'dukungan', 'calon']

// Written down from PP 94/2021 Pasal 3 to 5 and 9 to 14, not computed from the pack: ringan, sedang, berat as
// 'article(paragraph)letter.number', '-' for none; then the elements.
const ROWS: [id: string, ringan: string, sedang: string, berat: string, elements: string[]][] = [
  ['3/a', '-', '-', '11(1)a', IMPACT],
  ['3/b', '-', '10(1)a', '11(1)b', IMPACT],
  ['3/c', '9(1)a', '10(1)b', '11(1)c', IMPACT],
  ['3/d', '9(1)b', '10(1)c', '11(1)d', IMPACT],
  ['3/e', '9(1)c', '10(1)d', '11(1)e', IMPACT],
  ['3/f', '9(1)d', '10(1)e', '11(1)f', IMPACT],
  ['3/g', '9(1)e', '10(1)f', '11(1)g', IMPACT],
  ['3/h', '9(1)f', '10(1)g', '11(1)h', IMPACT],
  ['4/a', '-', '10(2)a', '-', IMPACT],
  ['4/b', '-', '10(2)b', '-', IMPACT],
  ['4/c', '9(2)a', '10(2)c', '11(2)a', IMPACT],
  ['4/d', '-', '10(2)d', '11(2)b', IMPACT],
  ['4/e', '-', '10(2)e', '11(2)c', IMPACT],
  ['4/f', '9(2)b', '10(2)f', '11(2)d', IMPACT],
  ['4/g', '9(2)c', '10(2)g', '-', IMPACT],
  ['4/h', '9(2)d', '10(2)h', '-', IMPACT],
  ['4/i', '-', '-', '11(2)e', IMPACT],
  ['5/a', '-', '-', '14a', IMPACT],
  ['5/b', '-', '-', '14b', IMPACT],
  ['5/c', '-', '-', '14c', IMPACT],
  ['5/d', '-', '-', '14c', IMPACT],
  ['5/e', '-', '-', '14d', IMPACT],
  ['5/f', '12a', '13a', '14e', IMPACT],
  ['5/g', '-', '13b', '14f', IMPACT],
  ['5/h', '12b', '13c', '-', IMPACT],
  ['5/i', '12c', '13d', '-', IMPACT],
  ['5/j', '12d', '13f', '-', IMPACT],
  ['5/k', '-', '-', '14g', IMPACT],
  ['5/l', '-', '-', '14h', IMPACT],
  ['5/m', '-', '13e', '-', IMPACT],
  ['5/n/1', '-', '-', '-', [...CAMPAIGN, 'ikut', 'kampanye']],
  ['5/n/2', '-', '13g', '-', [...CAMPAIGN, 'peserta', 'atribut', 'kampanye']],
  ['5/n/3', '-', '-', '14i.1', [...CAMPAIGN, 'peserta', 'pengerahan', 'kampanye']],
  ['5/n/4', '-', '-', '14i.2', [...CAMPAIGN, 'peserta', 'fasilitas', 'kampanye']],
  ['5/n/5', '-', '-', '14i.3', ['subjek', 'dukungan', 'paslon', 'keputusan', 'akibat']],
  ['5/n/6', '-', '-', '14i.4', ['subjek', 'dukungan', 'paslon', 'kegiatan', 'keberpihakan', 'sasaran']],
  ['5/n/7', '-', '-', '14i.5', ['subjek', 'calon', 'surat', 'ktp', 'keabsahan']],
]
// Ringan and berat are its own; sedang is borrowed from PP 53/2010 Pasal 7 ayat (3) (Pasal 42).
const KINDS = {
  ringan: ['pp94-2021/8/2/a', 'pp94-2021/8/2/b', 'pp94-2021/8/2/c'],
  sedang: ['pp53-2010/7/3/a', 'pp53-2010/7/3/b', 'pp53-2010/7/3/c'],
  berat: ['pp94-2021/8/4/a', 'pp94-2021/8/4/b', 'pp94-2021/8/4/c'],
} as const

function article(code: string): string {
  const [, number, paragraph, letter, item] = /^(\d+)(?:\((\d)\))?([a-z])(?:\.(\d))?$/.exec(code) ?? []
  const parts = [
    `Pasal ${number}`,
    paragraph && `ayat (${paragraph})`,
    `huruf ${letter}`,
    item && `angka ${item}`,
  ]
  return parts.filter(Boolean).join(' ')
}

describe('PP 94/2021', () => {
  it('has the provisions of Pasal 3, 4 and 5 in the pack, and no other', () => {
    expect(provisionsOf(pack, 'pp94-2021').map(entry => entry.id)).toEqual(
      ROWS.map(row => `pp94-2021/${row[0]}`),
    )
  })

  it('uses each sanction item once and in order, but for the two prohibitions that share one', () => {
    for (const [n, level] of LEVELS.entries()) {
      const used = ROWS.map(row => row[n + 1] as string).filter(code => code !== '-')
      const doubled = used.filter((code, at) => used.indexOf(code) !== at)
      expect(doubled, level).toEqual(level === 'berat' ? ['14c'] : [])
      const articleOf = (code: string) => code.replace(/[a-z](\.\d)?$/, '')
      for (const one of new Set(used.map(articleOf))) {
        const codes = used.filter(code => articleOf(code) === one)
        const letters = [...new Set(codes.map(code => /[a-z]/.exec(code)?.[0] ?? ''))].sort()
        expect(letters).toEqual([...'abcdefghi'].slice(0, letters.length))
      }
    }
  })

  it.each(ROWS)('%s: elements, band and citation chain', (id, ringan, sedang, berat, elements) => {
    const provision = provisionById(pack, `pp94-2021/${id}`)
    expect(elementsOf(pack, provision.id).map(entry => entry.id)).toEqual(elements)
    const codes = { ringan, sedang, berat }
    const levels = LEVELS.filter(level => codes[level] !== '-')
    const band = bandOf(provision, pack)
    expect(band.levels).toEqual(levels)
    expect(band.sanctions.map(entry => entry.id)).toEqual(levels.flatMap(level => KINDS[level]))
    expect(band.borrowed.map(entry => entry.exception.id)).toEqual(levels.includes('sedang') ? ['r42'] : [])
    for (const level of levels) {
      expect(legalBasisText(provision, pack, level).short).toBe(
        `${provision.citation} jo. ${article(codes[level])}`,
      )
    }
  })

  it.each(ROWS)('%s: the proposal stays in that band', (id, ringan, sedang, berat) => {
    const provisionId = `pp94-2021/${id}`
    const proposal = proposeSanction(
      {
        rulebook: 'pp94-2021',
        track: 'discipline',
        status: 'PNS',
        electionScope: 'kepala-daerah',
        violations: [{ key: 'a', provisionId, actKey: 'x', level: null }],
        earlier: [],
      },
      pack,
    )
    const levels = LEVELS.filter((_, n) => [ringan, sedang, berat][n] !== '-')
    expect(proposal.levels).toEqual(levels)
    expect(proposal.sanctions.map(entry => entry.id)).toEqual(levels.flatMap(level => KINDS[level]))
    // Several tiers, or a prohibition without a sanction, wait for a person.
    expect(proposal.requiresHumanDecision).toBe(levels.length !== 1)
  })
})
