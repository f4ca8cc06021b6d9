import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { randomSecret } from '../../main/engine/keys/secret-bytes.ts'
import { bandOf } from '../../main/engine/law/index.ts'
import { createRandom } from '../../main/engine/seed/random.ts'
import { migrations } from '../../main/engine/store/migrations/index.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { createStore, openStore, type Store } from '../../main/engine/store/store.ts'
import type { LawPack } from '../../shared/law-pack.ts'
import { putRow } from '../helpers/put-row.ts'
import { raw } from '../helpers/sealed-vote.ts'
import { tempDirectory } from './store-kit.ts'

const key = randomSecret(32)
const upTo = (number: number) => migrations.filter(step => step.number <= number)
const shippedText = readFileSync(join(import.meta.dirname, '../../resources/law/law-pack.json'), 'utf8')
const shipped = JSON.parse(shippedText) as LawPack

async function newStore(steps = migrations) {
  const store = await createStore({ directory: join(tempDirectory(), 'store'), key, migrations: steps })
  store.transaction(db => putRow(db, 'accounts', { id: 'a1', sign_in_name: 'sari', role: 'secretariat' }))
  return store
}

/** A pack is put in as a file brings it; what the reader of packs checks is not this test's matter. */
function takeIn(store: Store, text: string, version: string, packId = 'netralitas-asn') {
  store.transaction(db =>
    db.run(sql`insert into law_packs (pack_id, version, text, sha256, signer, imported_at, imported_by, source)
      values (${packId}, ${version}, ${text}, ${'0'.repeat(64)}, ${'0'.repeat(64)}, '', 'a1', 'file')`),
  )
}

const bandsIn = (store: Store, version: string) =>
  store.read
    .all<{ row: string }>(
      sql`select provision_id || ' ' || sanction_id || ' ' || level as row from law_pack_bands
        where version = ${version}`,
    )
    .map(({ row }) => row)
    .sort()

const bandsOf = (pack: LawPack) =>
  [
    ...new Set(
      pack.provisions.flatMap(entry =>
        bandOf(entry, pack).sanctions.map(kind => `${entry.id} ${kind.id} ${kind.level}`),
      ),
    ),
  ].sort()

/** A pack whose bands are turned about: levels, bases, lent and dismissed kinds, sanctions not usable yet. */
function turned(seed: number): LawPack {
  const random = createRandom(seed)
  const pack = structuredClone(shipped) as unknown as Turned
  const levels = ['moral', 'ringan', 'sedang', 'berat', 'pemberhentian']
  const ids = pack.regulations.map(entry => entry.id)
  for (const entry of pack.provisions) {
    if (random.chance(0.2)) entry.regulation = random.pick(ids)
    if (random.chance(0.3)) entry.sanctionLevel = random.pick([...levels, null])
    if (random.chance(0.4)) {
      const parts = [
        random.pick(pack.provisions).sanctionBasis,
        random.pick(pack.sanctions).citation,
        'Pasal lain',
      ]
      entry.sanctionBasis = random.pick([parts.join(' jo. '), parts.join('; '), `"Umum"; ${parts[1]}`, null])
    }
    if (random.chance(0.2)) delete entry.sanctionTiers
    if (random.chance(0.2))
      entry.sanctionTiers = [{ level: random.pick(levels) }, { level: random.pick(levels) }]
  }
  for (const entry of pack.sanctions) {
    if (random.chance(0.2)) entry.applicable = random.chance(0.5)
    if (random.chance(0.2)) entry.level = random.pick(levels)
    if (random.chance(0.2)) entry.citation = `${random.pick(pack.regulations).number} ${entry.citation}`
  }
  const { machine } = pack.rulebookSelection
  if (random.chance(0.3)) machine.disciplineRulebooks = [random.pick(ids)]
  if (random.chance(0.3)) machine.borrowedSanctions = []
  return pack as unknown as LawPack
}

type Turned = {
  regulations: { id: string; number: string }[]
  provisions: {
    regulation: string
    sanctionLevel: string | null
    sanctionBasis: string | null
    sanctionTiers?: { level: string }[]
  }[]
  sanctions: { level: string; citation: string; applicable?: boolean }[]
  rulebookSelection: { machine: { disciplineRulebooks: string[]; borrowedSanctions: unknown[] } }
}

describe('the law as the store reads it', () => {
  it('has the elements, sanctions and bands that the program finds in the pack', async () => {
    const store = await newStore()
    takeIn(store, shippedText, '1.0.0')
    expect(bandsOf(shipped).length).toBeGreaterThan(200)
    expect(bandsIn(store, '1.0.0')).toEqual(bandsOf(shipped))
    const elements = store.read.all<{ id: string }>(
      sql`select provision_id || ' ' || element_id as id from law_pack_elements order by id`,
    )
    const known = shipped.provisions.flatMap(entry =>
      entry.elements.map(element => `${entry.id} ${element.id}`),
    )
    expect(elements.map(row => row.id).sort()).toEqual(known.sort())
    const kinds = store.read.all<{ id: string }>(sql`select sanction_id as id from law_pack_sanctions`)
    expect(kinds.map(row => row.id).sort()).toEqual(shipped.sanctions.map(entry => entry.id).sort())
    store.close()
  })

  it('has the same bands as the program for packs that say something else', async () => {
    const store = await newStore()
    for (let seed = 1; seed <= 25; seed += 1) {
      const pack = turned(seed)
      takeIn(store, JSON.stringify(pack), `9.${seed}`)
      expect(bandsIn(store, `9.${seed}`), `seed ${seed}`).toEqual(bandsOf(pack))
    }
    store.close()
  })

  it('is read once, from the signed text, and by nobody else', async () => {
    const store = await newStore()
    takeIn(store, shippedText, '1.0.0')
    const write = (text: string) => () => store.transaction(db => db.run(raw(text)))
    for (const text of [
      `insert into law_pack_bands values ('1.0.0', 'pp53-2010/4/15/d', 'pp53-2010/7/4/e', 'berat')`,
      `insert into law_pack_bands values ('7', 'pp53-2010/4/15/d', 'pp53-2010/7/4/e', 'berat')`,
      `insert or replace into law_packs_read values ('1.0.0')`,
      `insert into law_packs_read values ('7')`,
      `insert into law_pack_elements values ('1.0.0', 'pp53-2010/4/15/d', 'lain')`,
      `insert into law_pack_sanctions values ('1.0.0', 'denda')`,
      `update law_pack_bands set sanction_id = 'pp53-2010/7/4/e'`,
      `delete from law_pack_elements`,
      `delete from law_packs_read`,
      `delete from law_pack_sanctions`,
    ]) {
      expect(write(text), text).toThrow(/the law is read|what a law says/)
    }
    // Another pack under a known number would widen the bands of cases that name the number alone.
    expect(() => takeIn(store, shippedText, '1.0.0', 'lain')).toThrow('a version names one law')
    // What is no JSON says nothing.
    takeIn(store, 'bukan json', '8')
    expect(bandsIn(store, '8')).toEqual([])
    store.close()
  })

  it('is read when a store of an older program is opened', async () => {
    const store = await newStore(upTo(180))
    takeIn(store, shippedText, '1.0.0')
    takeIn(store, '{', '0.1.0')
    store.close()
    const opened = await openStore({ directory: store.directory, key, migrations })
    expect(bandsIn(opened, '1.0.0')).toEqual(bandsOf(shipped))
    expect(bandsIn(opened, '0.1.0')).toEqual([])
    takeIn(opened, shippedText, '1.1.0')
    expect(bandsIn(opened, '1.1.0')).toEqual(bandsOf(shipped))
    opened.close()
  })
})
