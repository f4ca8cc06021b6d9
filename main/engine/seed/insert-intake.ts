import type { Account } from '../../../shared/contract/session.ts'
import { saveRulebook } from '../features/cases/respondent-rulebooks.queries.ts'
import type { Searchable } from '../features/docket/index.ts'
import { stemsOfEntry } from '../features/docket/index.ts'
import { rulebookReadingOf } from '../features/law/index.ts'
import { searchableReport } from '../features/reports/index.ts'
import { insertReport, insertReporter } from '../features/reports/reports.queries.ts'
import { insertRespondent } from '../features/reports/respondents.queries.ts'
import { sql } from '../store/sql.ts'
import type { PlannedCase } from './plan-case.ts'
import { at, type SeedContext } from './seed-context.ts'
import { seedWording } from './seed-wording.ts'

export type OpenedCase = {
  planned: PlannedCase
  rulebook: string
  /** Rulebook of each person, by respondent id. */
  rulebooks: ReadonlyMap<string, string>
  registerNumber: string
  assistant: Account
  reviewer: Account
  /** With exhibits and findings, as opposed to taken over from a former register. */
  inDetail: boolean
}

/** The report with its persons, found by search. */
export function insertIntake(
  seed: SeedContext,
  planned: PlannedCase,
): { reportNumber: string; assistant: Account } {
  const { db, random } = seed
  const { report } = planned
  const assistant = random.pick(seed.team.assistants)
  const number = seed.numbers.take('report', report.receivedOn)
  const registeredAt = at(report.receivedOn, random.between(1, 8), random.between(0, 59))
  insertReport(db, {
    ...report,
    id: planned.reportId,
    registerNumber: number.text,
    registeredAt,
    registeredBy: assistant.id,
  })
  if (planned.reporter) insertReporter(db, planned.reportId, planned.reporter.name, planned.reporter.contact)
  planned.persons.forEach(({ person, isNew, respondentId }, index) => {
    if (isNew) {
      db.run(sql`insert into persons (id, nip, nip_kind, name, added_at)
        values (${person.id}, ${person.nip.digits}, ${person.nip.kind}, ${person.name}, ${registeredAt})`)
      addToIndex(seed, {
        kind: 'person',
        entityId: person.id,
        caseId: null,
        title: person.name,
        detail: `${person.nip.digits} · ${person.position} · ${person.agencyName}`,
      })
    }
    insertRespondent(db, {
      ...person,
      nip: person.nip.digits,
      id: respondentId,
      reportId: planned.reportId,
      personId: person.id,
      ordinal: index + 1,
      parsed: person.nip,
    })
  })
  addToIndex(seed, searchableOf(seed, planned, number.text))
  return { reportNumber: number.text, assistant }
}

/** The case file with its people; stages are written with the persons. */
export function insertCaseFile(
  seed: SeedContext,
  planned: PlannedCase,
  assistant: Account,
  inDetail: boolean,
): OpenedCase {
  const { db, random, law, team } = seed
  const { report } = planned
  const reading = rulebookReadingOf(
    {
      actOn: report.actOn,
      actUntil: report.actUntil,
      statuses: planned.persons.map(entry => entry.person.status),
      designatedOn: report.designatedOn,
      receivedOn: report.receivedOn,
    },
    law,
  )
  const registerNumber = seed.numbers.take('case', planned.openedOn).text
  const openedAt = at(planned.openedOn, random.between(1, 8), random.between(0, 59))
  const slowest = planned.persons.reduce((a, b) => (order(b.stage) < order(a.stage) ? b : a)).stage
  const undecided = reading.requiresHumanDecision && reading.readings.length > 1
  db.run(sql`insert into cases (id, report_id, register_number, stage, law_pack_version, rulebook,
      rulebook_reason, opened_at, opened_by)
    values (${planned.caseId}, ${planned.reportId}, ${registerNumber}, ${slowest}, ${law.version},
      ${reading.rulebook}, ${undecided ? seedWording.rulebookReason : ''}, ${openedAt}, ${assistant.id})`)
  const others = team.assistants.filter(account => account.id !== assistant.id)
  const reviewer =
    others.length > 0 && random.chance(0.5) ? random.pick(others) : random.pick(team.commissioners)
  const commissioner = random.pick(team.commissioners.filter(account => account.id !== reviewer.id))
  for (const [account, kind] of [
    [assistant, 'assistant'],
    [reviewer, 'reviewer'],
    [commissioner, 'commissioner'],
  ] as const) {
    if (kind === 'reviewer' && !inDetail) continue
    db.run(sql`insert into assignments (case_id, account_id, kind, assigned_at, assigned_by)
      values (${planned.caseId}, ${account.id}, ${kind}, ${openedAt}, ${assistant.id})`)
  }
  addToIndex(seed, {
    ...searchableOf(seed, planned, ''),
    kind: 'case',
    entityId: planned.caseId,
    caseId: planned.caseId,
    title: registerNumber,
  })
  const rulebooks = insertRulebooks(seed, planned, commissioner.id, openedAt)
  return { planned, rulebook: reading.rulebook, rulebooks, registerNumber, assistant, reviewer, inDetail }
}

/** The rulebook of each person; a commissioner chose where the law leaves it open. */
function insertRulebooks(
  seed: SeedContext,
  planned: PlannedCase,
  commissionerId: string,
  openedAt: string,
): ReadonlyMap<string, string> {
  const byPerson = new Map<string, string>()
  for (const { person, respondentId } of planned.persons) {
    const reading = rulebookReadingOf(
      { ...planned.report, receivedOn: planned.openedOn, statuses: [person.status] },
      seed.law,
    )
    const chosen = reading.requiresHumanDecision
    saveRulebook(seed.db, {
      caseId: planned.caseId,
      respondentId,
      rulebook: reading.rulebook,
      track: reading.track,
      examinedOn: null,
      decidedOn: null,
      undecided: false,
      reason: chosen ? seedWording.rulebookReason : '',
      inLetter: false,
      chosenBy: chosen ? commissionerId : null,
      chosenAt: chosen ? openedAt : null,
    })
    byPerson.set(respondentId, reading.rulebook)
  }
  return byPerson
}

const ORDER = ['examination', 'review', 'plenary', 'letter', 'followUp', 'closed']
const order = (stage: string) => ORDER.indexOf(stage)

function searchableOf(seed: SeedContext, planned: PlannedCase, registerNumber: string): Searchable {
  return searchableReport(
    {
      id: planned.reportId as Parameters<typeof searchableReport>[0]['id'],
      caseId: (planned.opened ? planned.caseId : null) as Parameters<typeof searchableReport>[0]['caseId'],
      registerNumber,
      place: planned.report.place,
      senderOffice: planned.report.senderOffice,
      senderLetterNumber: planned.report.senderLetterNumber,
      violationForm: planned.report.violationForm,
      respondents: planned.persons.map(({ person }) => ({ ...person, nip: person.nip.digits })),
    },
    seed.law,
  )
}

/** Puts a new entity aside for `saveIndex`. */
export function addToIndex(seed: SeedContext, entry: Searchable): void {
  seed.searchables.push(entry)
}

/**
 * Writes what was put aside in one go: between other statements each would make FTS5 write out its buffer,
 * because a statement with triggers opens a savepoint.
 */
export function saveIndex(seed: SeedContext): void {
  for (const entry of seed.searchables.splice(0)) {
    const { lastId } =
      seed.db.run(sql`insert into search_index (kind, entity_id, case_id, title, detail, stems)
      values (${entry.kind}, ${entry.entityId}, ${entry.caseId}, ${entry.title}, ${entry.detail},
        ${stemsOfEntry(entry)})`)
    seed.db.run(sql`insert into search_rows (entity_id, row) values (${entry.entityId}, ${lastId})`)
  }
}
