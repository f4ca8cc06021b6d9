import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { LawPack } from '../../../shared/law-pack.ts'
import { CodedError } from '../errors.ts'
import { lawPackDigest, loadLawPack } from './law-pack-file.ts'

const packPath = join(import.meta.dirname, '../../../resources/law/law-pack.json')
const folder = mkdtempSync(join(tmpdir(), 'law-pack-'))
afterAll(() => rmSync(folder, { recursive: true }))

function failureOf(text: string): CodedError {
  const path = join(folder, 'pack.json')
  writeFileSync(path, text)
  try {
    loadLawPack(path)
  } catch (error) {
    if (error instanceof CodedError) return error
    throw error
  }
  throw new Error('the pack was accepted')
}

/** A pack changed by hand, with a checksum that fits, so that only the change itself can be refused. */
function changed(change: (pack: LawPack) => void): string {
  const pack: LawPack = structuredClone(loadLawPack(packPath))
  change(pack)
  pack.sha256 = lawPackDigest(pack)
  return JSON.stringify(pack)
}

describe('loadLawPack', () => {
  it('reads the pack that ships with the program', () => {
    const pack = loadLawPack(packPath)
    expect(pack.provisions).toHaveLength(112)
    expect(pack.violationForms).toHaveLength(24)
    expect(pack.reference.provinces).toHaveLength(38)
    const regencies = pack.reference.provinces.reduce((sum, entry) => sum + entry.kabupaten + entry.kota, 0)
    expect(regencies).toBe(514)
  })

  it('says that the file is missing, without its folder', () => {
    expect(() => loadLawPack(join(folder, 'none.json'))).toThrow('law.packMissing')
  })

  it('names the line of a fault in the JSON', () => {
    const error = failureOf('{\n "packId": "x",\n "version": oops\n}')
    expect(error.code).toBe('law.packInvalid')
    expect(error.facts).toMatchObject({ file: 'pack.json', reason: 'notJson', at: '3' })
  })

  it.each([
    ['cut short', readFileSync(packPath, 'utf8').slice(0, 5000)],
    ['empty', ''],
    ['an array', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['binary', '\u0000\u0001\ufffd'],
  ])('refuses a file that is %s', (_, text) => {
    expect(failureOf(text).code).toBe('law.packInvalid')
  })

  it.each<[string, (pack: LawPack) => void, string, string]>([
    [
      'an unknown level',
      p => Object.assign(p.sanctions[3] ?? {}, { level: 'sangat berat' }),
      'shape',
      'sanctions[3].level',
    ],
    [
      'a date that is none',
      p => Object.assign(p.elections[0] ?? {}, { vote: '2018-06-31' }),
      'shape',
      'elections[0].vote',
    ],
    [
      'an unknown regulation',
      p => Object.assign(p.provisions[7] ?? {}, { regulation: 'pp1-1900' }),
      'reference',
      'provisions[7].regulation',
    ],
    [
      'an unknown successor',
      p => Object.assign(p.provisions[0] ?? {}, { successor: ['pp94-2021/99'] }),
      'reference',
      'provisions[0]',
    ],
    [
      'a form with an unknown provision',
      p => p.violationForms[2]?.suggestedProvisions.push('x/1'),
      'reference',
      'violationForms[2]',
    ],
    [
      'two provisions with one id',
      p => p.provisions.push(structuredClone(p.provisions[0]!)),
      'duplicate',
      'provisions',
    ],
    [
      'a rule without its exception',
      p => {
        p.rulebookSelection.machine.ethicsTrack.exception = 'none'
      },
      'reference',
      'rulebookSelection.machine.ethicsTrack',
    ],
  ])('refuses %s and says where', (_, change, reason, at) => {
    const error = failureOf(changed(change))
    expect(error.code).toBe('law.packInvalid')
    expect(error.facts).toMatchObject({ reason, at })
  })

  it('refuses a pack that was edited without a new checksum', () => {
    const text = readFileSync(packPath, 'utf8').replace('Pasal 12 angka 9', 'Pasal 11 angka 9')
    expect(failureOf(text).facts).toMatchObject({ reason: 'checksum' })
  })
})
