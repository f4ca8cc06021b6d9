import { describe, expect, it } from 'vitest'
import type { LetterStep } from '../../../shared/contract/letters.ts'
import { chainOf, remarkOf } from './letter-chain.ts'

const step = (name: LetterStep['step'], by: string, comment = ''): LetterStep => ({
  step: name,
  by,
  at: '2020-11-18T02:00:00.000Z' as LetterStep['at'],
  comment,
})

describe('the chain of a letter', () => {
  it('waits for its writer first', () => {
    const chain = chainOf({ state: 'draft', steps: [step('drafted', 'Rina')] })
    expect(chain.map(({ state }) => state)).toEqual(['next', 'waiting', 'waiting', 'waiting', 'waiting'])
    expect(chain[0]?.step?.by).toBe('Rina')
  })

  it('forgets a review that a return has undone', () => {
    const steps = [
      step('drafted', 'Rina'),
      step('submitted', 'Rina'),
      step('reviewed', 'Arman', 'baik'),
      step('returned', 'Laksmi', 'Perbaiki alamat.'),
    ]
    const chain = chainOf({ state: 'returned', steps })
    expect(chain[1]).toEqual({ stage: 'reviewed', state: 'waiting', step: null })
    expect(remarkOf({ state: 'returned', steps })?.comment).toBe('Perbaiki alamat.')
  })

  it('is whole once the letter is issued', () => {
    const steps = (['drafted', 'submitted', 'reviewed', 'approved', 'finalised', 'signed'] as const).map(
      name => step(name, 'Seseorang'),
    )
    const chain = chainOf({ state: 'issued', steps })
    expect(chain.every(({ state, step: done }) => state === 'done' && done !== null)).toBe(true)
    expect(remarkOf({ state: 'issued', steps })).toBeNull()
  })
})
