import { describe, expect, it } from 'vitest'
import { historySentence, narratedMethods } from './history.ts'

const methods = [...narratedMethods]

describe('the readable history', () => {
  it('leaves no gap where facts are missing', () => {
    for (const method of methods) {
      const none: Parameters<typeof historySentence>[1] = {}
      for (const facts of [none, { stance: 'supports', checked: 3, refused: 2, sanction: null }]) {
        const sentence = historySentence(method, facts, '')
        expect(sentence).not.toMatch(/undefined|null|NaN|[{}[\]]| {2}|[ :;,]$|\(\)/)
        expect(sentence).not.toContain(method)
      }
    }
  })

  it('shows no id and no code', () => {
    const id = '0f5c2a34-8a51-4d0e-9c1f-2f6c0f0a1b2c'
    for (const method of methods) {
      const facts = { outcome: 'strange', state: 'strange', kind: 'strange', integrity: 'strange' }
      expect(historySentence(method, facts, id)).not.toMatch(/0f5c2a34|strange/)
    }
    expect(historySentence('session.unknownCall', {}, id)).not.toMatch(/session|0f5c2a34/)
  })

  it('says who, what and how in one clause', () => {
    expect(historySentence('evidence.open', { integrity: 'intact' }, 'P-4')).toBe(
      'membuka bukti P-4; sidik cocok',
    )
    const vote = { number: '1/2020', outcome: 'proven', proven: 4, notProven: 1, deferred: 0 }
    expect(historySentence('plenaries.closeVotes', vote, 'Dewi Umpama')).toBe(
      'menutup pemungutan suara untuk Dewi Umpama: terbukti (4 terbukti, 1 tidak terbukti, 0 tunda)',
    )
    expect(historySentence('findings.assess', { element: 'Perbuatan', state: 'proven' }, '')).toBe(
      'menilai unsur “Perbuatan”: terbukti',
    )
    const checked = { checked: 5, changed: 2, numbers: 'P-1, P-3' }
    expect(historySentence('evidence.verify', checked, '')).toBe(
      'memeriksa ulang sidik 5 bukti; tidak utuh: P-1, P-3',
    )
  })
})
