import { describe, expect, it } from 'vitest'
import type { Exhibit } from '../../../shared/contract/evidence.ts'
import { exhibitState, nextToOpen } from './exhibit-state.ts'

const exhibit = (id: string, parts: Partial<Exhibit> = {}): Exhibit =>
  ({ id, kind: 'image', integrity: 'intact', openedByMe: false, ...parts }) as Exhibit

describe('the state of an exhibit', () => {
  it('says first what needs eyes: changed before damaged before coded', () => {
    const opened = { openedByMe: true }
    expect(exhibitState(exhibit('a', { ...opened, integrity: 'changed', kind: 'damaged' }), true).label).toBe(
      'Berubah setelah disegel',
    )
    expect(exhibitState(exhibit('a', { ...opened, kind: 'damaged' }), true).label).toBe('Berkas rusak')
    expect(exhibitState(exhibit('a', opened), true).label).toBe('Dinilai')
    expect(exhibitState(exhibit('a', opened), false).label).toBe('Dibuka, belum dinilai')
    expect(exhibitState(exhibit('a'), true).label).toBe('Belum dibuka')
  })
})

describe('the exhibit after this one', () => {
  const list = [
    exhibit('a'),
    exhibit('b', { openedByMe: true }),
    exhibit('c', { integrity: 'changed' }),
    exhibit('d'),
  ]
  it('is the next unopened one, going round, past changed ones', () => {
    expect(nextToOpen(list, 'b')?.id).toBe('d')
    expect(nextToOpen(list, 'd')?.id).toBe('a')
  })
  it('is simply the next when all are opened, and nothing at the end', () => {
    const opened = list.map(one => ({ ...one, openedByMe: true }))
    expect(nextToOpen(opened, 'a')?.id).toBe('b')
    expect(nextToOpen(opened, 'd')).toBeNull()
  })
})
