import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../main/engine/audit-chain/verify-chain.ts'
import { createEngineState } from '../../main/engine/engine-state.ts'
import { refreshStage } from '../../main/engine/features/cases/index.ts'
import { loadLawPack } from '../../main/engine/law/index.ts'
import { type SeededStore, seedStore } from '../../main/engine/seed/seed-store.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { STAGES } from '../../shared/contract/cases.ts'
import { parseNip } from '../../shared/nip.ts'

const resourcesDir = join(import.meta.dirname, '..', '..', 'resources')
const law = loadLawPack(join(resourcesDir, 'law', 'law-pack.json'))
const CASES = 240
let root: string
const stores: SeededStore[] = []

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'adjudikasn-seed-'))
  const kdfCost = { memoryKib: 8192, passes: 1 }
  const start = { resourcesDir, deviceName: 'LAPTOP-UJI', appVersion: '0', tempDir: root, kdfCost }
  for (const name of ['one', 'two']) {
    const engine = createEngineState(start, law, { publish: () => undefined, locked: () => undefined })
    stores.push(await seedStore(engine, { directory: join(root, name), cases: CASES }))
  }
})
afterAll(() => {
  for (const { session } of stores) session.store.close()
  rmSync(root, { recursive: true, force: true })
})

const rows = <Row>(query: ReturnType<typeof sql>, n = 0) =>
  stores[n]?.session.store.read.all<Row>(query) ?? []
const values = (query: ReturnType<typeof sql>, n = 0) =>
  rows<{ v: string | number }>(query, n)
    .map(row => row.v)
    .sort()

describe('a seeded docket', () => {
  it('has every stage, form of violation and province, and reports on several persons', () => {
    expect(values(sql`select count(*) as v from cases`)).toEqual([CASES])
    expect(values(sql`select distinct stage as v from cases`)).toEqual([...STAGES].sort())
    const forms = law.violationForms.map(form => form.id).sort()
    expect(values(sql`select distinct violation_form as v from reports`)).toEqual(forms)
    const provinces = law.reference.provinces.map(entry => entry.code).sort()
    expect(values(sql`select distinct province_code as v from reports`)).toEqual(provinces)
    expect(values(sql`select max(ordinal) as v from respondents`)[0]).toBeGreaterThan(3)
    expect(
      values(sql`select count(*) as v from reports where id not in (select report_id from cases)`),
    ).not.toEqual([0])
    expect(values(sql`select min(received_on) as v from reports`)[0]).toBe('2018-01-02')
    expect(String(values(sql`select max(received_on) as v from reports`)[0])).toMatch(/^2024-12/)
  })

  it('is the same each time, ids too', () => {
    for (const query of [
      sql`select id || register_number || narrative as v from reports`,
      sql`select id || nip || name as v from persons`,
      sql`select id || rulebook || stage as v from cases`,
      sql`select respondent_id || next_step || coalesce(due_on, '') as v from case_respondents`,
      sql`select title || detail as v from search_index`,
    ]) {
      expect(values(query, 1)).toEqual(values(query, 0))
    }
  })

  it('stands where its facts say: working out every stage anew changes nothing', () => {
    const standing = sql`select case_id || respondent_id || stage || next_step as v from case_respondents`
    const before = values(standing, 1)
    const stages = values(sql`select id || stage as v from cases`, 1)
    stores[1]?.session.store.transaction(db => {
      for (const { id } of db.all<{ id: string }>(sql`select id from cases`)) {
        refreshStage(db, id, new Date('2024-12-31T05:00:00Z'))
      }
    })
    expect(values(standing, 1)).toEqual(before)
    expect(values(sql`select id || stage as v from cases`, 1)).toEqual(stages)
  })

  it('proves nothing without an exhibit, and its exhibits open and fit their hash', async () => {
    expect(
      values(sql`select count(*) as v from findings f join element_assessments e on e.finding_id = f.id
        where f.conclusion = 'proven' and not exists (select 1 from exhibit_links l where l.finding_id = f.id
          and l.element_id = e.element_id and l.stance = 'supports')`),
    ).toEqual([0])
    const exhibits = rows<{ blobId: string; sha256: string }>(
      sql`select blob_id as blobId, sha256 from exhibits limit 40`,
    )
    expect(exhibits.length).toBeGreaterThan(20)
    for (const { blobId, sha256 } of exhibits) {
      expect(await stores[0]?.session.vault.verify(blobId, sha256)).toBe('intact')
    }
  })

  it('keeps the audit chain whole, foreign keys sound and numbers going on', () => {
    const { session } = stores[0] ?? {}
    expect(session && verifyChain(session.store.read, null).ok).toBe(true)
    expect(rows({ ...sql``, text: 'pragma foreign_key_check' })).toEqual([])
    expect(
      values(sql`select count(*) as v from number_sequences s where kind = 'case' and last_number <>
        (select count(*) from cases where substr(opened_at, 1, 4) = cast(s.year as text))`),
    ).toEqual([0])
  })

  it('has only NIPs that the program itself would accept', () => {
    const bad = values(sql`select nip as v from persons`).filter(
      nip => parseNip(String(nip)).kind === 'invalid',
    )
    expect(bad).toEqual([])
  })
})
