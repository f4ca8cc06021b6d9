import { describe, expect, it } from 'vitest'
import type { ExhibitLink, Place } from '../../../shared/contract/findings.ts'
import { NO_PLACE } from './marks.ts'
import { linksInReach, nextStance } from './use-coding.ts'

const link = (stance: 'supports' | 'contradicts', place: Place = NO_PLACE) =>
  ({ stance, place }) as ExhibitLink
const second: Place = { ...NO_PLACE, second: 12 }

describe('the key of an element', () => {
  it('goes round: not tied, supports, contradicts, not tied', () => {
    expect(nextStance([])).toBe('supports')
    expect(nextStance([link('supports')])).toBe('contradicts')
    expect(nextStance([link('contradicts')])).toBe('none')
  })

  it('adds a new place beside the old ones, and changes an old place alone', () => {
    const links = [link('supports'), link('supports', second)]
    expect(linksInReach(links, { ...NO_PLACE, second: 13 })).toEqual([])
    expect(linksInReach(links, { ...second })).toEqual([links[1]])
    expect(linksInReach(links, null)).toEqual(links)
  })
})
