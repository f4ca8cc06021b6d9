import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
  await engine.as('sari')
})
afterAll(() => engine.close())

const found = (query: string, limit = 10) => engine.call('law.search', { query, limit })

describe('finding the law by citation', () => {
  it.each([
    ['pasal 4 angka 12', 'pp53-2010/4/12/a'],
    ['psl 4 angka 12', 'pp53-2010/4/12/a'],
    ['pp 94 2021 5 n', 'pp94-2021/5/n/1'],
    ['pp94/2021 ps 5n2', 'pp94-2021/5/n/2'],
    ['PP 94/2021 Pasal 5 huruf n angka 6', 'pp94-2021/5/n/6'],
    ['pp53 4 15 d', 'pp53-2010/4/15/d'],
    ['53/2010', 'pp53-2010'],
    ['uu 20 2023', 'uu20-2023'],
  ])('%s', async (query, id) => {
    expect((await found(query))[0]).toMatchObject({ id })
  })

  it('finds every provision by its own regulation and citation', async () => {
    const { provisions } = await engine.call('law.contents', {})
    for (const { id, regulation, citation } of provisions) {
      const hits = await found(`${regulation} ${citation}`)
      expect(
        hits.map(hit => hit.id),
        `${regulation} ${citation}`,
      ).toContain(id)
    }
  })

  it('finds by words of the text, and gives no more than was asked for', async () => {
    const hits = await found('atribut partai', 2)
    expect(hits).toHaveLength(2)
    expect(hits.some(hit => hit.id === 'pp94-2021/5/n/2')).toBe(true)
    expect((await found('atribut partai', 200)).length).toBeGreaterThan(2)
  })

  it.each(['zz9zz', '9999', 'pasal pasal pasal 9999', '((', '٤٤'])('finds nothing for %j', async query => {
    expect(await found(query)).toEqual([])
  })

  it.each([0, 201, 1.5])('refuses a limit of %d', async limit => {
    await expect(engine.raw('law.search', { query: 'pasal', limit })).rejects.toMatchObject({
      code: 'input.invalid',
    })
  })
})
