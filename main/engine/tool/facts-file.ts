import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { CivilDate } from '../../../shared/dates.ts'
import { type ElectionScope, electionScope, type LawPack, sanctionLevel } from '../../../shared/law-pack.ts'
import { CodedError } from '../errors.ts'
import type { RulebookFacts } from '../law/rulebook.ts'
import type { EarlierOutcome, ProvenViolation } from '../law/sanction-proposal.ts'
import { type Fields, fieldsOf, flagOf, listOf, textOf, unknownNames } from './facts-fields.ts'
import { dateIn, statusIn } from './rulebook-command.ts'
import { factsWarnings } from './rulebook-wording.ts'

/** A table row of a jurist: what is known about one person. */
export type FactsFile = {
  dates: RulebookFacts
  electionScope: ElectionScope | null
  violationForms: string[]
  violations: ProvenViolation[]
  earlier: EarlierOutcome[]
  seconded: boolean
  officialDidNotSanction: boolean
  warnings: string[]
}

const FIELDS = [
  'actDate',
  'actEndDate',
  'examinationDate',
  'decisionDate',
  'candidateDesignationDate',
  'status',
  'electionScope',
  'violationForms',
  'violations',
  'earlier',
  'seconded',
  'officialDidNotSanction',
]
const VIOLATION_FIELDS = ['provision', 'act', 'level']
const EARLIER_FIELDS = ['state', 'provisions', 'sanction', 'decidedOn', 'act', 'source']
const STATES = ['alleged', 'proven', 'sanctioned'] as const

/**
 * Reads and checks the facts at `path` against the pack. Throws 'tool.fileUnreadable' {file}, 'tool.factsNotJson'
 * {file}, and one of 'tool.missingField', 'tool.notFields', 'tool.notText', 'tool.notYesNo', 'tool.misspelt',
 * 'tool.badDate', 'tool.badStatus', 'tool.badScope', 'tool.badLevel', 'tool.badState', 'tool.unknownProvision',
 * 'tool.unknownSanction', 'tool.unknownForm', each naming the field.
 */
export function readFacts(path: string, pack: LawPack): FactsFile {
  const file = basename(path)
  return factsIn(parse(readText(path, file), file), pack)
}

/** The same for a value already parsed. */
export function factsIn(value: unknown, pack: LawPack): FactsFile {
  const fields = fieldsOf(value, 'FACTS.json')
  const warnings = unknownNames(fields, FIELDS).map(factsWarnings.unknownField)
  const scope = scopeIn(fields)
  const actOn = dateOf(fields, 'actDate')
  if (actOn === null) throw new CodedError('tool.missingField', { field: 'actDate' })
  const status = textOf(fields, 'status')
  if (status === null) throw new CodedError('tool.missingField', { field: 'status' })
  return {
    dates: {
      actOn,
      actEndOn: dateOf(fields, 'actEndDate'),
      examinedOn: dateOf(fields, 'examinationDate'),
      decidedOn: dateOf(fields, 'decisionDate'),
      designatedOn: designationIn(fields, scope),
      status: statusIn(status, 'status'),
    },
    electionScope: scope,
    violationForms: formsIn(fields, pack),
    violations: listOf(fields, 'violations').map((entry, n) => violationIn(entry, n, actOn, pack, warnings)),
    earlier: listOf(fields, 'earlier').map((entry, n) => earlierIn(entry, n, pack, warnings)),
    seconded: flagOf(fields, 'seconded'),
    officialDidNotSanction: flagOf(fields, 'officialDidNotSanction'),
    warnings,
  }
}

function violationIn(
  entry: unknown,
  n: number,
  actOn: CivilDate,
  pack: LawPack,
  warnings: string[],
): ProvenViolation {
  const at = `violations[${n}]`
  const fields = typeof entry === 'string' ? { provision: entry } : fieldsOf(entry, at)
  warnings.push(...unknownNames(fields, VIOLATION_FIELDS, `${at}.`).map(factsWarnings.unknownField))
  const given = textOf(fields, 'provision', `${at}.provision`)
  if (given === null) throw new CodedError('tool.missingField', { field: `${at}.provision` })
  const level = textOf(fields, 'level', `${at}.level`)
  const parsed = sanctionLevel.safeParse(level)
  if (level !== null && !parsed.success) {
    throw new CodedError('tool.badLevel', { field: `${at}.level`, value: level })
  }
  return {
    key: at,
    provisionId: provisionIn(given, `${at}.provision`, pack),
    // Without a name the violations are one act, that of the day.
    actKey: textOf(fields, 'act', `${at}.act`) ?? actOn,
    level: parsed.success ? parsed.data : null,
  }
}

function earlierIn(entry: unknown, n: number, pack: LawPack, warnings: string[]): EarlierOutcome {
  const at = `earlier[${n}]`
  const fields = fieldsOf(entry, at)
  warnings.push(...unknownNames(fields, EARLIER_FIELDS, `${at}.`).map(factsWarnings.unknownField))
  const given = textOf(fields, 'state', `${at}.state`)
  if (given === null) throw new CodedError('tool.missingField', { field: `${at}.state` })
  const state = STATES.find(known => known === given)
  if (!state) throw new CodedError('tool.badState', { field: `${at}.state`, value: given })
  const sanctionId = textOf(fields, 'sanction', `${at}.sanction`)
  if (sanctionId !== null && !pack.sanctions.some(known => known.id === sanctionId)) {
    throw new CodedError('tool.unknownSanction', { field: `${at}.sanction`, value: sanctionId })
  }
  if (state === 'sanctioned' && sanctionId === null) warnings.push(factsWarnings.sanctionMissing(at))
  return {
    state,
    provisionIds: listOf(fields, 'provisions').map((id, m) =>
      provisionIn(String(id), `${at}.provisions[${m}]`, pack),
    ),
    sanctionId,
    decidedOn: dateOf(fields, 'decidedOn', `${at}.decidedOn`),
    actKey: textOf(fields, 'act', `${at}.act`),
    source: textOf(fields, 'source', `${at}.source`) ?? at,
  }
}

function provisionIn(id: string, field: string, pack: LawPack): string {
  if (pack.provisions.some(known => known.id === id)) return id
  throw new CodedError('tool.unknownProvision', { field, value: id })
}

function formsIn(fields: Fields, pack: LawPack): string[] {
  return listOf(fields, 'violationForms').map((entry, n) => {
    const id = String(entry)
    if (pack.violationForms.some(known => known.id === id)) return id
    throw new CodedError('tool.unknownForm', { field: `violationForms[${n}]`, value: id })
  })
}

function scopeIn(fields: Fields): ElectionScope | null {
  const given = listOf(fields, 'electionScope')
  if (given.length === 0 || given[0] === '') return null
  const parsed = electionScope.safeParse(given[0])
  if (parsed.success && given.length === 1) return parsed.data
  throw new CodedError('tool.badScope', { field: 'electionScope', value: given.map(String).join(', ') })
}

/** One date, or dates by kind of election, of which the one of `electionScope` counts. */
function designationIn(fields: Fields, scope: ElectionScope | null): CivilDate | null {
  const name = 'candidateDesignationDate'
  const value = fields[name]
  if (typeof value !== 'object' || value === null) return dateOf(fields, name)
  const byScope = fieldsOf(value, name)
  if (scope === null) throw new CodedError('tool.missingField', { field: 'electionScope' })
  return dateOf(byScope, scope, `${name}.${scope}`)
}

function dateOf(fields: Fields, name: string, at = name): CivilDate | null {
  const given = textOf(fields, name, at)
  return given === null ? null : dateIn(given, at)
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new CodedError('tool.fileUnreadable', { file }, cause)
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new CodedError('tool.factsNotJson', { file }, cause)
  }
}
