import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadLawPack } from '../law/index.ts'
import { fillIn, loadWordLists } from './word-lists.ts'

const resources = join(import.meta.dirname, '../../../resources')
const pack = loadLawPack(join(resources, 'law/law-pack.json'))
const lists = loadWordLists(resources)

it('has narratives for every form of violation and no other', () => {
  expect(Object.keys(lists.narratives).sort()).toEqual(pack.violationForms.map(form => form.id).sort())
})

it('has agencies for every province, none of them twice', () => {
  expect(lists.agencies.map(row => row.provinceCode)).toEqual(pack.reference.provinces.map(row => row.code))
  const names = lists.agencies.flatMap(row => row.agencies.map(agency => agency.name))
  expect(new Set(names).size).toBe(names.length)
})

it('uses only kinds of position and grades of the law pack', () => {
  const grades = pack.reference.golongan.map(row => row.code)
  for (const position of lists.positions) {
    expect(pack.reference.jabatanKinds).toContain(position.kind)
    expect(position.titles.length).toBe(position.units.length)
    for (const grade of position.grades) expect(grades).toContain(grade)
  }
})

it('fills every placeholder of every narrative', () => {
  const values = { nama: 'A', calon: 'B', tempat: 'C', tanggal: 'D' }
  for (const text of Object.values(lists.narratives).flat()) expect(fillIn(text, values)).not.toMatch(/[{}]/)
})
