import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDemoAuthority, type DemoAuthority } from '../../main/engine/signing/demo-authority.ts'
import type { Output } from '../../shared/contract/index.ts'
import { buildCase, type CaseFile, reviewedFindings } from './build-case.ts'
import { PASSPHRASE, type TestEngine } from './test-engine.ts'

export type Plenary = Output<'plenaries.get'>
export type Letter = Output<'letters.get'>
export type Ballot = {
  verdict: 'proven' | 'notProven' | 'deferred'
  sanctionId?: string | null
  moralSanctionId?: string | null
  opinion?: string
}

/** Penundaan kenaikan pangkat selama 1 tahun: inside the band of Pasal 4 angka 15 huruf d. */
export const SANCTION = 'pp53-2010/7/3/b'
/** The meeting of the tests, and a moment after it. */
export const HELD_ON = '2020-11-19'
export const AFTERWARDS = '2020-11-19T06:00:00.000Z'
export const MEMBERS = ['bakti', 'ningsih', 'laksmi', 'darma', 'surya']
export const PROVEN: Ballot = { verdict: 'proven', sanctionId: SANCTION }

/** A case whose findings are all reviewed. Ends signed in as rina. */
export async function readyCase(engine: TestEngine, persons = 1): Promise<CaseFile> {
  const file = await buildCase(engine, persons)
  await reviewedFindings(engine, file)
  return file
}

/** Plans a meeting on some cases (as rina) and writes the attendance down. */
export async function planMeeting(
  engine: TestEngine,
  caseIds: readonly string[],
  present: readonly string[] = MEMBERS,
): Promise<Plenary> {
  await engine.as('rina')
  const { id: plenaryId } = await engine.call('plenaries.plan', {
    heldOn: HELD_ON,
    startTime: '10:00',
    zone: 'WIB',
    place: 'Ruang Sidang Utama',
    caseIds: [...caseIds] as never,
  })
  const ids = present.map(name => engine.account(name).id)
  return engine.call('plenaries.recordAttendance', { plenaryId, present: ids })
}

/** Plans and opens a meeting with the chair. Ends signed in as bakti. */
export async function openMeeting(
  engine: TestEngine,
  caseIds: readonly string[],
  present: readonly string[] = MEMBERS,
): Promise<Plenary> {
  const { id: plenaryId } = await planMeeting(engine, caseIds, present)
  await engine.as('bakti')
  return engine.call('plenaries.open', { plenaryId })
}

/** Answers every open recusal prompt of a case: the member stays. The signed-in person must be a presider. */
export async function answerPrompts(engine: TestEngine, plenaryId: string, caseId: string): Promise<void> {
  const meeting = { plenaryId: plenaryId as never, caseId: caseId as never }
  const { agenda } = await engine.call('plenaries.get', { plenaryId: meeting.plenaryId })
  const open = agenda.find(item => item.caseId === caseId)!.recusalPrompts.filter(row => row.answer === null)
  for (const { accountId, reason } of open.filter(row => row.reason !== 'kinship')) {
    const text = 'Tetap memutus tanpa kepentingan pribadi.'
    await engine.call('plenaries.answerPrompt', { ...meeting, accountId, reason, text })
  }
  if (open.some(row => row.reason === 'kinship')) await engine.call('plenaries.confirmNoKinship', meeting)
}

/** Opens the vote on one person, after the recusal prompts; gives the meeting and the vote's id. */
export async function openVote(engine: TestEngine, plenary: Plenary, caseIndex = 0, person = 0) {
  const item = plenary.agenda[caseIndex]!
  const { respondentId } = item.persons[person]!
  await answerPrompts(engine, plenary.id, item.caseId)
  const opened = await engine.call('plenaries.openVote', {
    plenaryId: plenary.id,
    caseId: item.caseId,
    respondentId,
  })
  const vote = opened.agenda[caseIndex]!.persons[person]!.vote!
  return { opened, voteId: vote.voteId, respondentId }
}

/** Casts one member's ballot at whatever laptop is signed in; `replace` puts it in place of an earlier one. */
export async function cast(
  engine: TestEngine,
  voteId: string,
  member: string,
  ballot: Ballot = PROVEN,
  replace = false,
) {
  return engine.call('plenaries.castVote', {
    voteId: voteId as never,
    accountId: engine.account(member).id,
    passphrase: PASSPHRASE,
    verdict: ballot.verdict,
    sanctionId: ballot.sanctionId ?? null,
    moralSanctionId: ballot.moralSanctionId ?? null,
    opinion: ballot.opinion ?? '',
    replace,
  })
}

/** Who confirms an opening at this laptop. */
export function openers(engine: TestEngine, names: readonly string[]) {
  return names.map(name => ({ accountId: engine.account(name).id, passphrase: PASSPHRASE }))
}

/** Opens the ballots of votes together: the presider who is signed in, and others with their passphrases. */
export async function closeVotes(
  engine: TestEngine,
  voteIds: readonly string[],
  names: readonly string[] = ['ningsih', 'laksmi'],
) {
  return engine.call('plenaries.closeVotes', { voteIds: voteIds as never, openers: openers(engine, names) })
}

/** A whole meeting: one vote on each person of each case, every member with the same ballot. Ends as bakti. */
export async function decideCases(
  engine: TestEngine,
  caseIds: readonly string[],
  ballot: Ballot = PROVEN,
): Promise<Plenary> {
  const plenary = await openMeeting(engine, caseIds)
  for (const [caseIndex, item] of plenary.agenda.entries()) {
    for (const person of item.persons.keys()) {
      const { voteId } = await openVote(engine, plenary, caseIndex, person)
      for (const member of MEMBERS) await cast(engine, voteId, member, ballot)
      await closeVotes(engine, [voteId])
    }
  }
  return engine.call('plenaries.close', { plenaryId: plenary.id })
}

/** Drafts (rina), reviews (arman) and approves (laksmi) the letter of one person. Ends as laksmi. */
export async function approvedLetter(engine: TestEngine, file: CaseFile, person = 0): Promise<Letter> {
  await engine.as('rina')
  const respondentId = file.respondents[person]!.id
  const { id: letterId } = await engine.call('letters.draft', { caseId: file.id, respondentId })
  await engine.call('letters.submit', { letterId })
  await engine.as('arman')
  await engine.call('letters.review', { letterId, outcome: 'approved', comment: '' })
  await engine.as('laksmi')
  return engine.call('letters.approve', { letterId })
}

export const CERTIFICATE_PASSWORD = 'sandi sertifikat uji'

/** An invented authority whose certificate the store trusts, and the chair's own PKCS#12 file. */
export async function trustAuthority(engine: TestEngine, at = '2020-11-01T00:00:00.000Z') {
  const authority = createDemoAuthority(new Date(at))
  const caFile = join(engine.root, 'ca.pem')
  writeFileSync(caFile, authority.certificatePem)
  await engine.as('sari')
  await engine.call('institution.addTrustedRoot', { file: engine.ticket(caFile) })
  return { authority, caFile, ticket: certificateOf(engine, authority, 'Bakti Semoga') }
}

/** A function that gives tickets for a person's PKCS#12 file. */
export function certificateOf(
  engine: TestEngine,
  authority: DemoAuthority,
  name: string,
  { nip = null, ...options }: { validFrom?: Date; validUntil?: Date; nip?: string | null } = {},
): () => string {
  const person = { name, nip, organization: 'Komisi Contoh' }
  const { pkcs12 } = authority.issue(person, { password: CERTIFICATE_PASSWORD, ...options })
  const path = join(engine.root, `${name.replaceAll(' ', '-')}-${Math.random()}.p12`)
  writeFileSync(path, pkcs12)
  return () => engine.ticket(path)
}

/** Numbers and signs an approved letter. Ends as bakti. */
export async function issueLetter(
  engine: TestEngine,
  letterId: string,
  ticket: () => string,
): Promise<Letter> {
  await engine.as('bakti')
  await engine.call('letters.finalise', { letterId: letterId as never, datedOn: '2020-11-20' })
  const sign = { letterId: letterId as never, file: ticket(), password: CERTIFICATE_PASSWORD }
  return engine.call('letters.sign', sign)
}
