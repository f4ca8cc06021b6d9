import { join } from 'node:path'
import type { Account } from '../../../shared/contract/session.ts'
import { type CivilDate, civilDate } from '../../../shared/dates.ts'
import { appendEntry } from '../audit-chain/append-entry.ts'
import type { AuditFacts } from '../audit-chain/audit-entry.ts'
import type { Engine, OpenSession } from '../engine-state.ts'
import { loadExampleDocket } from '../example/example-docket.ts'
import { loadWordLists } from '../example/word-lists.ts'
import { makeStore } from '../features/session/make-store.ts'
import { EXAMPLE_PASSPHRASE } from '../features/session/open-example.ts'
import { loadInstitutionPack } from '../law/index.ts'
import { publishAuditHead } from '../record.ts'
import type { WritableDb } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import { inBulkMode } from './bulk-mode.ts'
import { insertPlannedCase } from './insert-case.ts'
import { saveIndex } from './insert-intake.ts'
import { planCase } from './plan-case.ts'
import { createRandom } from './random.ts'
import { createDueDates, createNumbers, type SeedContext, type SeedTeam } from './seed-context.ts'
import { createExhibitTexts } from './seed-exhibits.ts'
import { createPeople } from './seed-people.ts'
import { seedWording } from './seed-wording.ts'

export const DEFAULT_AS_OF = civilDate.parse('2024-12-31')
const SEED = 20_180_627
const CASES_PER_TRANSACTION = 10_000
/** The newest cases have exhibits and findings also when closed; older ones only what was decided. */
const CASES_IN_DETAIL = 3_000

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
    searchables: [],
    nextText: await createExhibitTexts(session.vault, session.store.paths.vault, random, words, engine.law),
    memo: new Map(),
  }
  const record = recorder(engine, session)
  inBulkMode(session.store, () => {
    session.store.transaction(db => {
      prepareBulk(db)
      beginRegister(db, session.actor.id, engine.now())
    })
    // A few reports have no case yet.
    const total = options.cases + Math.ceil(options.cases / 100)
    for (let first = 0; first < total; first += CASES_PER_TRANSACTION) {
      const last = Math.min(first + CASES_PER_TRANSACTION, total)
      session.store.transaction(db => {
        const seed = { ...shared, db }
        let archived = 0
        for (let n = first; n < last; n += 1) {
          const planned = planCase(plan, n)
          const inserted = insertPlannedCase(seed, planned, n >= options.cases - CASES_IN_DETAIL)
          if (inserted.inDetail) {
            const { caseNumber, reportNumber } = inserted
            const facts = { reportNumber, persons: planned.persons.length }
            record(db, caseNumber === null ? null : planned.caseId, caseNumber ?? reportNumber, facts)
          } else archived += 1
        }
        if (archived > 0) record(db, null, 'archive', { cases: archived })
        saveIndex(seed)
        if (last === total) finish(shared, db, engine.now())
      })
      publishAuditHead(session)
      options.progress?.(last, total)
    }
  })
  return { ...made, passphrase: EXAMPLE_PASSPHRASE }
}

/**
 * Writes entries of the chain: one for each case that is open or has its exhibits, so that it has a history,
 * and one for each batch of archived ones.
 */
function recorder(engine: Engine, session: OpenSession) {
  return (db: WritableDb, caseId: string | null, subject: string, facts: AuditFacts) => {
    appendEntry(db, session.keys.signer, {
      at: engine.now().toISOString(),
      actorId: session.actor.id,
      actorName: session.actor.displayName,
      role: session.actor.role,
      device: engine.start.deviceName,
      method: 'system.seed',
      caseId,
      subject,
      facts,
    })
  }
}

/** Large segments and no merging on the way: the full-text index is merged once, at the end. */
function prepareBulk(db: WritableDb): void {
  db.run(sql`insert into search_index (search_index, rank) values ('hashsize', 33554432)`)
  db.run(sql`insert into search_index (search_index, rank) values ('automerge', 0)`)
  db.run(sql`insert into search_index (search_index, rank) values ('crisismerge', 1000)`)
}

/** The decided cases are those of an invented register: the store takes one over only before its first case. */
function beginRegister(db: WritableDb, by: string, now: Date): void {
  db.run(sql`insert into register_takeovers (id, source, begun_by, begun_at)
    values (1, ${seedWording.register}, ${by}, ${now.toISOString()})`)
}

/** The register ends, numbers go on where the seed stopped; settings as SQLite and the store have them. */
function finish(shared: Omit<SeedContext, 'db'>, db: WritableDb, now: Date): void {
  db.run(sql`update register_takeovers set ended_at = ${now.toISOString()}`)
  shared.numbers.save(db)
  db.run(sql`insert into search_index (search_index) values ('optimize')`)
  // As SQLite has them by default.
  db.run(sql`insert into search_index (search_index, rank) values ('hashsize', 1048576)`)
  db.run(sql`insert into search_index (search_index, rank) values ('automerge', 4)`)
  db.run(sql`insert into search_index (search_index, rank) values ('crisismerge', 16)`)
  db.script(sql`pragma analysis_limit = 2000; analyze`)
}

function teamOf(accounts: readonly Account[]): SeedTeam {
  const withRole = (role: Account['role']) => accounts.filter(account => account.role === role)
  const [chair] = withRole('chair')
  const [secretariat] = withRole('secretariat')
  if (!chair || !secretariat) throw new RangeError('example accounts without chair or secretariat')
  return { assistants: withRole('assistant'), commissioners: withRole('commissioner'), chair, secretariat }
}
