import type { AgendaItem, Plenary } from '../../../shared/contract/plenaries.ts'

export type AgendaPerson = AgendaItem['persons'][number]
export type AgendaFinding = AgendaPerson['findings'][number]
export type AgendaElement = AgendaFinding['elements'][number]

/** One person of one case, as the meeting takes them up one after the other. */
export type Turn = { item: AgendaItem; person: AgendaPerson; nth: number }

/** All persons of the agenda in the order of the cases. */
export function turnsOf({ agenda }: Pick<Plenary, 'agenda'>): Turn[] {
  return agenda.flatMap(item => item.persons.map((person, index) => ({ item, person, nth: index + 1 })))
}

/** Where the meeting stands: the vote under way, else the first person without a vote, else the first. */
export function firstTurn(turns: readonly Turn[]): Turn | undefined {
  return (
    turns.find(({ person }) => person.vote?.state === 'open') ??
    turns.find(({ person }) => standingOf(person) === 'waiting' && person.findings.length > 0) ??
    turns[0]
  )
}

export type Standing = 'waiting' | 'voting' | 'proven' | 'notProven' | 'deferred'

export function standingOf({ vote }: AgendaPerson): Standing {
  if (!vote || vote.state === 'annulled') return 'waiting'
  return vote.decision?.outcome ?? 'voting'
}

/** An element is debated while it is not plainly proven, or while an exhibit speaks against it. */
export const isDebated = ({ state, contrary }: Pick<AgendaElement, 'state' | 'contrary'>): boolean =>
  state !== 'proven' || contrary.length > 0

/** The debated elements first, each with its number in the provision. */
export function contestedFirst(elements: readonly AgendaElement[]): (AgendaElement & { number: number })[] {
  const numbered = elements.map((element, index) => ({ ...element, number: index + 1 }))
  return [...numbered.filter(isDebated), ...numbered.filter(element => !isDebated(element))]
}

/** Sanctions of the band of every proven finding, each once. */
export function bandOf(findings: readonly AgendaFinding[]): { id: string; name: string }[] {
  const all = findings
    .filter(finding => finding.conclusion === 'proven')
    .flatMap(finding => finding.sanctions)
  return [...new Map(all.map(sanction => [sanction.id, sanction])).values()]
}

/** Members whose ballot the vote still waits for. */
export function waitingFor(plenary: Plenary, { item, person }: Turn): Plenary['members'] {
  const recused = new Set(item.recusals.map(entry => entry.accountId))
  const cast = new Set(person.vote?.ballots.filter(ballot => ballot.cast).map(ballot => ballot.accountId))
  return plenary.members.filter(
    member => member.present && !recused.has(member.accountId) && !cast.has(member.accountId),
  )
}

type Prompt = AgendaItem['recusalPrompts'][number]

/** Questions that nobody has answered for a member who is here; they keep the votes of the case closed. */
export function openPrompts(plenary: Pick<Plenary, 'members'>, item: AgendaItem): Prompt[] {
  const present = new Set(plenary.members.filter(row => row.present).map(row => row.accountId))
  return item.recusalPrompts.filter(prompt => prompt.answer === null && present.has(prompt.accountId))
}

/** Votes that can be opened now: every ballot that is waited for has been sealed. */
export const isComplete = ({ vote }: AgendaPerson): boolean =>
  vote?.state === 'open' && vote.castCount > 0 && vote.castCount >= vote.expectedCount

/** Numbers of cases without the part after the first '/' when all of them share it: 0007 for 0007/NT/2026. */
export function shortNumbers(numbers: readonly string[]): ReadonlyMap<string, string> {
  const tails = new Set(numbers.map(number => number.slice(number.indexOf('/'))))
  const shared = tails.size === 1 && numbers.every(number => number.indexOf('/') > 0)
  return new Map(numbers.map(number => [number, shared ? number.slice(0, number.indexOf('/')) : number]))
}

/** The meeting is not at its end: somebody on the agenda has not been voted on, or the ballots are still sealed. */
export const meetsOn = (plenary: Pick<Plenary, 'state' | 'agenda'>): boolean =>
  plenary.state === 'open' && turnsOf(plenary).some(({ person }) => !person.vote?.decision)

/** A case may leave the agenda while nobody was voted on in it. */
export const mayRemove = (plenary: Pick<Plenary, 'state'>, { item }: Turn): boolean =>
  plenary.state !== 'closed' && item.persons.every(person => person.vote === null)

/** The list with one entry a step up or down; at an end it stays. */
export function moved<T>(list: readonly T[], entry: T, by: 1 | -1): T[] {
  const from = list.indexOf(entry)
  const to = from + by
  if (from < 0 || to < 0 || to >= list.length) return [...list]
  const rest = list.filter(other => other !== entry)
  return [...rest.slice(0, to), entry, ...rest.slice(to)]
}
