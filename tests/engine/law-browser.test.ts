import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

describe('reading the law', () => {
  it('is open to every role, and to nobody while locked', async () => {
    for (const name of ['sari', 'rina', 'laksmi', 'bakti', 'ningsih']) {
      await engine.as(name)
      const contents = await engine.call('law.contents', {})
      expect(contents.provisions).toHaveLength(112)
      expect(contents.versions).toEqual([contents.version])
    }
    await engine.call('session.lock', {})
    await expect(engine.call('law.contents', {})).rejects.toMatchObject({ code: 'session.locked' })
    await engine.as('rina')
  })

  it('shows a provision with its chain, its band by name and where it came from and went', async () => {
    const shown = await engine.call('law.provision', { provisionId: 'pp53-2010/4/15/d' })
    expect(shown).toMatchObject({
      regulation: 'PP 53/2010',
      levels: ['sedang'],
      neutrality: true,
      needsHumanCheck: false,
      basis: { short: 'Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9' },
      inForce: { from: '2010-06-06', to: '2021-08-30' },
    })
    expect(shown.elementList.length).toBe(shown.elements)
    expect(shown.sanctions.map(entry => entry.citation)).toEqual([
      'Pasal 7 ayat (3) huruf a',
      'Pasal 7 ayat (3) huruf b',
      'Pasal 7 ayat (3) huruf c',
    ])
    expect(shown.successor.map(entry => entry.id)).toContain('pp94-2021/5/n/6')
    const next = await engine.call('law.provision', { provisionId: 'pp94-2021/5/n/6' })
    expect(next.predecessor.map(entry => entry.id)).toContain('pp53-2010/4/15/d')
  })

  it('says where a level borrows its sanctions and where there is none', async () => {
    const borrowing = await engine.call('law.provision', { provisionId: 'pp94-2021/5/n/2' })
    expect(borrowing.borrowed).toMatchObject([{ level: 'sedang', regulation: 'PP 53/2010' }])
    const without = await engine.call('law.provision', { provisionId: 'pp94-2021/5/n/1' })
    expect(without.levels).toEqual([])
    expect(without.sanctions).toEqual([])
  })

  it('shows every provision of the pack', async () => {
    const { provisions } = await engine.call('law.contents', {})
    for (const { id } of provisions) {
      expect((await engine.call('law.provision', { provisionId: id })).id).toBe(id)
    }
  })

  it('names the provisions that a form suggests by stage, rulebook and kind of election', async () => {
    const { forms } = await engine.call('law.contents', {})
    const likes = forms.find(form => form.id === 'medsos-reaksi')
    expect(likes?.stages).toContainEqual(
      expect.objectContaining({ stage: 'calon', rulebook: 'PP 53/2010', scope: 'kepala-daerah' }),
    )
    expect(likes?.stages[0]).toMatchObject({ stage: 'bakalCalon', rulebook: null })
  })

  it('refuses what it does not have', async () => {
    const unknown = engine.call('law.provision', { provisionId: 'pp1/1' })
    await expect(unknown).rejects.toMatchObject({ code: 'law.unknownProvision' })
    const version = engine.call('law.contents', { version: '7.7.7' })
    await expect(version).rejects.toMatchObject({ code: 'law.packUnknown', facts: { version: '7.7.7' } })
    await expect(engine.raw('law.contents', { version: "1' or 1" })).rejects.toMatchObject({
      code: 'input.invalid',
    })
  })
})

describe('searching the law', () => {
  const titles = async (query: string) => (await engine.call('law.search', { query })).map(hit => hit.id)

  it('folds affixes', async () => {
    const [plain, affixed] = [await titles('dukung'), await titles('dukungan')]
    expect(plain.length).toBeGreaterThan(5)
    expect(affixed.length).toBeGreaterThan(5)
    expect((await titles('mendukung')).sort()).toEqual(affixed.sort())
  })

  it('finds a citation and does not take 4 for 42', async () => {
    const [first] = await engine.call('law.search', { query: 'Pasal 4 angka 15 huruf d' })
    expect(first).toMatchObject({ kind: 'provision', id: 'pp53-2010/4/15/d' })
    const hits = await engine.call('law.search', { query: 'pasal 42' })
    expect(
      hits.every(
        hit => /\b42\b/.test(`${hit.title} ${hit.place} ${hit.excerpt}`) || hit.kind !== 'provision',
      ),
    ).toBe(true)
  })

  it('finds elections, sanctions, steps, forms, rules and warnings', async () => {
    const kinds = new Set<string>()
    for (const query of [
      'pilkada',
      'penurunan pangkat',
      'banding',
      'spanduk',
      'terberat',
      'tanggal perbuatan',
      'presiden',
    ]) {
      for (const hit of await engine.call('law.search', { query })) kinds.add(hit.kind)
    }
    for (const kind of ['election', 'sanction', 'procedure', 'form', 'concurrence', 'warning', 'authority']) {
      expect([...kinds]).toContain(kind)
    }
  })

  it('finds nothing for nothing, and takes operators as words', async () => {
    expect(await titles('   ')).toEqual([])
    expect(await titles('"*" OR stems:')).toEqual([])
    expect(await titles('zzzz')).toEqual([])
    await expect(engine.raw('law.search', { query: 'x'.repeat(201) })).rejects.toMatchObject({
      code: 'input.invalid',
    })
  })
})
