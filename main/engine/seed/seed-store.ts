import { join } from 'node:path'
import type { Account } from '../../../shared/contract/session.ts'
import { type CivilDate, civilDate } from '../../../shared/dates.ts'
import { appendEntry } from '../audit-chain/append-entry.ts'
import type { Engine, OpenSession } from '../engine-state.ts'
import { loadExampleDocket } from '../example/example-docket.ts'
import { makeStore } from '../features/session/make-store.ts'
import { EXAMPLE_PASSPHRASE } from '../features/session/open-example.ts'
import { loadInstitutionPack } from '../law/index.ts'
import { publishAuditHead } from '../record.ts'
import type { WritableDb } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import { type InsertedCase, insertPlannedCase } from './insert-case.ts'
import { type PlannedCase, planCase } from './plan-case.ts'
import { createRandom } from './random.ts'
import { createDueDates, createNumbers, type SeedContext, type SeedTeam } from './seed-context.ts'
import { createExhibitTexts } from './seed-exhibits.ts'
import { createPeople } from './seed-people.ts'
import { loadWordLists } from './word-lists.ts'

export const DEFAULT_AS_OF = civilDate.parse('2024-12-31')
const SEED = 20_180_627
const CASES_PER_TRANSACTION = 1000
/** The newest cases have exhibits and findings also when closed; older ones only what was decided. */
const CASES_IN_DETAIL = 15_000

export type SeedOptions = {
  directory: string
  cases: number
  /** The day on which the docket stands; running deadlines lie around it. */
  asOf?: CivilDate
  progress?: (done: number, total: number) => void
}

export type SeededStore = {
  session: OpenSession
  recoveryKey: string
  passphrase: string
  accounts: Account[]
}

/**
 * Makes a store of the invented institution and fills it with a plausible docket: the same rows for the same
 * options, only keys and the ids of accounts differ. The session is left open. Throws as `makeStore`.
 */
export async function seedStore(engine: Engine, options: SeedOptions): Promise<SeededStore> {
  const { resourcesDir } = engine.start
  const words = loadWordLists(resourcesDir)
  const pack = loadInstitutionPack(join(resourcesDir, 'institution', 'contoh.json'))
  const people = loadExampleDocket(resourcesDir).accounts.map(({ key: _key, ...person }) => ({
    ...person,
    passphrase: EXAMPLE_PASSPHRASE,
  }))
  const made = await makeStore(engine, options.directory, pack, people)
  const { session } = made
  const random = createRandom(SEED)
  const asOf = options.asOf ?? DEFAULT_AS_OF
  const plan = {
    random,
    words,
    law: engine.law,
    people: createPeople(random, words),
    asOf,
    cases: options.cases,
  }
  const shared: Omit<SeedContext, 'db'> = {
    random,
    words,
    law: engine.law,
    pack,
    asOf,
    team: teamOf(made.accounts),
    numbers: createNumbers(pack),
    dueDates: createDueDates(pack),
    plenaries: new Map(),
    nextText: await createExhibitTexts(session.vault, session.store.paths.vault, random, words, engine.law),
    memo: new Map(),
  }
  // A few reports have no case yet.
  const total = options.cases + Math.ceil(options.cases / 100)
  for (let first = 0; first < total; first += CASES_PER_TRANSACTION) {
    const last = Math.min(first + CASES_PER_TRANSACTION, total)
    session.store.transaction(db => {
      for (let n = first; n < last; n += 1) {
        const planned = planCase(plan, n)
        const inserted = insertPlannedCase({ ...shared, db }, planned, n >= options.cases - CASES_IN_DETAIL)
        recordSeed(engine, session, db, planned, inserted)
      }
      if (last === total) finish(shared, db)
    })
    publishAuditHead(session)
    options.progress?.(last, total)
  }
  return { ...made, passphrase: EXAMPLE_PASSPHRASE }
}

/** One entry of the chain for each seeded report, so that every case has a history. */
function recordSeed(
  engine: Engine,
  session: OpenSession,
  db: WritableDb,
  planned: PlannedCase,
  inserted: InsertedCase,
): void {
  appendEntry(db, session.keys.signer, {
    at: engine.now().toISOString(),
    actorId: session.actor.id,
    actorName: session.actor.displayName,
    role: session.actor.role,
    device: engine.start.deviceName,
    method: 'system.seed',
    caseId: planned.opened ? planned.caseId : null,
    subject: inserted.caseNumber ?? inserted.reportNumber,
    facts: { reportNumber: inserted.reportNumber, persons: planned.persons.length },
  })
}

function finish(shared: Omit<SeedContext, 'db'>, db: WritableDb): void {
  shared.numbers.save(db)
  db.run(sql`insert into search_index (search_index) values ('optimize')`)
  db.script(sql`analyze`)
}

function teamOf(accounts: readonly Account[]): SeedTeam {
  const withRole = (role: Account['role']) => accounts.filter(account => account.role === role)
  const [chair] = withRole('chair')
  const [secretariat] = withRole('secretariat')
  if (!chair || !secretariat) throw new RangeError('example accounts without chair or secretariat')
  return { assistants: withRole('assistant'), commissioners: withRole('commissioner'), chair, secretariat }
}
