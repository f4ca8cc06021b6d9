import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lawOfCase, lawsOf } from '../../main/engine/features/law/index.ts'
import { minutesOf } from '../../main/engine/features/plenaries/minutes.ts'
import { loadLawPack } from '../../main/engine/law/index.ts'
import { sql } from '../../main/engine/store/sql.ts'
import type { LawPack } from '../../shared/law-pack.ts'
import { errorSentence } from '../../shared/strings/index.ts'
import { buildCase, reviewedFindings } from '../helpers/build-case.ts'
import { AFTERWARDS, decideCases, readyCase } from '../helpers/decide-case.ts'
import { makePublisher } from '../helpers/law-publisher.ts'
import { refused } from '../helpers/refused.ts'
import { asDatabaseOwner, raw } from '../helpers/sealed-vote.ts'
import { PASSPHRASE, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

/** Of the pack that ships with the program. */
const VERSION = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/law/law-pack.json'), 'utf8')) as LawPack
).version
const PROVISION = 'pp53-2010/4/15/d'
const OLD = 'Pasal 4 angka 15 huruf d'
const NEW = 'Pasal 4 angka 15 huruf d (rumusan baru)'

let publisher: ReturnType<typeof makePublisher>
let engine: TestEngine
beforeEach(async () => {
  publisher = makePublisher()
  engine = await startTestEngine({ resourcesDir: publisher.resourcesDir })
})
afterEach(() => {
  engine.close()
  publisher.close()
})

/** Another version, whose wording of one citation differs. */
const version = (number: string, citation = NEW) =>
  publisher.pack(pack => {
    pack.version = number
    const found = pack.provisions.find(entry => entry.id === PROVISION)
    if (found) found.citation = citation
  })

const importFile = (path: string) => engine.call('law.importPack', { file: engine.ticket(path) })

async function importRefusal(path: string) {
  const error = (await importFile(path).then(
    () => null,
    (reason: unknown) => reason,
  )) as { code: string; facts: Record<string, never> } | null
  if (!error) throw new Error('the pack was taken in')
  return { ...error, sentence: errorSentence(error.code, error.facts) }
}

describe('the packs of a store', () => {
  it('begin with the one that ships, named with its signer, and the trail says so', async () => {
    const [pack, ...others] = await engine.call('law.listPacks', {})
    expect(others).toEqual([])
    const shipped = engine.engine.law
    expect(pack).toMatchObject({ version: VERSION, source: 'program', newest: true, cases: 0, fault: null })
    expect(pack).toMatchObject({ sha256: shipped.sha256, signer: shipped.signature.key })
    const entries = await engine.call('audit.latest', { limit: 50 })
    const created = entries.find(entry => entry.method === 'session.createStore')
    expect(created?.facts).toMatchObject({ lawPack: VERSION, lawPackSha256: shipped.sha256 })
  })

  it('are added to by the secretariat alone', async () => {
    const path = version('1.1.0')
    for (const name of ['rina', 'laksmi', 'bakti', 'ningsih']) {
      await engine.as(name)
      await refused(importFile(path), 'access.denied')
    }
    await engine.as('sari')
    const { packs } = await importFile(path)
    expect(packs.map(pack => [pack.version, pack.source, pack.newest])).toEqual([
      ['1.1.0', 'file', true],
      [VERSION, 'program', false],
    ])
    const [entry] = await engine.call('audit.latest', { limit: 1 })
    expect(entry).toMatchObject({
      method: 'law.importPack',
      subject: '1.1.0',
      facts: { version: '1.1.0', sha256: packs[0]?.sha256, signer: packs[0]?.signer },
    })
    expect(engine.events).toContainEqual({ topic: 'law.changed', facts: {} })
  })

  it('take 1.10.0 for higher than 1.9.0', async () => {
    await engine.as('sari')
    await importFile(version('1.10.0'))
    expect(await importRefusal(version('1.9.0'))).toMatchObject({ facts: { reason: 'olderVersion' } })
    expect((await engine.call('law.contents', {})).version).toBe('1.10.0')
  })

  it('keep an old version when the program brings a new one, and the same version as it was', async () => {
    const before = engine.engine.law
    publisher.ship(pack => {
      pack.version = '2.0.0'
    })
    await restart()
    const packs = await engine.call('law.listPacks', {})
    expect(packs.map(pack => pack.version)).toEqual(['2.0.0', VERSION])
    expect(await engine.call('law.contents', { version: VERSION })).toMatchObject({ version: VERSION })
    const kept = (await engine.call('audit.latest', { limit: 5 })).find(
      line => line.method === 'law.keepShippedPack',
    )
    expect(kept?.facts).toMatchObject({ version: '2.0.0' })

    publisher.ship(pack => {
      pack.version = VERSION
      pack.title = 'Isi lain dengan nomor yang sama'
    })
    await restart()
    const again = await engine.call('law.listPacks', {})
    expect(again.find(pack => pack.version === VERSION)?.sha256).toBe(before.sha256)
  })

  it('give a store from before packs were kept the one that its cases name', async () => {
    const file = await readyCase(engine)
    asDatabaseOwner(engine, db => {
      const triggers = db.all<{ name: string; text: string }>(
        sql`select name, sql as text from sqlite_master where type = 'trigger' and tbl_name like 'law_pack%'`,
      )
      for (const { name } of triggers) db.script(raw(`drop trigger ${name}`))
      for (const table of ['_elements', '_bands', '_sanctions', 's_read', 's'])
        db.script(raw(`delete from law_pack${table}`))
      for (const { text } of triggers) db.script(raw(text))
    })
    await restart()
    await engine.as('rina')
    // The first releases named their law 1.0.0 and kept no text of it.
    expect((await engine.call('cases.get', { caseId: file.id })).lawPackVersion).toBe('1.0.0')
    const [finding] = await engine.call('findings.listByCase', { caseId: file.id })
    expect(finding).toMatchObject({ provisionId: PROVISION, legalBasis: expect.stringContaining(OLD) })
  })

  it('cannot be changed or deleted, whoever tries', () => {
    asDatabaseOwner(engine, db => {
      const run = (text: string) => () => db.run({ text, values: [] } as never)
      expect(run("update law_packs set text = '{}'")).toThrow('law packs are never changed')
      expect(run('delete from law_packs')).toThrow('law packs are never deleted')
    })
  })

  it('are verified again: a changed row is named and not used', async () => {
    await engine.as('sari')
    await importFile(version('1.1.0'))
    asDatabaseOwner(engine, db => {
      const run = (text: string) => db.run({ text, values: [] } as never)
      run('drop trigger law_packs_kept_unchanged')
      run(
        "update law_packs set text = replace(text, 'rumusan baru', 'rumusan palsu') where version = '1.1.0'",
      )
    })
    await engine.as('sari')
    const [broken, good] = await engine.call('law.listPacks', {})
    expect(broken).toMatchObject({ version: '1.1.0', newest: false, fault: { code: 'law.packChanged' } })
    expect(broken?.fault?.line).toBeGreaterThan(0)
    expect(good).toMatchObject({ version: VERSION, newest: true, fault: null })
    const opened = engine.call('law.contents', { version: '1.1.0' })
    await expect(opened).rejects.toMatchObject({ code: 'law.packChanged', facts: { version: '1.1.0' } })
  })
})

describe('a pack is refused', () => {
  beforeEach(() => engine.as('sari'))
  const text = () => readFileSync(version('1.1.0'), 'utf8')
  const rewrite = (change: (text: string) => string) => {
    const path = version('1.1.0')
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    return path
  }
  const lineOf = (needle: string) =>
    text()
      .split('\n')
      .findIndex(line => line.includes(needle)) + 1

  it('when a byte was flipped, and the line is said in the sentence', async () => {
    const path = rewrite(body => body.replace('rumusan baru', 'rumusan bary'))
    const refusal = await importRefusal(path)
    expect(refusal).toMatchObject({ code: 'law.packInvalid', facts: { reason: 'checksum' } })
    expect(refusal.facts).toMatchObject({ line: lineOf('"sha256"') })
    expect(refusal.sentence).toContain(`baris ${lineOf('"sha256"')}`)
    expect(refusal.sentence).toContain('Tidak ada yang berubah')
  })

  it('when it was cut', async () => {
    const path = rewrite(body => body.split('\n').slice(0, 900).join('\n'))
    expect(await importRefusal(path)).toMatchObject({ facts: { reason: 'notJson', line: 900 } })
  })

  it('when somebody else signed it', async () => {
    const stranger = generateKeyPairSync('ed25519')
    const path = publisher.pack(pack => {
      pack.version = '1.1.0'
    }, stranger.privateKey)
    expect(await importRefusal(path)).toMatchObject({
      facts: { reason: 'unknownKey', line: lineOf('"key": ') },
    })
  })

  it('when a name stands twice', async () => {
    const path = rewrite(body => body.replace(' "language": "id",', ' "language": "id",\n "language": "id",'))
    expect(await importRefusal(path)).toMatchObject({
      facts: { reason: 'doubleKey', id: 'language', line: lineOf('"language"') + 1 },
    })
  })

  it.each<[string, (pack: LawPack) => void, string, string]>([
    [
      'a level is unknown',
      pack => Object.assign(pack.provisions[40] ?? {}, { sanctionLevel: 'luar biasa' }),
      'level',
      'luar biasa',
    ],
    [
      'two rulebooks hold on the same day',
      pack => Object.assign(pack.regulations[4] ?? {}, { effectiveFrom: '2021-08-30' }),
      'overlap',
      'effectiveTo',
    ],
    [
      'a successor does not exist',
      pack => Object.assign(pack.provisions[20] ?? {}, { successor: ['pp94-2021/0'] }),
      'reference',
      'pp94-2021/0',
    ],
  ])('when %s, although it is signed', async (_, change, reason, onThatLine) => {
    const path = publisher.pack(pack => {
      pack.version = '1.1.0'
      change(pack)
    })
    const refusal = await importRefusal(path)
    expect(refusal).toMatchObject({ code: 'law.packInvalid', facts: { reason } })
    expect(readFileSync(path, 'utf8').split('\n')[Number(refusal.facts.line) - 1]).toContain(onThatLine)
    expect(refusal.sentence).toContain(`baris ${refusal.facts.line}`)
    expect(await engine.call('law.listPacks', {})).toHaveLength(1)
  })

  it('when it is another pack, another text under a known number, or known already', async () => {
    const foreign = publisher.pack(pack => {
      pack.packId = 'lain'
    })
    expect(await importRefusal(foreign)).toMatchObject({
      facts: { reason: 'otherPack', id: 'lain', line: 2 },
    })
    expect(await importRefusal(version(VERSION))).toMatchObject({ facts: { reason: 'sameVersion', line: 3 } })
    expect(await importRefusal(version('0.9.0'))).toMatchObject({
      facts: { reason: 'olderVersion', line: 3 },
    })
    const same = await importRefusal(version(VERSION, OLD))
    expect(same).toMatchObject({ code: 'law.packKnown', facts: { version: VERSION } })
    expect(await engine.call('law.listPacks', {})).toHaveLength(1)
  })

  it('when it is no file, or far too large for one', async () => {
    expect(await importRefusal(engine.root)).toMatchObject({ code: 'files.unreadable' })
    const path = version('1.1.0')
    writeFileSync(path, Buffer.alloc(9 * 1024 * 1024, 32))
    expect(await importRefusal(path)).toMatchObject({ code: 'law.packTooLarge' })
  })
})

describe('a case', () => {
  it('keeps the law under which it was opened, in every text, while a new case takes the new one', async () => {
    engine.setClock(AFTERWARDS)
    const old = await readyCase(engine)
    const plenary = await decideCases(engine, [old.id])
    await engine.as('rina')
    const letter = await engine.call('letters.draft', {
      caseId: old.id,
      respondentId: old.respondents[0]?.id as never,
    })
    const before = await textsOf(old.id, plenary.id, letter.id)
    expect(JSON.stringify(before)).toContain(OLD)

    await engine.as('sari')
    await importFile(version('1.1.0'))
    await engine.as('rina')
    expect(await textsOf(old.id, plenary.id, letter.id)).toEqual(before)
    expect(JSON.stringify(before)).not.toContain(NEW)

    const fresh = await buildCase(engine)
    expect(fresh.lawPackVersion).toBe('1.1.0')
    const [finding] = await reviewedFindings(engine, fresh)
    expect(finding?.legalBasis).toContain(NEW)
    const counts = await engine.call('law.listPacks', {})
    expect(counts.map(pack => [pack.version, pack.cases])).toEqual([
      ['1.1.0', 1],
      [VERSION, 1],
    ])
  })

  it('is told by its own pack in the record of a person, beside a case under another one', async () => {
    engine.setClock(AFTERWARDS)
    const first = await readyCase(engine)
    await decideCases(engine, [first.id])
    const personId = first.respondents[0]?.personId as never
    const [told] = (await engine.call('persons.get', { personId })).earlier
    expect(told?.legalBasis).toContain(OLD)
    await engine.as('sari')
    await importFile(version('1.1.0'))
    await engine.as('rina')
    const again = (await engine.call('persons.get', { personId })).earlier.find(
      row => row.caseNumber === told?.caseNumber,
    )
    expect(again).toEqual(told)
  })

  it('is told by its own pack as a similar case of one under another', async () => {
    engine.setClock(AFTERWARDS)
    const first = await readyCase(engine, 2)
    await decideCases(engine, [first.id])
    await engine.as('sari')
    await importFile(version('1.1.0'))
    await engine.as('rina')
    const { id: caseId, respondents } = await buildCase(engine)
    const respondentId = respondents[0]?.id as never
    await engine.call('findings.add', { caseId, respondentId, provisionId: PROVISION as never })
    const similar = await engine.call('findings.similar', { respondentId })
    const other = first.respondents[1]?.id
    expect(similar.find(row => row.respondentId === other)).toMatchObject({ citation: OLD })
  })

  it('cannot be shown when its pack is missing, which is said by version', async () => {
    const file = await readyCase(engine)
    asDatabaseOwner(engine, db => {
      db.run({ text: "update cases set law_pack_version = '0.3.0'", values: [] } as never)
    })
    await engine.as('rina')
    await expect(engine.call('findings.listByCase', { caseId: file.id })).rejects.toMatchObject({
      code: 'law.packUnknown',
      facts: { version: '0.3.0' },
    })
    // The secretariat may bring a lower version that a case waits for.
    await engine.as('sari')
    await importFile(version('0.3.0'))
    await engine.as('rina')
    const [finding] = await engine.call('findings.listByCase', { caseId: file.id })
    expect(finding?.legalBasis).toContain(NEW)
    const session = engine.engine.session
    if (!session) throw new Error('locked')
    expect(lawOfCase(session.store.read, lawsOf(engine.engine, session), file.id).version).toBe('0.3.0')
  })
})

/** What the program says of a decided case, in the window, the minutes and the letter. */
async function textsOf(ofCase: string, ofPlenary: string, ofLetter: string) {
  const [caseId, plenaryId, letterId] = [ofCase as never, ofPlenary as never, ofLetter as never]
  const session = engine.engine.session
  if (!session) throw new Error('locked')
  const minutes = minutesOf(
    {
      db: session.store.read,
      laws: lawsOf(engine.engine, session),
      now: () => new Date(AFTERWARDS),
      resourcesDir: publisher.resourcesDir,
    } as never,
    plenaryId,
    null,
  )
  const { content } = (await engine.call('letters.get', { letterId })) as { content?: unknown }
  return {
    minutes,
    letter: content ?? (await engine.call('letters.get', { letterId })),
    findings: await engine.call('findings.listByCase', { caseId }),
    agenda: (await engine.call('plenaries.get', { plenaryId })).agenda,
  }
}

/** Closes the program and starts it again on the same store, with what its resources hold now. */
async function restart() {
  engine.engine.lock('closing')
  Object.assign(engine.engine, { law: loadLawPack(`${publisher.resourcesDir}/law/law-pack.json`) })
  await engine.raw('session.unlock', { signInName: 'sari', passphrase: PASSPHRASE })
}
