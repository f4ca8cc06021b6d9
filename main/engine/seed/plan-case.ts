import type { Stage } from '../../../shared/contract/cases.ts'
import type { NextStep } from '../../../shared/contract/docket.ts'
import type { CHANNELS, ReportInput, SENDER_KINDS } from '../../../shared/contract/reports.ts'
import {
  addDays,
  type CivilDate,
  civilDate,
  daysBetween,
  formatDate,
  type Zone,
} from '../../../shared/dates.ts'
import type { Election, ElectionScope, LawPack } from '../../../shared/law-pack.ts'
import { fillIn, type WordLists } from '../example/word-lists.ts'
import { designationDay } from '../features/reports/index.ts'
import { violationFormById } from '../law/index.ts'
import type { Random } from './random.ts'
import type { createPeople, SeedPerson } from './seed-people.ts'

export type PlannedPerson = {
  person: SeedPerson
  isNew: boolean
  respondentId: string
  step: NextStep
  stage: Stage
  outcome: 'proven' | 'notProven'
}

export type PlannedCase = {
  reportId: string
  caseId: string
  /** False: a report that nobody has opened a case for yet. */
  opened: boolean
  report: Omit<ReportInput, 'respondents' | 'reporterName' | 'reporterContact'>
  reporter: { name: string; contact: string } | null
  persons: PlannedPerson[]
  openedOn: CivilDate
}

export const FIRST_DAY = civilDate.parse('2018-01-02')
const LAST_STEPS: readonly NextStep[] = [
  'addExhibits',
  'assess',
  'submitFinding',
  'answerReview',
  'review',
  'schedulePlenary',
  'vote',
  'draftLetter',
  'reviewLetter',
  'answerLetterReview',
  'approveLetter',
  'finaliseLetter',
  'awaitSanctionDecision',
]
const STAGE_OF: Readonly<Partial<Record<NextStep, Stage>>> = {
  addExhibits: 'examination',
  assess: 'examination',
  submitFinding: 'examination',
  answerReview: 'examination',
  review: 'review',
  schedulePlenary: 'plenary',
  vote: 'plenary',
  awaitSanctionDecision: 'followUp',
  done: 'closed',
}

export type PlanContext = {
  random: Random
  words: WordLists
  law: LawPack
  people: ReturnType<typeof createPeople>
  asOf: CivilDate
  cases: number
}

/** The n-th case of the docket, n from 0: oldest first, every form and province in turn. */
export function planCase(ctx: PlanContext, n: number): PlannedCase {
  const { random, words, law, asOf, cases } = ctx
  const span = daysBetween(FIRST_DAY, asOf) - 10
  const receivedOn = addDays(FIRST_DAY, Math.min(span, Math.floor((n / Math.max(cases, 1)) * span)))
  const actOn = addDays(receivedOn, -random.between(2, 28))
  const form = violationFormById(law, law.violationForms[n % law.violationForms.length]?.id ?? '')
  const area = words.agencies[(n * 7) % words.agencies.length] ?? random.pick(words.agencies)
  const central = random.chance(0.05)
  const agency = random.pick(central ? words.centralAgencies : area.agencies)
  const persons = ctx.people.forReport(personCount(random), agency, central ? '' : area.provinceCode)
  const election = electionNear(law, actOn)
  const scope: ElectionScope = election ? random.pick(election.scope) : 'kepala-daerah'
  const candidate = random.pick(words.candidates[scope] ?? [''])
  const place = random.pick(words.places)
  const first = persons[0]?.person
  const sender = random.pick(senders)
  const opened = n < cases
  const step = opened ? stepFor(ctx, n) : 'addExhibits'
  const planned = persons.map(entry => {
    const own =
      persons.length > 1 && step !== 'addExhibits' && random.chance(0.2) ? later(random, step) : step
    // Only a proven violation has something to follow up.
    const outcome =
      own === 'awaitSanctionDecision' || random.chance(0.86) ? ('proven' as const) : ('notProven' as const)
    return { ...entry, respondentId: random.uuid(), step: own, stage: STAGE_OF[own] ?? 'letter', outcome }
  })
  // A case stands on an agenda as a whole.
  if (planned.some(entry => entry.step === 'vote')) {
    for (const entry of planned) if (entry.step === 'schedulePlenary') entry.step = 'vote'
  }
  return {
    reportId: random.uuid(),
    caseId: random.uuid(),
    opened,
    persons: planned,
    openedOn: addDays(receivedOn, random.between(1, 4)),
    reporter: sender === 'public' ? reporterOf(random, words) : null,
    report: {
      channel: random.pick(channels),
      receivedOn,
      senderKind: sender,
      senderOffice:
        sender === 'public' ? '' : `${random.pick(words.senderOffices)} ${area.agencies[0]?.name ?? ''}`,
      senderLetterNumber: sender === 'public' ? '' : `${random.between(1, 900)}/PM/${receivedOn.slice(0, 4)}`,
      senderLetterOn: sender === 'public' ? null : addDays(receivedOn, -1),
      electionId: election?.id ?? null,
      electionScope: scope,
      designatedOn: designationDay(
        { designatedOn: null, electionId: election?.id ?? null, electionScope: scope },
        law,
      ),
      candidate,
      violationForm: form.id,
      actOn,
      actUntil: random.chance(0.05) ? addDays(actOn, 1) : null,
      actTime: random.chance(0.5) ? `${String(random.between(7, 21)).padStart(2, '0')}:30` : '',
      zone: area.zone satisfies Zone,
      place,
      provinceCode: area.provinceCode,
      initialEvidence: '',
      narrative: narrativeOf(random, words, form.id, {
        nama: first?.name ?? '',
        jabatan: first?.position ?? '',
        calon: candidate,
        tempat: place,
        tanggal: formatDate(actOn),
      }),
    },
  }
}

const channels: readonly (typeof CHANNELS)[number][] = ['letter', 'letter', 'email', 'onlineForm', 'visit']
const senders: readonly (typeof SENDER_KINDS)[number][] = [
  'electionSupervisor',
  'electionSupervisor',
  'electionSupervisor',
  'public',
  'agency',
]

function personCount(random: Random): number {
  const x = random.next()
  if (x < 0.6) return 1
  if (x < 0.82) return 2
  return x < 0.93 ? 3 : random.between(4, 7)
}

/** Old cases are closed, the newest fifth is under way; the last thirteen show every step once. */
function stepFor({ random, cases }: PlanContext, n: number): NextStep {
  const fromEnd = cases - 1 - n
  const shown = LAST_STEPS[fromEnd]
  if (shown && cases >= 26) return shown
  const age = fromEnd / cases
  const open = age < 0.06 ? 0.75 : age < 0.2 ? 0.35 : 0.01
  return random.chance(open) ? random.pick(LAST_STEPS) : 'done'
}

/** Persons of one case do not all move together. */
function later(random: Random, step: NextStep): NextStep {
  const at = LAST_STEPS.indexOf(step)
  return at === -1 ? step : (LAST_STEPS[random.between(at, LAST_STEPS.length - 1)] ?? step)
}

/** The election whose year-long run-up or campaign holds that day. */
function electionNear(law: LawPack, on: CivilDate): Election | undefined {
  return law.elections.find(entry => on <= entry.vote && daysBetween(on, entry.vote) <= 420)
}

function reporterOf(random: Random, words: WordLists): { name: string; contact: string } {
  const given = random.pick(random.pick([words.givenNames.male, words.givenNames.female]))
  return {
    name: `${given} ${random.pick(words.familyNames)}`,
    contact: `0800-${random.between(1000, 9999)}-0000`,
  }
}

function narrativeOf(
  random: Random,
  words: WordLists,
  form: string,
  values: Readonly<Record<string, string>>,
): string {
  const text = random.pick(words.narratives[form] ?? Object.values(words.narratives)[0] ?? [''])
  return fillIn(text, values)
}
