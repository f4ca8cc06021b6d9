import { describe, expect, it } from 'vitest'
import { ROLES } from '../../../../shared/contract/define.ts'
import { LETTER_STATES } from '../../../../shared/contract/letters.ts'
import { type LetterAct, type LetterStanding, letterRefusal } from './letters.rules.ts'

const ACTS: LetterAct[] = ['edit', 'submit', 'review', 'approve', 'finalise', 'sign']

/** Every combination of what decides. */
function* everyStanding(): Generator<LetterStanding> {
  for (const state of LETTER_STATES) {
    for (const role of ROLES) {
      for (const examineRefusal of [null, 'access.notAssigned']) {
        for (let bits = 0; bits < 8; bits += 1) {
          const [isAuthor, plenaryClosed, isSignatory] = [(bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0]
          yield { state, role, examineRefusal, isAuthor, plenaryClosed, isSignatory }
        }
      }
    }
  }
}

const allowed = (act: LetterAct) =>
  [...everyStanding()].filter(standing => letterRefusal(act, standing) === null)

describe('four eyes, over every standing', () => {
  it('an author reviews and approves nothing', () => {
    for (const act of ['review', 'approve'] as const) {
      expect(allowed(act).length).toBeGreaterThan(0)
      expect(allowed(act).some(standing => standing.isAuthor)).toBe(false)
    }
  })
  it('only the presider for whom it was prepared signs, after a closed plenary', () => {
    for (const standing of allowed('sign')) {
      expect(standing).toMatchObject({ state: 'finalised', plenaryClosed: true, isSignatory: true })
      expect(['chair', 'deputyChair']).toContain(standing.role)
    }
  })
  it('nothing at all is done to an issued letter, nor by the secretariat', () => {
    for (const act of ACTS) {
      expect(allowed(act).some(({ state, role }) => state === 'issued' || role === 'secretariat')).toBe(false)
    }
  })
  it('a number is given to an approved letter, or kept when the deputy takes over', () => {
    for (const { state, role, plenaryClosed } of allowed('finalise')) {
      expect(plenaryClosed).toBe(true)
      if (state !== 'approved')
        expect([state, role === 'chair' || role === 'deputyChair']).toEqual(['finalised', true])
    }
  })
  it('only assistants on the case write', () => {
    for (const act of ['edit', 'submit'] as const) {
      for (const { role, examineRefusal, state } of allowed(act)) {
        expect([role, examineRefusal]).toEqual(['assistant', null])
        expect(['draft', 'returned']).toContain(state)
      }
    }
  })
})
