import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { LawPack } from '../../../shared/law-pack.ts'
import { CodedError } from '../errors.ts'
import { loadLawPack, readLawPack, refuseDoubleKeys } from './law-pack-file.ts'
import { publicKeyHex, publishersOf, signPack } from './pack-signature.ts'

const folderOfPack = join(import.meta.dirname, '../../../resources/law')
const packPath = join(folderOfPack, 'law-pack.json')
const shipped = readFileSync(packPath, 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'law-pack-'))
afterAll(() => rmSync(folder, { recursive: true }))

const own = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const trusted = publishersOf(own.publicKey.export({ type: 'spki', format: 'pem' }).toString())

function failureOf(text: string): CodedError {
  try {
    readLawPack(text, 'pack.json', trusted)
  } catch (error) {
    if (error instanceof CodedError) return error
    throw error
  }
  throw new Error('the pack was accepted')
}

/** A pack changed by hand and properly signed, so that only the change itself can be refused. */
function changed(change: (pack: LawPack) => void, signer = own): string {
  const pack = JSON.parse(shipped) as LawPack
  change(pack)
  return `${JSON.stringify(signPack(pack, signer.privateKey), null, 1)}\n`
}

/** The line (from 1) of the n-th place where `needle` stands, from 1. */
function lineOf(text: string, needle: string, nth = 1): number {
  const lines = text.split('\n').flatMap((line, n) => (line.includes(needle) ? [n + 1] : []))
  return lines[nth - 1] ?? 0
}

describe('loadLawPack', () => {
  it('reads the pack that ships with the program, signed by the publisher it ships with', () => {
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

  it('trusts nothing without a publisher', () => {
    writeFileSync(join(folder, 'law-pack.json'), shipped)
    expect(() => loadLawPack(join(folder, 'law-pack.json'))).toThrow('law.packMissing')
    writeFileSync(join(folder, 'publisher.pem'), 'nothing')
    expect(() => loadLawPack(join(folder, 'law-pack.json'))).toThrow('law.publishersInvalid')
  })
})

describe('readLawPack', () => {
  it('accepts a pack that was changed and signed by a trusted publisher', () => {
    const text = changed(p => {
      p.version = '9.0.0'
    })
    expect(readLawPack(text, 'pack.json', trusted).version).toBe('9.0.0')
  })

  it('names the line of a fault in the JSON', () => {
    const error = failureOf('{\n "packId": "x",\n "version": oops\n}')
    expect(error.code).toBe('law.packInvalid')
    expect(error.facts).toMatchObject({ file: 'pack.json', reason: 'notJson', line: 3 })
  })

  it.each([
    ['cut short', shipped.slice(0, 5000)],
    ['empty', ''],
    ['an array', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['binary', '\u0000\u0001\ufffd'],
  ])('refuses a file that is %s', (_, text) => {
    const error = failureOf(text)
    expect(error.code).toBe('law.packInvalid')
    expect(error.facts.line).toBeGreaterThan(0)
  })

  it('names the last line of a file that was cut', () => {
    const cut = shipped.split('\n').slice(0, 1200).join('\n')
    expect(failureOf(cut).facts).toMatchObject({ reason: 'notJson', line: 1200 })
  })

  it.each<[string, (pack: LawPack) => void, string, string, string]>([
    [
      'an unknown level',
      p => Object.assign(p.sanctions[3] ?? {}, { level: 'sangat berat' }),
      'level',
      'sanctions[3].level',
      'sangat berat',
    ],
    [
      'a date that is none',
      p => Object.assign(p.elections[0] ?? {}, { vote: '2018-06-31' }),
      'shape',
      'elections[0].vote',
      '2018-06-31',
    ],
    [
      'an unknown regulation',
      p => Object.assign(p.provisions[7] ?? {}, { regulation: 'pp1-1900' }),
      'reference',
      'provisions[7].regulation',
      '"pp1-1900"',
    ],
    [
      'an unknown successor',
      p => Object.assign(p.provisions[0] ?? {}, { successor: ['pp94-2021/99'] }),
      'reference',
      'provisions[0].successor[0]',
      '"pp94-2021/99"',
    ],
    [
      'a form with an unknown provision',
      p => p.violationForms[2]?.suggestedProvisions.push('x/1'),
      'reference',
      'violationForms[2].suggestedProvisions[6]',
      '"x/1"',
    ],
    [
      'a form that maps a stage to an unknown provision',
      p => Object.assign(p.violationForms[1]?.byStage.calon ?? {}, { 'pp94-2021': ['x/2'] }),
      'reference',
      'violationForms[1].byStage.calon.pp94-2021[0]',
      '"x/2"',
    ],
    [
      'a form that maps an unknown kind of election',
      p => Object.assign(p.violationForms[0]?.byStage.calon['pp53-2010'] ?? {}, { kades: [] }),
      'reference',
      'violationForms[0].byStage.calon.pp53-2010.kades',
      '"kades"',
    ],
    [
      'a concurrence rule of an unknown regulation',
      p => Object.assign(p.concurrenceRules[0] ?? {}, { regulation: 'pp0-0' }),
      'reference',
      'concurrenceRules[0].regulation',
      '"pp0-0"',
    ],
    [
      'an official who imposes an unknown sanction',
      p => p.authorities[0]?.sanctions.push('7(9)z'),
      'reference',
      'authorities[0].sanctions[4]',
      '"7(9)z"',
    ],
    [
      'a sanction basis in a regulation that the pack does not hold',
      p => Object.assign(p.provisions[20] ?? {}, { sanctionBasis: 'PP 1/1900 Pasal 3' }),
      'reference',
      'provisions[20].sanctionBasis',
      'PP 1/1900',
    ],
    [
      'a level of a rulebook without any sanction',
      p => {
        p.sanctions = p.sanctions.filter(entry => entry.regulation !== 'pp94-2021' || entry.level !== 'berat')
      },
      'sanctionBasis',
      'provisions[',
      '"sanctionBasis"',
    ],
    [
      'two provisions with one id',
      p => p.provisions.push(structuredClone(p.provisions[0]!)),
      'duplicate',
      'provisions[112].id',
      '"pp53-2010/3/1"',
    ],
    [
      'one regulation under two ids',
      p => p.regulations.push({ ...p.regulations[3]!, id: 'pp53-2010-b' }),
      'duplicate',
      'regulations[18].number',
      '"PP 53/2010"',
    ],
    [
      'a rule without its exception',
      p => {
        p.rulebookSelection.machine.ethicsTrack.exception = 'none'
      },
      'reference',
      'rulebookSelection.machine.ethicsTrack.exception',
      '"none"',
    ],
    [
      'a predecessor that does not know its successor',
      p => Object.assign(p.provisions[5] ?? {}, { predecessor: ['pp53-2010/4/12/d'] }),
      'notMutual',
      'provisions[5].predecessor[0]',
      '"pp53-2010/4/12/d"',
    ],
    [
      'rulebooks that are in force at the same time',
      p => Object.assign(p.regulations[3] ?? {}, { effectiveTo: '2021-08-31' }),
      'overlap',
      'regulations[3].effectiveTo',
      '"effectiveTo": "2021-08-31"',
    ],
    [
      'a day without any rulebook',
      p => Object.assign(p.regulations[3] ?? {}, { effectiveTo: '2021-08-29' }),
      'gap',
      'regulations[4].effectiveFrom',
      '"effectiveFrom": "2021-08-31"',
    ],
    [
      'a statute that begins before the last one ended',
      p => Object.assign(p.rulebookSelection.statuteByDate[2] ?? {}, { from: '2023-10-30' }),
      'overlap',
      'rulebookSelection.statuteByDate[2]',
      '{',
    ],
    [
      'a guideline that never ends before the next',
      p => Object.assign(p.rulebookSelection.guidelineByDate[0] ?? {}, { to: null }),
      'overlap',
      'rulebookSelection.guidelineByDate[1]',
      '{',
    ],
    [
      'a regulation that ends before it begins',
      p => Object.assign(p.regulations[14] ?? {}, { effectiveTo: '2019-01-01' }),
      'dates',
      'regulations[14].effectiveTo',
      '"2019-01-01"',
    ],
    [
      'a campaign that begins after it ended',
      p => Object.assign(p.elections[2] ?? {}, { campaignFrom: '2020-12-06' }),
      'dates',
      'elections[2].campaignFrom',
      '"2020-12-06"',
    ],
    [
      'a change of rulebooks on another day than the new one begins',
      p => Object.assign(p.rulebookSelection.machine.transitions[1] ?? {}, { cutOn: '2021-09-01' }),
      'dates',
      'rulebookSelection.machine.transitions[1].cutOn',
      '"2021-09-01"',
    ],
  ])('refuses %s and names the line', (_, change, reason, at, onThatLine) => {
    const text = changed(change)
    const error = failureOf(text)
    expect(error.code).toBe('law.packInvalid')
    expect(error.facts).toMatchObject({ reason })
    expect(error.facts.at).toContain(at)
    expect(text.split('\n')[Number(error.facts.line) - 1]).toContain(onThatLine)
  })

  it('refuses a pack that was edited without a new checksum', () => {
    const text = changed(() => undefined).replace('Pasal 12 angka 9', 'Pasal 11 angka 9')
    expect(failureOf(text).facts).toMatchObject({ reason: 'checksum', line: lineOf(text, '"sha256"') })
  })

  it('refuses a changed pack whose checksum was made to fit', () => {
    const signed = JSON.parse(changed(() => undefined)) as LawPack
    const edited = { ...signed, title: 'Lain' }
    const { sha256 } = signPack(edited, stranger.privateKey)
    const text = JSON.stringify({ ...edited, sha256 }, null, 1)
    expect(failureOf(text).facts).toMatchObject({ reason: 'signature', line: lineOf(text, '"value": ') })
  })

  it('refuses the signature of somebody it does not know', () => {
    const text = changed(() => undefined, stranger)
    expect(failureOf(text).facts).toMatchObject({
      reason: 'unknownKey',
      line: lineOf(text, '"key": '),
      id: publicKeyHex(stranger.publicKey).slice(0, 16),
    })
  })

  it('refuses the name of a trusted publisher over the signature of another', () => {
    const pack = JSON.parse(changed(() => undefined, stranger)) as LawPack
    pack.signature.key = publicKeyHex(own.publicKey)
    expect(failureOf(JSON.stringify(pack)).facts).toMatchObject({ reason: 'signature' })
  })

  it('refuses a pack without a signature', () => {
    const { signature: _, ...pack } = JSON.parse(shipped) as LawPack
    expect(failureOf(JSON.stringify(pack, null, 1)).facts).toMatchObject({ reason: 'unsigned', line: 1 })
  })

  it('refuses each flipped byte', () => {
    const text = changed(() => undefined)
    const bytes = Buffer.from(text, 'utf8')
    for (let at = 7; at < bytes.length; at += Math.floor(bytes.length / 24)) {
      const other = Buffer.from(bytes)
      other[at] = (other[at] ?? 0) ^ 1
      const flipped = other.toString('utf8')
      // White space between values says nothing and is not signed.
      if (isSameJson(flipped, text)) continue
      expect(() => readLawPack(flipped, 'pack.json', trusted)).toThrow('law.packInvalid')
    }
  })
})

describe('refuseDoubleKeys', () => {
  it('names the second of two names in one object', () => {
    const text = shipped.replace(' "language": "id",', ' "language": "id",\n "version": "9.9.9",')
    expect(() => refuseDoubleKeys(shipped, 'pack.json')).not.toThrow()
    try {
      refuseDoubleKeys(text, 'pack.json')
      expect.unreachable()
    } catch (error) {
      const line = lineOf(text, '"9.9.9"')
      expect(error).toMatchObject({ facts: { reason: 'doubleKey', line, id: 'version' } })
    }
  })
})

function isSameJson(a: string, b: string): boolean {
  try {
    return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b))
  } catch {
    return false
  }
}
