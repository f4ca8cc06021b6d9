import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadLawPack } from './law-pack-file.ts'
import { legalBasisText } from './legal-basis.ts'
import { elementsOf, provisionById, provisionsOf } from './provisions.ts'
import { bandOf } from './sanction-band.ts'

const pack = loadLawPack(join(import.meta.dirname, '../../../resources/law/law-pack.json'))
const IMPACT = ['subjek', 'perbuatan', 'dampak']

// Written down from PP 53/2010 Pasal 3, 4 and 8–13, not computed from the pack: id, basis per level, elements.
type Row = [id: string, basis: Partial<Record<'ringan' | 'sedang' | 'berat', string>>, elements: string[]]
const ROWS: Row[] = [
  ['3/1', { sedang: 'Pasal 9 angka 1' }, IMPACT],
  ['3/2', { sedang: 'Pasal 9 angka 2' }, IMPACT],
  ['3/3', { ringan: 'Pasal 8 angka 1', sedang: 'Pasal 9 angka 3', berat: 'Pasal 10 angka 1' }, IMPACT],
  ['3/4', { ringan: 'Pasal 8 angka 2', sedang: 'Pasal 9 angka 4', berat: 'Pasal 10 angka 2' }, IMPACT],
  ['3/5', { ringan: 'Pasal 8 angka 3', sedang: 'Pasal 9 angka 5', berat: 'Pasal 10 angka 3' }, IMPACT],
  ['3/6', { ringan: 'Pasal 8 angka 4', sedang: 'Pasal 9 angka 6', berat: 'Pasal 10 angka 4' }, IMPACT],
  ['3/7', { ringan: 'Pasal 8 angka 5', sedang: 'Pasal 9 angka 7', berat: 'Pasal 10 angka 5' }, IMPACT],
  ['3/8', { ringan: 'Pasal 8 angka 6', sedang: 'Pasal 9 angka 8', berat: 'Pasal 10 angka 6' }, IMPACT],
  ['3/9', { ringan: 'Pasal 8 angka 7', sedang: 'Pasal 9 angka 9', berat: 'Pasal 10 angka 7' }, IMPACT],
  ['3/10', { ringan: 'Pasal 8 angka 8', sedang: 'Pasal 9 angka 10', berat: 'Pasal 10 angka 8' }, IMPACT],
  ['3/11', { ringan: 'Pasal 8 angka 9', sedang: 'Pasal 9 angka 11', berat: 'Pasal 10 angka 9' }, IMPACT],
  ['3/12', { sedang: 'Pasal 9 angka 12', berat: 'Pasal 10 angka 10' }, IMPACT],
  ['3/13', { ringan: 'Pasal 8 angka 10', sedang: 'Pasal 9 angka 13', berat: 'Pasal 10 angka 11' }, IMPACT],
  ['3/14', { ringan: 'Pasal 8 angka 11', sedang: 'Pasal 9 angka 14', berat: 'Pasal 10 angka 12' }, IMPACT],
  ['3/15', { ringan: 'Pasal 8 angka 12', sedang: 'Pasal 9 angka 15' }, IMPACT],
  ['3/16', { ringan: 'Pasal 8 angka 13', sedang: 'Pasal 9 angka 16' }, IMPACT],
  ['3/17', { ringan: 'Pasal 8 angka 14', sedang: 'Pasal 9 angka 17', berat: 'Pasal 10 angka 13' }, IMPACT],
  ['4/1', { berat: 'Pasal 13 angka 1' }, IMPACT],
  ['4/2', { berat: 'Pasal 13 angka 2' }, IMPACT],
  ['4/3', { berat: 'Pasal 13 angka 3' }, IMPACT],
  ['4/4', { berat: 'Pasal 13 angka 4' }, IMPACT],
  ['4/5', { ringan: 'Pasal 11 angka 1', sedang: 'Pasal 12 angka 1', berat: 'Pasal 13 angka 5' }, IMPACT],
  ['4/6', { ringan: 'Pasal 11 angka 2', sedang: 'Pasal 12 angka 2', berat: 'Pasal 13 angka 6' }, IMPACT],
  ['4/7', { berat: 'Pasal 13 angka 7' }, IMPACT],
  ['4/8', { berat: 'Pasal 13 angka 8' }, IMPACT],
  ['4/9', { ringan: 'Pasal 11 angka 3', sedang: 'Pasal 12 angka 3' }, IMPACT],
  ['4/10', { ringan: 'Pasal 11 angka 4', sedang: 'Pasal 12 angka 4', berat: 'Pasal 13 angka 9' }, IMPACT],
  ['4/11', { ringan: 'Pasal 11 angka 5', sedang: 'Pasal 12 angka 5', berat: 'Pasal 13 angka 10' }, IMPACT],
  ['4/12/a', { sedang: 'Pasal 12 angka 6' }, ['subjek', 'dukungan', 'calon', 'pelaksana', 'kampanye']],
  [
    '4/12/b',
    { sedang: 'Pasal 12 angka 6' },
    ['subjek', 'dukungan', 'calon', 'peserta', 'atribut', 'kampanye'],
  ],
  [
    '4/12/c',
    { sedang: 'Pasal 12 angka 6' },
    ['subjek', 'dukungan', 'calon', 'peserta', 'pengerahan', 'kampanye'],
  ],
  [
    '4/12/d',
    { berat: 'Pasal 13 angka 11' },
    ['subjek', 'dukungan', 'calon', 'peserta', 'fasilitas', 'kampanye'],
  ],
  [
    '4/13/a',
    { berat: 'Pasal 13 angka 12' },
    ['subjek', 'dukungan', 'paslon', 'keputusan', 'akibat', 'waktu'],
  ],
  [
    '4/13/b',
    { sedang: 'Pasal 12 angka 7' },
    ['subjek', 'dukungan', 'paslon', 'kegiatan', 'keberpihakan', 'sasaran'],
  ],
  ['4/14', { sedang: 'Pasal 12 angka 8' }, ['subjek', 'calon', 'surat', 'ktp', 'keabsahan']],
  ['4/15/a', { sedang: 'Pasal 12 angka 9' }, ['subjek', 'calon', 'terlibat', 'tujuan', 'kampanye']],
  ['4/15/b', { berat: 'Pasal 13 angka 13' }, ['subjek', 'calon', 'fasilitas', 'kaitan', 'kampanye']],
  ['4/15/c', { berat: 'Pasal 13 angka 13' }, ['subjek', 'paslon', 'keputusan', 'akibat', 'waktu']],
  ['4/15/d', { sedang: 'Pasal 12 angka 9' }, ['subjek', 'paslon', 'kegiatan', 'keberpihakan', 'sasaran']],
]
const KINDS = { ringan: 'abc', sedang: 'abc', berat: 'abcde' } as const
const PARAGRAPHS = { ringan: 2, sedang: 3, berat: 4 } as const

describe('PP 53/2010', () => {
  it('has the 39 provisions of Pasal 3 and 4 in the pack, and no other', () => {
    expect(provisionsOf(pack, 'pp53-2010').map(entry => entry.id)).toEqual(
      ROWS.map(row => `pp53-2010/${row[0]}`),
    )
  })

  it.each(ROWS)('%s: elements, band and citation chain', (id, basis, elements) => {
    const provision = provisionById(pack, `pp53-2010/${id}`)
    expect(elementsOf(pack, provision.id).map(entry => entry.id)).toEqual(elements)

    const band = bandOf(provision, pack)
    const levels = Object.keys(basis) as (keyof typeof basis)[]
    expect(band.levels).toEqual(levels)
    expect(band.borrowed).toEqual([])
    expect(band.sanctions.map(entry => entry.id)).toEqual(
      levels.flatMap(level => [...KINDS[level]].map(point => `pp53-2010/7/${PARAGRAPHS[level]}/${point}`)),
    )
    for (const level of levels) {
      const short = `${provision.citation} jo. ${basis[level]}`
      expect(legalBasisText(provision, pack, level)).toEqual({
        short,
        long: `${short} Peraturan Pemerintah Nomor 53 Tahun 2010 tentang Disiplin Pegawai Negeri Sipil`,
      })
    }
  })
})
