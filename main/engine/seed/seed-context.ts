import type { Account } from '../../../shared/contract/session.ts'
import type { CivilDate } from '../../../shared/dates.ts'
import { formatNumber, type InstitutionPack } from '../../../shared/institution-pack.ts'
import type { LawPack } from '../../../shared/law-pack.ts'
import type { WordLists } from '../example/word-lists.ts'
import type { Searchable } from '../features/docket/index.ts'
import { type ComputedDate, dueOn, holidaysOf } from '../law/index.ts'
import type { WritableDb } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Random } from './random.ts'
import type { SealedText } from './seed-exhibits.ts'

/** What every insert of the seed needs. `db` is that of the running transaction. */
export type SeedContext = {
  db: WritableDb
  readonly random: Random
  readonly words: WordLists
  readonly law: LawPack
  readonly pack: InstitutionPack
  readonly asOf: CivilDate
  readonly team: SeedTeam
  readonly numbers: ReturnType<typeof createNumbers>
  readonly dueDates: ReturnType<typeof createDueDates>
  /** Meetings by day, with the cases on their agendas. */
  readonly plenaries: Map<string, { id: string; number: string; cases: Set<string> }>
  /** Entities of this transaction that are still to be indexed. */
  readonly searchables: Searchable[]
  /** Number of one sealed text for the next exhibit. */
  readonly nextText: (form: string) => SealedText
  /** Provisions and sanctions by form, stage and rulebook, looked up once. */
  readonly memo: Map<string, unknown>
}

export type SeedTeam = {
  assistants: readonly Account[]
  commissioners: readonly Account[]
  chair: Account
  secretariat: Account
}

/** An instant on a civil day; the hour is UTC and within office hours of all three zones. */
export function at(on: CivilDate, hour = 3, minute = 0): string {
  return `${on}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`
}

type Kind = 'report' | 'case' | 'plenary' | 'letter'

/** Running numbers of each year, kept in memory and written to the store at the end. */
export function createNumbers(pack: InstitutionPack) {
  const last = new Map<string, number>()
  const patterns: Record<Kind, string> = {
    report: pack.reportNumberFormat,
    case: pack.caseNumberFormat,
    plenary: pack.minutesNumberFormat,
    letter: pack.letterNumberFormat,
  }
  const prefix = pack.letterClasses.find(entry => entry.id === 'rahasia')?.prefix ?? ''
  return {
    take(kind: Kind, on: CivilDate): { n: number; text: string } {
      const key = `${kind} ${on.slice(0, 4)}`
      const n = (last.get(key) ?? 0) + 1
      last.set(key, n)
      return { n, text: formatNumber(patterns[kind], { n, on, code: pack.classificationCode, prefix }) }
    },
    /** So that the program goes on where the seed stopped. */
    save(db: WritableDb): void {
      for (const [key, n] of last) {
        const [kind = '', year = ''] = key.split(' ')
        db.run(sql`insert into number_sequences (kind, year, last_number) values (${kind}, ${Number(year)}, ${n})
          on conflict (kind, year) do update set last_number = max(last_number, excluded.last_number)`)
      }
    },
  }
}

/** Due dates by rule and day of start; a docket asks for the same ones over and over. */
export function createDueDates(pack: InstitutionPack) {
  const known = new Map<string, ComputedDate>()
  const holidays = holidaysOf(pack)
  return (kind: string, from: CivilDate) => {
    const rule = pack.deadlines.find(entry => entry.id === kind)
    if (!rule) return null
    const key = `${kind} ${from}`
    const found = known.get(key) ?? dueOn(from, rule, holidays)
    known.set(key, found)
    return { rule, due: found }
  }
}
