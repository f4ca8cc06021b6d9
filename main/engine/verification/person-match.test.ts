import { expect, test } from 'vitest'
import { isNamedPerson } from './person-match.ts'

test.each([
  ['Bakti Semoga', 'Dr. Bakti Semoga, S.H., M.H.', true],
  ['BAKTI  SEMOGA', 'Bakti Semoga', true],
  ['Bakti Semoga, S.H.', 'Prof. Dr. Bakti Semoga', true],
  ['Sukarno', 'Sukarno', true],
  ['Bakti', 'Bakti Semoga', false],
  ['Semoga Bakti', 'Bakti Semoga', false],
  ['', 'Bakti Semoga', false],
  [', S.H.', ', S.H.', false],
])('compares the name "%s" with "%s": %s', (subjectName, name, expected) => {
  expect(isNamedPerson({ subjectName, serialNumber: '' }, { name, nip: null })).toBe(expected)
})

test('lets the number decide when both have one', () => {
  const nip = '197001012000011001'
  expect(isNamedPerson({ subjectName: 'X', serialNumber: '19700101 200001 1 001' }, { name: 'Y', nip })).toBe(
    true,
  )
  expect(isNamedPerson({ subjectName: 'Y', serialNumber: '1' }, { name: 'Y', nip })).toBe(false)
  expect(isNamedPerson({ subjectName: 'Y', serialNumber: '1' }, { name: 'Y', nip: null })).toBe(true)
})
