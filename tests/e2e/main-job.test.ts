import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as age from 'age-encryption'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  runTool as runOutside,
  temporaryFolder,
  trustingDatabase,
} from '../../main/engine/pdf/testing/run-tool.ts'
import { runTool } from '../../main/engine/tool/run-tool.ts'
import { filesUnderFolder, plainTextsFound } from '../helpers/plain-text-search.ts'
import { decryptSqlcipher4 } from '../store/sqlcipher-reader.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { prepareDemoFolder } from './tour/demo-folder.ts'
import { runTour } from './tour/run-tour.ts'
import type { Tour, TourReport } from './tour/tour.ts'

const TOUR_MS = 900_000
const SLOW_MS = 300_000
const FLIPS = 150

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'adjudikasn-tour-'))
const outside = temporaryFolder()
const faults: Record<string, string[]> = {}
let tour: Tour
let report: TourReport
let finished = false

beforeAll(async () => {
  tour = await goThrough().catch(error => {
    if (!process.env.CI) throw error
    console.error('[harness] the tour stopped; begun once more', error)
    return goThrough()
  })
  report = JSON.parse(fs.readFileSync(path.join(folder, 'report.json'), 'utf8'))
  finished = true
}, TOUR_MS)
afterAll(() => {
  outside.clean()
  // A tour that stopped leaves its pictures; the last one shows where.
  if (finished) fs.rmSync(folder, { recursive: true, force: true })
  else console.error(`tour stopped: ${path.join(folder, 'screens')}`)
})

function goThrough(): Promise<Tour> {
  prepareDemoFolder(folder)
  for (const name of Object.keys(faults)) delete faults[name]
  return runTour(folder, {
    onScreen: async (page, name) => {
      const found = await accessibilityFaults(page)
      if (found.length > 0) faults[name] = found
    },
  })
}

const at = (...parts: string[]) => path.join(folder, ...parts)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const tool = (args: string[], input = '') => runTool({ args, readInput: async () => input, now: new Date() })
const asChair = () => {
  const chair = report.accounts.find(account => account.role === 'chair')
  return `${chair?.signInName}\n${chair?.passphrase}\n`
}

describe('the main job in the real window', () => {
  it('leaves everything that was made, and says what it is', () => {
    expect(report.accounts.map(account => account.role).sort()).toEqual([
      'assistant',
      'assistant',
      'chair',
      'commissioner',
      'commissioner',
      'commissioner',
      'deputyChair',
      'secretariat',
    ])
    // The last symbol is a check over 37, so it may be one that is no letter.
    expect(report.recoveryKey).toMatch(/^[0-9A-Z-]{40}[0-9A-Z*~$=]$/)
    expect(report.persons.map(person => person.nip.length)).toEqual([18, 18, 9])
    expect(report.exhibits.length).toBeGreaterThanOrEqual(7)
    expect(report.letters.length).toBeGreaterThanOrEqual(1)
    expect(report.steps.length).toBeGreaterThan(20)
    for (const { file, sha256: expected } of report.letters) {
      expect(sha256(fs.readFileSync(at(file)))).toBe(expected)
    }
    const screens = fs.readdirSync(at('screens')).sort()
    expect(screens.length).toBeGreaterThan(30)
    expect(screens.every(name => /^\d\d-[a-z0-9-]+\.png$/.test(name))).toBe(true)
    for (const name of fs.readdirSync(at('minutes'))) {
      expect(fs.readFileSync(at('minutes', name)).subarray(0, 5).toString()).toBe('%PDF-')
    }
    expect(fs.readdirSync(at('minutes')).length).toBe(1)
    expect(fs.readFileSync(at('recovery-sheet.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('has no serious accessibility fault on any screen', () => {
    expect(faults).toEqual({})
  })

  it('has no error, warning or policy violation in the console', () => {
    expect(tour.problems).toEqual([])
  })
})

describe('the folder of the demo', () => {
  it('is refused, untouched, when it holds files of others', () => {
    const foreign = path.join(outside.path, 'foreign')
    fs.mkdirSync(foreign)
    fs.writeFileSync(path.join(foreign, 'report.json'), 'milik orang lain')
    expect(prepareDemoFolder(foreign)).toBe(false)
    expect(fs.readdirSync(foreign)).toEqual(['report.json'])
    expect(fs.readFileSync(path.join(foreign, 'report.json'), 'utf8')).toBe('milik orang lain')
  })

  it('is emptied of an earlier tour only', () => {
    const own = path.join(outside.path, 'own')
    expect(prepareDemoFolder(own)).toBe(true)
    fs.mkdirSync(path.join(own, 'store'))
    fs.writeFileSync(path.join(own, 'catatan.txt'), 'tetap')
    expect(prepareDemoFolder(own)).toBe(true)
    expect(fs.existsSync(path.join(own, 'store'))).toBe(false)
    expect(fs.readFileSync(path.join(own, 'catatan.txt'), 'utf8')).toBe('tetap')
  })
})

describe('each letter', () => {
  it('is a whole PDF and validly signed for other readers', () => {
    const database = trustingDatabase(outside.path, at('ca.pem'))
    for (const { file } of report.letters) {
      const check = runOutside('qpdf', '--check', at(file))
      expect(check).toMatchObject({ status: 0 })
      expect(check.output).toContain('No syntax or stream encoding errors')
      const { output } = runOutside('pdfsig', '-nssdir', database, at(file))
      expect(output).toContain('Signature Validation: Signature is Valid.')
      expect(output).toContain('Certificate Validation: Certificate is Trusted.')
      expect(output).toContain('Total document signed')
    }
  })

  it('is genuine for the command line, and with one bit turned anywhere never is', {
    timeout: SLOW_MS,
  }, async () => {
    for (const { file } of report.letters) {
      expect(await tool(['verify', '--trust', at('ca.pem'), at(file)])).toMatchObject({ exitCode: 0 })
      const bytes = fs.readFileSync(at(file))
      for (const place of places(bytes.length)) {
        const changed = Buffer.from(bytes)
        changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8))
        const copy = outside.write('changed.pdf', changed)
        const { exitCode } = await tool(['verify', '--trust', at('ca.pem'), copy])
        expect(exitCode, `bit ${place % 8} of byte ${place}`).not.toBe(0)
      }
    }
  })
})

describe('the store from outside', () => {
  it('holds no name, number, caption or passphrase in plain text', () => {
    const secrets = [
      ...report.persons.flatMap(({ name, nip }) => [name, ...longWords(name), nip]),
      ...report.accounts.flatMap(({ name, signInName, passphrase }) => [
        name,
        ...longWords(name),
        signInName,
        passphrase,
      ]),
      ...report.exhibits.flatMap(({ file, title }) => [file, title]),
      ...report.letters.map(letter => letter.number),
      report.recoveryKey,
    ]
    const files = filesUnderFolder(at('store'))
    expect(files.length).toBeGreaterThan(10)
    expect(plainTextsFound(files, secrets)).toEqual([])
    // The search itself finds what is there.
    const planted = outside.write('planted', Buffer.from(`x${report.persons[0]?.name}`, 'utf16le'))
    expect(plainTextsFound([planted], secrets)).not.toEqual([])
  })

  it('has an audit chain that is whole; a row that was edited is named', { timeout: SLOW_MS }, async () => {
    const whole = await tool(['audit', at('store'), '--json'], asChair())
    expect(whole).toMatchObject({ exitCode: 0 })
    expect(JSON.parse(whole.output).entries).toBeGreaterThan(100)

    const copy = path.join(outside.path, 'store')
    fs.cpSync(at('store'), copy, { recursive: true })
    const { pragmas } = await recovered(copy)
    const database = new Database(path.join(copy, 'adjudikasn.db'))
    database.pragma(`cipher='sqlcipher'`)
    database.pragma('legacy=4')
    for (const pragma of pragmas.slice(0, 1)) database.exec(pragma)
    database.exec('drop trigger audit_entries_no_update')
    const edited = database
      .prepare(
        `update audit_entries set body = replace(body, '"persons":3', '"persons":2') where body like '%"persons":3%' returning seq`,
      )
      .all() as { seq: number }[]
    database.close()
    expect(edited.length).toBeGreaterThan(0)
    const broken = await tool(['audit', copy, '--json'], asChair())
    expect(broken.exitCode).toBe(1)
    expect(JSON.parse(broken.output).firstBroken.seq).toBe(edited[0]?.seq)
  })

  it('opens with the recovery key for a stock SQLCipher 4 reader, its vault with age', {
    timeout: SLOW_MS,
  }, async () => {
    const keys = await recovered(at('store'))
    const plain = decryptSqlcipher4(fs.readFileSync(keys.database), Buffer.from(keys.keyHex, 'hex'))
    // There is no write-ahead log beside the plain copy.
    plain[18] = 1
    plain[19] = 1
    const stock = new DatabaseSync(outside.write('plain.db', plain))
    expect(stock.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
    expect(stock.prepare('select count(*) as n from exhibits').get()).toMatchObject({
      n: report.exhibits.length + 1, // and the decision that the supervising official sent
    })
    stock.close()

    const opened = new Set<string>()
    for (const file of filesUnderFolder(at('store', 'vault'))) {
      const decrypter = new age.Decrypter()
      decrypter.addIdentity(keys.ageIdentity)
      opened.add(sha256(await decrypter.decrypt(fs.readFileSync(file))))
    }
    for (const { number, sha256: expected } of report.exhibits) {
      expect(opened.has(expected), number).toBe(true)
    }
  })
})

type Recovered = { database: string; keyHex: string; pragmas: string[]; ageIdentity: string }

async function recovered(store: string): Promise<Recovered> {
  const { exitCode, output } = await tool(['recover', store, '--json'], report.recoveryKey)
  expect(exitCode).toBe(0)
  return JSON.parse(output)
}

/** Words of a name that are too long to be found by chance. */
const longWords = (name: string) => name.split(/[ ,.]+/).filter(word => word.length >= 8)

/** Places spread over a file, the same each time: its ends and others by a fixed generator. */
function places(length: number): number[] {
  const found = [0, length - 1]
  let state = 20_201_014
  while (found.length < FLIPS) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    found.push(state % length)
  }
  return found
}
