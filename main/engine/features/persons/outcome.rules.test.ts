import { describe, expect, it } from 'vitest'
import { outcomeOf, sanctionIdOf } from './outcome.rules.ts'

const none = { decided: null, letterState: null, closedKind: null, imposedSanctionId: null } as const
const proven = { ...none, decided: 'proven' } as const

describe('what may be said of an earlier case', () => {
  it('calls nobody proven before the plenary decided', () => {
    expect(outcomeOf(none)).toBe('alleged')
    expect(outcomeOf({ ...none, letterState: 'issued', closedKind: 'sanctionDecision' })).toBe('alleged')
  })

  it('tells proven, recommended and sanctioned apart', () => {
    expect(outcomeOf(proven)).toBe('proven')
    expect(outcomeOf({ ...proven, letterState: 'finalised' })).toBe('proven')
    expect(outcomeOf({ ...proven, letterState: 'issued' })).toBe('recommended')
    const closed = { ...proven, letterState: 'issued', closedKind: 'sanctionDecision' }
    expect(outcomeOf({ ...closed, imposedSanctionId: 'x' })).toBe('sanctioned')
    expect(outcomeOf({ ...closed, closedKind: 'noSanctionDecision' })).toBe('recommended')
  })

  it('names the imposed sanction only when one was imposed', () => {
    const ids = { decidedSanctionId: 'recommended', imposedSanctionId: 'imposed' }
    expect(sanctionIdOf('sanctioned', ids)).toBe('imposed')
    expect(sanctionIdOf('recommended', ids)).toBe('recommended')
    expect(sanctionIdOf('alleged', ids)).toBeNull()
    expect(sanctionIdOf('notProven', ids)).toBeNull()
  })
})
