import { describe, expect, it } from 'vitest'
import { fitsKind } from './assignment.rules.ts'

describe('who may be assigned as what', () => {
  it('assistants gather, any examiner reviews, deciders decide, the secretariat does none of it', () => {
    expect(fitsKind('assistant', 'assistant')).toBe(true)
    expect(fitsKind('commissioner', 'assistant')).toBe(false)
    expect(fitsKind('assistant', 'reviewer')).toBe(true)
    expect(fitsKind('assistant', 'commissioner')).toBe(false)
    expect(fitsKind('chair', 'commissioner')).toBe(true)
    for (const kind of ['assistant', 'reviewer', 'commissioner'] as const) {
      expect(fitsKind('secretariat', kind)).toBe(false)
    }
  })
})
