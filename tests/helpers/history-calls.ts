import { ALL_CHECKS } from './build-case.ts'
import type { Known, Stage, Step, World } from './history-world.ts'
import { PASSPHRASE } from './test-engine.ts'

const LONG = 'Alasan yang cukup panjang untuk dibaca orang.'
const PROVISIONS = [
  'pp53-2010/4/15/d',
  'pp53-2010/3/4',
  'pp53-2010/4/12/b',
  'pp42-2004/11/c',
  'pp94-2021/5/n/6',
]
/** An id that nothing has. */
const NOBODY = '00000000-0000-4000-8000-000000000000'
/** Inside the band, outside it, of another rulebook, moral, not usable yet, unknown. */
const SANCTIONS = [
  'pp53-2010/7/3/a',
  'pp53-2010/7/3/b',
  'pp53-2010/7/3/c',
  'pp53-2010/7/2/a',
  'pp53-2010/7/4/e',
  'pp94-2021/8/4/a',
  'pp42-2004/15/3/a',
  'pp94-2021/8/3/a',
  'pp99-2099/1/1/a',
  null,
]
type Caller = (world: World, known: Known, step: Step) => unknown

const of = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
/** Now and then something of another case, or nothing at all. */
const findingOf = ({ foreign }: World, { findings }: Known, n: number) =>
  n % 23 === 0 ? foreign.findingId : (of(findings, n) ?? foreign.findingId)
const plenaryOf = ({ plenaries }: Known, n: number) => of(plenaries, n) ?? NOBODY
const memberOf = ({ engine }: World, { members }: Known, n: number) =>
  engine.account(n % 11 === 0 ? 'rina' : of(members, n)!).id
const subset = ({ engine }: World, { members }: Known, bits: number) =>
  members.filter((_, at) => (bits >> at) & 1).map(name => engine.account(name).id)
const reasonOf = (n: number) => ['', 'Pendek.', LONG, LONG][n % 4]!
const elementOf = (world: World, known: Known, n: number) =>
  of(known.elements, n) ?? { findingId: world.foreign.findingId, elementId: 'subjek' }

const calls: Record<string, Caller> = {
  'findings.add': ({ file }, _, { a, b }) => ({
    caseId: file.id,
    respondentId: of(file.respondents, a)!.id,
    provisionId: of(PROVISIONS, b),
  }),
  'findings.link': (world, known, { a, b, c }) => ({
    ...elementOf(world, known, a),
    exhibitId: b % 17 === 0 ? world.foreign.exhibitId : of(world.exhibits, b)!.id,
    stance: c % 4 === 0 ? 'contradicts' : 'supports',
    place: c % 3 === 0 ? { second: c % 50 } : {},
  }),
  'findings.unlink': (_, { links, findings }, { a }) => ({
    linkId: of(links, a) ?? of(findings, a) ?? NOBODY,
  }),
  'findings.assess': (world, known, { a, b, c, d }) => ({
    ...elementOf(world, known, a),
    state: of(['proven', 'proven', 'proven', 'notProven', 'insufficient', 'notAssessed'], b),
    reasons: c % 9 === 0 ? '' : 'Menurut bukti.',
    defence: d % 7 === 0 ? 'Akun diretas.' : '',
    defenceReply: d % 14 === 0 ? 'Tidak ada laporan.' : '',
    defenceUnansweredReason: d % 21 === 0 ? reasonOf(c) : '',
  }),
  'findings.conclude': (world, known, { a, b, c }) => ({
    findingId: findingOf(world, known, a),
    conclusion: of(['proven', 'proven', 'proven', 'notProven', 'undecided'], b),
    consideration: c % 9 === 0 ? '' : 'Menurut unsur.',
  }),
  'findings.chooseLevel': (world, known, { a, b, c }) => ({
    findingId: findingOf(world, known, a),
    level: of(['ringan', 'sedang', 'berat', 'moral', null], b),
    reason: reasonOf(c),
  }),
  'findings.propose': (world, known, { a, b, c }) => ({
    findingId: findingOf(world, known, a),
    sanctionId: of(SANCTIONS, b),
    reason: reasonOf(c),
  }),
  'findings.submit': (world, known, { a }) => ({ findingId: findingOf(world, known, a) }),
  'findings.review': (world, known, { a, b, c }) => ({
    findingId: findingOf(world, known, a),
    outcome: b % 3 === 0 ? 'returned' : 'approved',
    checks: c % 5 === 0 ? ALL_CHECKS.slice(1) : [...ALL_CHECKS],
    comment: b % 3 === 0 ? 'Perbaiki.' : '',
  }),
  'findings.reopen': (world, known, { a, b }) => ({
    findingId: findingOf(world, known, a),
    reason: reasonOf(b),
  }),
  'findings.withdraw': (world, known, { a }) => ({ findingId: findingOf(world, known, a), reason: 'Salah.' }),
  'plenaries.plan': ({ file, foreign }, _, { a, b }) => ({
    heldOn: a % 5 === 0 ? '2020-11-18' : '2020-11-19',
    startTime: '10:00',
    zone: 'WIB',
    place: 'Ruang Sidang',
    caseIds: b % 5 === 0 ? [file.id, foreign.caseId] : [file.id],
  }),
  'plenaries.recordAttendance': (world, known, { a, b }) => ({
    plenaryId: plenaryOf(known, a),
    present: subset(world, known, b),
  }),
  'plenaries.open': (_, known, { a }) => ({ plenaryId: plenaryOf(known, a) }),
  'plenaries.recuse': (world, known, { a, b }) => ({
    plenaryId: plenaryOf(known, a),
    caseId: world.file.id,
    accountId: memberOf(world, known, b),
    reason: LONG,
  }),
  'plenaries.answerPrompt': (world, known, { a, b, c }) => ({
    plenaryId: plenaryOf(known, a),
    caseId: world.file.id,
    accountId: memberOf(world, known, b),
    reason: of(['sameRegion', 'earlierRole', 'recusedBefore', 'kinship'], c),
    text: LONG,
  }),
  'plenaries.confirmNoKinship': ({ file }, known, { a }) => ({
    plenaryId: plenaryOf(known, a),
    caseId: file.id,
  }),
  'plenaries.openVote': ({ file }, known, { a, b }) => ({
    plenaryId: plenaryOf(known, a),
    caseId: file.id,
    respondentId: of(file.respondents, b)!.id,
  }),
  'plenaries.castVote': (world, known, { a, b, c, d }) => {
    const verdict = of(['proven', 'proven', 'proven', 'notProven', 'deferred'], c)
    return {
      voteId: of(known.votes, a) ?? NOBODY,
      accountId: memberOf(world, known, b),
      passphrase: d % 29 === 0 ? 'kalimat yang salah' : PASSPHRASE,
      verdict,
      sanctionId: verdict === 'proven' || d % 19 === 0 ? of(SANCTIONS, d % 3 === 0 ? d : d % 3) : null,
      moralSanctionId: d % 5 === 0 ? 'pp42-2004/15/3/b' : null,
      opinion: reasonOf(d),
      replace: d % 4 === 0,
    }
  },
  'plenaries.closeVotes': (world, known, { a, b, c }) => ({
    voteIds: c % 3 === 0 ? known.votes.slice(-2) : [of(known.votes, a) ?? NOBODY],
    openers: subset(world, known, b).map(accountId => ({ accountId, passphrase: PASSPHRASE })),
  }),
  'plenaries.annulVote': (_, { votes }, { a, b }) => ({
    voteId: of(votes, a) ?? NOBODY,
    reason: reasonOf(b),
  }),
  'plenaries.removeCase': ({ file }, known, { a, b }) => ({
    plenaryId: plenaryOf(known, a),
    caseId: file.id,
    reason: reasonOf(b),
  }),
  'plenaries.close': (_, known, { a }) => ({ plenaryId: plenaryOf(known, a) }),
  'plenaries.reconsider': ({ file }, _, { a, b, c }) => ({
    respondentId: of(file.respondents, a)!.id,
    kind: b % 2 === 0 ? 'correction' : 'reopening',
    reason: reasonOf(c),
  }),
}

// How often each is called, by how far the case had come.
const examining: Record<string, number> = {
  'findings.link': 22,
  'findings.assess': 26,
  'findings.conclude': 12,
  'findings.propose': 18,
  'findings.chooseLevel': 5,
  'findings.submit': 6,
  'findings.review': 7,
  'findings.unlink': 7,
  'findings.add': 3,
  'findings.withdraw': 1,
  'findings.reopen': 2,
}
const meeting: Record<string, number> = {
  'plenaries.castVote': 60,
  'plenaries.openVote': 22,
  'plenaries.closeVotes': 20,
  'plenaries.answerPrompt': 6,
  'plenaries.confirmNoKinship': 8,
  'plenaries.recordAttendance': 3,
  'plenaries.open': 5,
  'plenaries.plan': 3,
  'plenaries.recuse': 1,
  'plenaries.reconsider': 3,
  'plenaries.annulVote': 4,
  'plenaries.removeCase': 1,
  'plenaries.close': 2,
}
const weights = (stage: Stage) => {
  const late = stage !== 'fresh' && stage !== 'proven'
  const entries = [...Object.entries(examining), ...Object.entries(meeting)]
  return entries.map(([name, weight]) => [name, name in meeting === late ? weight * 6 : weight] as const)
}
const totals = new Map<Stage, readonly (readonly [string, number])[]>()

/** The names of all calls that a history may make. */
export const CALLS = Object.keys(calls)

/** The call that a step stands for in this world as it is now. */
export function callOf(world: World, known: Known, step: Step): { method: string; input: unknown } {
  const list = totals.get(world.stage) ?? weights(world.stage)
  totals.set(world.stage, list)
  let left = step.call % list.reduce((sum, [, weight]) => sum + weight, 0)
  let method = list[0]![0]
  for (const [name, weight] of list) {
    method = name
    left -= weight
    if (left < 0) break
  }
  return { method, input: calls[method]!(world, known, step) }
}
