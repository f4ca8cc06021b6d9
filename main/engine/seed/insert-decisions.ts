import { addDays, type CivilDate, weekdayOf } from '../../../shared/dates.ts'
import { quorumOf } from '../features/plenaries/plenaries.rules.ts'
import { sql } from '../store/sql.ts'
import { type Charge, chargeOf } from './insert-findings.ts'
import { addToIndex, type OpenedCase } from './insert-intake.ts'
import type { PlannedPerson } from './plan-case.ts'
import { at, type SeedContext } from './seed-context.ts'
import { seedWording } from './seed-wording.ts'

const THURSDAY = 4
const LETTER_STATES: Readonly<Record<string, string>> = {
  reviewLetter: 'inReview',
  answerLetterReview: 'returned',
  approveLetter: 'reviewed',
  finaliseLetter: 'approved',
  awaitSanctionDecision: 'issued',
  done: 'issued',
}

/** Puts a case on the agenda of the first meeting after the day of the docket. */
export function putOnNextAgenda(seed: SeedContext, file: OpenedCase): void {
  putOnAgenda(seed, plenaryOn(seed, thursdayFrom(addDays(seed.asOf, 1)), false), file)
}

/** Meeting, vote, decision, letter and follow-up of one decided person. */
export function insertDecision(seed: SeedContext, file: OpenedCase, one: PlannedPerson): void {
  const { db, random, team } = seed
  const charge = chargeOf(seed, file, one.respondentId)
  const latest = addDays(seed.asOf, -14)
  const planned = addDays(file.planned.openedOn, 24)
  const heldOn = thursdayFrom(planned < latest ? planned : latest)
  const meeting = plenaryOn(seed, heldOn, true)
  putOnAgenda(seed, meeting, file)
  const voteId = random.uuid()
  const when = at(heldOn, 4, random.between(0, 59))
  const sanctionId = one.outcome === 'proven' ? (charge.sanction?.id ?? null) : null
  // No ballots were cast here, so it is no decision of this program: it comes from the register that the seed takes
  // over, without a question, and its sentence says so.
  db.run(sql`insert into votes (id, plenary_id, case_id, respondent_id, state, opened_at, closed_at)
    values (${voteId}, ${meeting.id}, ${file.planned.caseId}, ${one.respondentId}, 'closed', ${when}, ${when})`)
  const members = team.commissioners.length
  const tally = { proven: 0, notProven: 0, deferred: 0, [one.outcome]: members }
  const attendance = [team.chair, ...team.commissioners].map(({ id }) => ({ accountId: id, present: true }))
  const source = seedWording.registerEntry(meeting.number)
  const quorum = quorumOf(seed.pack.quorum, attendance)
  db.run(sql`insert into decisions (vote_id, plenary_id, case_id, respondent_id, outcome, tally, tie_broken,
      sanction_id, sentence, decided_at, quorum_present, quorum_needed, inside_band, band_reason, register_source)
    values (${voteId}, ${meeting.id}, ${file.planned.caseId}, ${one.respondentId}, ${one.outcome},
      ${JSON.stringify(tally)}, 0, ${sanctionId},
      ${seedWording.decision(one.person.name, one.outcome, source)}, ${when}, ${quorum.present}, ${quorum.needed},
      ${sanctionId === null ? null : 1}, '', ${source})`)
  if (one.step !== 'draftLetter') insertLetter(seed, file, one, { voteId, heldOn, charge })
}

type Meeting = { id: string; number: string; cases: Set<string> }

function putOnAgenda(seed: SeedContext, meeting: Meeting, file: OpenedCase): void {
  const { caseId } = file.planned
  if (meeting.cases.has(caseId)) return
  meeting.cases.add(caseId)
  seed.db.run(sql`insert into agenda_items (plenary_id, case_id, ordinal)
    values (${meeting.id}, ${caseId}, ${meeting.cases.size})`)
}

type Decided = { voteId: string; heldOn: CivilDate; charge: Charge }

function insertLetter(seed: SeedContext, file: OpenedCase, one: PlannedPerson, decided: Decided): void {
  const { db, random } = seed
  const { planned, assistant } = file
  const id = random.uuid()
  const state = LETTER_STATES[one.step] ?? 'draft'
  const datedOn = addDays(decided.heldOn, random.between(3, 10))
  const number = state === 'issued' ? seed.numbers.take('letter', datedOn) : null
  const subject = seedWording.letterSubject(one.person.name, one.outcome)
  const addressee = seedWording.addressee(one.person.authority, planned.report.place)
  const header = { confidentiality: 'rahasia', attachmentNote: '-', subject, addressee, copies: [] }
  const savedAt = at(datedOn, 3, random.between(0, 59))
  db.run(sql`insert into letters (id, case_id, respondent_id, vote_id, state, number, number_serial, number_year,
      dated_on, header, body, variables, version, author_id, saved_at, base_blob_id, base_sha256, issued_blob_id,
      issued_sha256, issued_at)
    values (${id}, ${planned.caseId}, ${one.respondentId}, ${decided.voteId}, ${state}, ${number?.text ?? null},
      ${number?.n ?? null}, ${number ? Number(datedOn.slice(0, 4)) : null}, ${number ? datedOn : null},
      ${JSON.stringify(header)}, ${BODY}, '{}', 1, ${assistant.id}, ${savedAt}, null, null, null, null,
      ${number ? savedAt : null})`)
  for (const step of stepsOf(state)) {
    const back = step === 'returned'
    const by = step === 'drafted' || step === 'submitted' ? assistant : file.reviewer
    db.run(sql`insert into letter_steps (letter_id, step, account_id, at, comment)
      values (${id}, ${step}, ${by.id}, ${savedAt}, ${back ? seedWording.letterComment : ''})`)
  }
  if (file.inDetail) {
    addToIndex(seed, {
      kind: 'letter',
      entityId: id,
      caseId: planned.caseId,
      title: number?.text ?? subject,
      detail: `${subject} ${addressee.join(' ')} ${one.person.name}`,
    })
  }
  if (number && one.outcome === 'proven')
    insertFollowUp(seed, file, one, { letterId: id, datedOn, ...decided })
}

const BODY = JSON.stringify({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: seedWording.letterBody }] }],
})

function stepsOf(state: string): string[] {
  if (state === 'inReview') return ['drafted', 'submitted']
  if (state === 'returned') return ['drafted', 'submitted', 'returned']
  if (state === 'reviewed') return ['drafted', 'submitted', 'reviewed']
  return state === 'approved' ? ['drafted', 'submitted', 'reviewed', 'approved'] : []
}

function insertFollowUp(
  seed: SeedContext,
  file: OpenedCase,
  one: PlannedPerson,
  letter: Decided & { letterId: string; datedOn: CivilDate },
): void {
  const { random } = seed
  const open = one.step !== 'done'
  // Clocks that still run were started around the day of the docket.
  const startedOn = open ? addDays(seed.asOf, -random.between(1, 30)) : letter.datedOn
  const clock = seed.dueDates('followUp', startedOn)
  if (!clock) return
  const withDecision = !open && random.chance(0.9)
  const closedOn = addDays(startedOn, random.between(10, 60))
  const sanctionId = letter.charge.sanction?.id ?? null
  const kind = open ? null : withDecision ? 'sanctionDecision' : 'noSanctionDecision'
  const decisionNumber = withDecision
    ? seedWording.decisionNumber(random.between(1, 900), closedOn.slice(0, 4))
    : null
  seed.db.run(sql`insert into follow_ups (id, letter_id, case_id, respondent_id, started_on, due_on, days, unit,
      skipped, basis, recommended_sanction_id, closed_kind, decision_number, decision_on, imposed_sanction_id,
      difference, note, exhibit_id, closed_at, closed_by)
    values (${random.uuid()}, ${letter.letterId}, ${file.planned.caseId}, ${one.respondentId}, ${startedOn},
      ${clock.due.on}, ${clock.rule.days}, ${clock.rule.unit}, '[]', ${clock.rule.basis}, ${sanctionId}, ${kind},
      ${decisionNumber}, ${withDecision ? closedOn : null}, ${withDecision ? sanctionId : null},
      ${open ? null : withDecision && sanctionId !== null ? 'same' : 'notComparable'},
      ${open ? null : withDecision ? '' : seedWording.noDecision}, null, ${open ? null : at(closedOn)},
      ${open ? null : file.assistant.id})`)
}

/** The meeting of that day, made when it is first needed; all commissioners were present. */
function plenaryOn(seed: SeedContext, heldOn: CivilDate, closed: boolean): Meeting {
  const known = seed.plenaries.get(heldOn)
  if (known) return known
  const { db, random, team } = seed
  const id = random.uuid()
  const start = at(heldOn, 2)
  const { text: number } = seed.numbers.take('plenary', heldOn)
  db.run(sql`insert into plenaries (id, number, held_on, start_time, zone, place, state, institution_version,
      planned_by, planned_at, presided_by, opened_at, closed_at, minutes_blob_id, minutes_sha256)
    values (${id}, ${number}, ${heldOn}, '09:00', ${seed.pack.zone},
      ${seedWording.plenaryPlace}, ${closed ? 'closed' : 'planned'}, 1, ${team.chair.id},
      ${at(addDays(heldOn, -7))}, ${closed ? team.chair.id : null}, ${closed ? start : null},
      ${closed ? at(heldOn, 8) : null}, null, null)`)
  for (const account of [team.chair, ...team.commissioners]) {
    db.run(sql`insert into plenary_attendance (plenary_id, account_id, present)
      values (${id}, ${account.id}, ${closed ? 1 : 0})`)
  }
  const meeting = { id, number, cases: new Set<string>() }
  seed.plenaries.set(heldOn, meeting)
  return meeting
}

function thursdayFrom(on: CivilDate): CivilDate {
  return addDays(on, (THURSDAY - weekdayOf(on) + 7) % 7)
}
