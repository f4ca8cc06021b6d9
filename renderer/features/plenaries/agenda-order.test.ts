import { expect, it } from 'vitest'
import type { AgendaItem, Plenary } from '../../../shared/contract/plenaries.ts'
import {
  type AgendaElement,
  bandOf,
  contestedFirst,
  firstTurn,
  isComplete,
  moved,
  openPrompts,
  shortNumbers,
  turnsOf,
  waitingFor,
} from './agenda-order.ts'

const person = (respondentId: string, vote: unknown = null, findings: unknown[] = [{}]) =>
  ({ respondentId, vote, findings }) as unknown as AgendaItem['persons'][number]
const meeting = (persons: AgendaItem['persons'], recused: string[] = []) =>
  ({
    members: ['a', 'b', 'c'].map(accountId => ({ accountId, present: accountId !== 'c' })),
    agenda: [{ persons, recusals: recused.map(accountId => ({ accountId })) }],
  }) as unknown as Plenary
const element = (label: string, state: string, contrary: string[] = []) =>
  ({ label, state, contrary }) as AgendaElement

it('begins where the vote is under way, else at the first person not voted on', () => {
  const closed = { state: 'closed', ballots: [] }
  const some = [person('1', closed), person('2', null, []), person('3'), person('4')]
  expect(firstTurn(turnsOf(meeting(some)))?.person.respondentId).toBe('3')
  const voting = [...some, person('5', { state: 'open', ballots: [] })]
  expect(firstTurn(turnsOf(meeting(voting)))?.person.respondentId).toBe('5')
  expect(firstTurn([])).toBeUndefined()
})

it('puts what is debated first and keeps the numbers of the provision', () => {
  const order = contestedFirst([
    element('a', 'proven'),
    element('b', 'insufficient'),
    element('c', 'proven', ['T-1']),
  ])
  expect(order.map(entry => entry.number)).toEqual([2, 3, 1])
})

it('waits only for members who are there, may vote and have not', () => {
  const vote = { state: 'open', ballots: [{ accountId: 'a', cast: true }] }
  const plenary = meeting([person('1', vote)], [])
  const turn = turnsOf(plenary)[0]
  expect(turn && waitingFor(plenary, turn).map(member => member.accountId)).toEqual(['b'])
  const recused = meeting([person('1', vote)], ['b'])
  const other = turnsOf(recused)[0]
  expect(other && waitingFor(recused, other)).toEqual([])
})

it('offers the sanctions of proven findings alone, each once', () => {
  const sanctions = [{ id: 's', name: 'x' }]
  const finding = (conclusion: string) => ({ conclusion, sanctions }) as never
  expect(bandOf([finding('proven'), finding('proven'), finding('notProven')])).toEqual(sanctions)
  expect(bandOf([finding('notProven')])).toEqual([])
})

it('takes an annulled vote for one that is still to come', () => {
  const some = [person('1', { state: 'annulled', ballots: [] }), person('2')]
  expect(firstTurn(turnsOf(meeting(some)))?.person.respondentId).toBe('1')
})

it('moves a case one step and never past an end', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b'])
})

it('shortens case numbers only when nothing is lost by it', () => {
  expect([...shortNumbers(['0001/NT/2026', '0002/NT/2026']).values()]).toEqual(['0001', '0002'])
  expect([...shortNumbers(['0001/NT/2026', '0001/NT/2027']).values()]).toEqual([
    '0001/NT/2026',
    '0001/NT/2027',
  ])
  expect([...shortNumbers(['7', '8']).values()]).toEqual(['7', '8'])
})

it('waits for the answers of members who are here alone', () => {
  const plenary = meeting([])
  const prompt = (accountId: string, answer: unknown) => ({ accountId, answer })
  const item = { recusalPrompts: [prompt('a', null), prompt('b', {}), prompt('c', null)] } as never
  expect(openPrompts(plenary, item).map(row => row.accountId)).toEqual(['a'])
})

it('opens no vote before every ballot that is waited for is sealed', () => {
  const vote = (state: string, castCount: number, expectedCount: number) =>
    person('1', { state, castCount, expectedCount })
  expect(isComplete(vote('open', 6, 6))).toBe(true)
  expect(isComplete(vote('open', 5, 6))).toBe(false)
  expect(isComplete(vote('open', 0, 0))).toBe(false)
  expect(isComplete(vote('closed', 6, 6))).toBe(false)
  expect(isComplete(person('1'))).toBe(false)
})
