import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../shared/dates.ts'
import { loadLawPack } from './law-pack-file.ts'
import { legalBasisText } from './legal-basis.ts'
import { guidelineOn, needsHumanCheck, provisionById, statuteOn } from './provisions.ts'
import { bandOf, compareLevels, isInBand } from './sanction-band.ts'
import { suggestProvisions } from './suggest-provisions.ts'

const pack = loadLawPack(join(import.meta.dirname, '../../../resources/law/law-pack.json'))
const bandOfId = (id: string) => bandOf(provisionById(pack, id), pack)
const shortOf = (id: string) => legalBasisText(provisionById(pack, id), pack).short

describe('bandOf', () => {
  it('borrows the kinds of sedang from PP 53/2010 Pasal 7(3) for PP 94/2021', () => {
    const band = bandOfId('pp94-2021/5/n/2')
    expect(band.levels).toEqual(['sedang'])
    expect(band.sanctions.map(entry => entry.citation)).toEqual([
      'Pasal 7 ayat (3) huruf a',
      'Pasal 7 ayat (3) huruf b',
      'Pasal 7 ayat (3) huruf c',
    ])
    expect(band.borrowed[0]).toMatchObject({ fromRegulation: 'pp53-2010', exception: { id: 'r42' } })
  })

  it('stops borrowing when the pack no longer says so', () => {
    const { rulebookSelection } = pack
    const later = {
      ...pack,
      sanctions: pack.sanctions.map(entry => ({ ...entry, applicable: true })),
      rulebookSelection: {
        ...rulebookSelection,
        machine: { ...rulebookSelection.machine, borrowedSanctions: [] },
      },
    }
    const band = bandOf(provisionById(later, 'pp94-2021/5/n/2'), later)
    expect(band.sanctions.map(entry => entry.regulation)).toEqual(['pp94-2021', 'pp94-2021', 'pp94-2021'])
  })

  it('offers no sanction where the law has none (PP 94/2021 Pasal 5 huruf n angka 1)', () => {
    expect(bandOfId('pp94-2021/5/n/1')).toEqual({ levels: [], tiers: [], sanctions: [], borrowed: [] })
  })

  it('keeps PP 94/2021 berat within its own kinds', () => {
    expect(bandOfId('pp94-2021/5/n/6').sanctions.map(entry => entry.id)).toEqual([
      'pp94-2021/8/4/a',
      'pp94-2021/8/4/b',
      'pp94-2021/8/4/c',
    ])
  })

  it.each([
    ['pp42-2004/11/c', ['pp42-2004/15/3/a', 'pp42-2004/15/3/b']],
    ['uu5-2014/5/2/h', ['pp42-2004/15/3/a', 'pp42-2004/15/3/b']],
    ['uu5-2014/87/4/c', ['uu5-2014/87/4']],
    ['uu5-2014/119', ['pp11-2017/254']],
    ['uu20-2023/52/3/j', ['uu20-2023/52/4']],
    ['pp49-2018/53/3/c', ['pp49-2018/63']],
    ['pp11-2017/255', ['uu5-2014/87/4', 'uu20-2023/52/4']],
    ['uu10-2016/71/1', []],
  ])('gives %s the sanctions of the article it names', (id, sanctions) => {
    expect(bandOfId(id).sanctions.map(entry => entry.id)).toEqual(sanctions)
  })

  it('never gives a provision a sanction outside its levels', () => {
    for (const provision of pack.provisions) {
      const band = bandOf(provision, pack)
      for (const entry of band.sanctions) {
        expect(band.levels).toContain(entry.level)
        expect(entry.applicable).not.toBe(false)
        expect(isInBand(band, entry.id)).toBe(true)
      }
      expect([...band.levels].sort(compareLevels)).toEqual(band.levels)
    }
    expect(isInBand(bandOfId('pp53-2010/4/15/d'), 'pp53-2010/7/4/a')).toBe(false)
  })
})

describe('legalBasisText', () => {
  it.each([
    ['pp53-2010/4/15/d', 'Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9'],
    ['pp53-2010/3/4', 'Pasal 3 angka 4 jo. Pasal 8 angka 2, Pasal 9 angka 4, atau Pasal 10 angka 2'],
    ['pp53-2010/3/15', 'Pasal 3 angka 15 jo. Pasal 8 angka 12 atau Pasal 9 angka 15'],
    ['pp94-2021/5/n/6', 'Pasal 5 huruf n angka 6 jo. Pasal 14 huruf i angka 4'],
    ['pp94-2021/5/n/1', 'Pasal 5 huruf n angka 1'],
    ['pp42-2004/11/c', 'Pasal 11 huruf c jo. Pasal 15 ayat (1) sampai (3)'],
    ['uu5-2014/87/4/c', 'Pasal 87 ayat (4) huruf c'],
    ['uu5-2014/119', 'Pasal 119 jo. PP 11/2017 Pasal 254'],
    ['uu20-2023/52/3/j', 'Pasal 52 ayat (3) huruf j jo. ayat (4)'],
    ['pp49-2018/53/3/c', 'Pasal 53 ayat (3) huruf c jo. Pasal 63 ayat (1)'],
    ['pp11-2017/255', 'Pasal 255 jo. Pasal 250 huruf c'],
    ['uu10-2016/71/1', 'Pasal 71 ayat (1)'],
    ['uu7-2017/283/1', 'Pasal 283 ayat (1)'],
  ])('cites %s', (id, text) => {
    expect(shortOf(id)).toBe(text)
  })

  it('starts every citation with the prohibition and ends the long form with the regulation', () => {
    for (const provision of pack.provisions) {
      const { short, long } = legalBasisText(provision, pack)
      expect(short.startsWith(provision.citation.split(' jo. ')[0] ?? '?')).toBe(true)
      expect(short).not.toMatch(/Pidana|undefined|tidak ada/i)
      expect(long).toMatch(/ tentang /)
    }
  })
})

describe('suggestProvisions', () => {
  const ids = (...args: Parameters<typeof suggestProvisions>) =>
    suggestProvisions(...args).provisions.map(p => p.id)

  it('follows the stage, the election and the rulebook', () => {
    expect(ids('medsos-unggahan', 'calon', 'kepala-daerah', 'pp53-2010', pack)).toEqual(['pp53-2010/4/15/d'])
    expect(ids('medsos-unggahan', 'calon', 'presiden', 'pp53-2010', pack)).toEqual(['pp53-2010/4/13/b'])
    expect(ids('medsos-unggahan', 'calon', 'dprd', 'pp53-2010', pack)).toEqual(['pp53-2010/3/4'])
    expect(ids('medsos-unggahan', 'calon', 'kepala-daerah', 'pp94-2021', pack)).toEqual(['pp94-2021/5/n/6'])
    expect(ids('medsos-unggahan', 'bakalCalon', 'kepala-daerah', 'pp53-2010', pack)).toEqual([
      'pp42-2004/11/c',
    ])
  })

  it('prefers the exact election over the legislative group', () => {
    expect(ids('ktp-dukungan', 'calon', 'dpd', 'pp53-2010', pack)).toEqual(['pp53-2010/4/14'])
    expect(ids('ktp-dukungan', 'calon', 'dpr', 'pp53-2010', pack)).toEqual([])
  })

  it('proposes nothing for attending without attributes under PP 53/2010', () => {
    const suggestion = suggestProvisions('hadir-tanpa-atribut', 'calon', 'presiden', 'pp53-2010', pack)
    expect(suggestion.provisions).toEqual([])
    expect(suggestion.form.isViolation).toBe(false)
  })

  it('leaves out companions of the other rulebook and marks uncertain mappings', () => {
    const suggestion = suggestProvisions('fasilitas-negara', 'calon', 'kepala-daerah', 'pp53-2010', pack)
    expect(suggestion.alsoConsider.map(entry => entry.id)).toEqual(['pp53-2010/3/13'])
    expect(suggestion.needsHumanCheck).toBe(false)
    expect(suggestProvisions('lainnya', 'calon', null, 'pp94-2021', pack).needsHumanCheck).toBe(true)
  })

  it('answers for every form, stage, election and rulebook without a broken reference', () => {
    for (const form of pack.violationForms) {
      for (const stage of ['bakalCalon', 'calon'] as const) {
        for (const scope of ['presiden', 'dpr', 'dpd', 'dprd', 'kepala-daerah', null] as const) {
          for (const rulebook of pack.rulebookSelection.machine.disciplineRulebooks) {
            expect(Array.isArray(ids(form.id, stage, scope, rulebook, pack))).toBe(true)
          }
        }
      }
    }
    expect(() => suggestProvisions('tidak-ada', 'calon', null, 'pp53-2010', pack)).toThrow('law.unknownForm')
  })
})

describe('dated law', () => {
  const on = (text: string) => civilDate.parse(text)

  it('changes the statute on 15 January 2014 and 31 October 2023', () => {
    expect(statuteOn(pack, on('2014-01-14'))?.id).toBe('uu43-1999')
    expect(statuteOn(pack, on('2014-01-15'))?.id).toBe('uu5-2014')
    expect(statuteOn(pack, on('2023-10-30'))?.id).toBe('uu5-2014')
    expect(statuteOn(pack, on('2023-10-31'))?.id).toBe('uu20-2023')
    expect(statuteOn(pack, on('1990-01-01'))).toBeNull()
  })

  it('changes the joint guideline on 22 September 2022', () => {
    expect(guidelineOn(pack, on('2020-09-09'))).toBeNull()
    expect(guidelineOn(pack, on('2022-09-21'))?.id).toBe('skb-2020')
    expect(guidelineOn(pack, on('2022-09-22'))?.id).toBe('skb-2022')
  })

  it('asks for a person below the threshold only', () => {
    expect(needsHumanCheck(0.79, pack)).toBe(true)
    expect(needsHumanCheck(0.8, pack)).toBe(false)
  })
})
