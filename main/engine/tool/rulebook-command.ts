import { join } from 'node:path'
import { type CivilDate, parseCivilDate } from '../../../shared/dates.ts'
import { type EmploymentStatus, employmentStatus, type LawPack } from '../../../shared/law-pack.ts'
import { CodedError } from '../errors.ts'
import { loadLawPack } from '../law/law-pack-file.ts'
import { parseOptions } from './options.ts'
import { type RulebookReport, rulebookReport } from './rulebook-report.ts'

const text = { type: 'string' } as const

/** The law pack that ships with the program. Throws as `loadLawPack`. */
export function shippedLawPack(): LawPack {
  return loadLawPack(join(import.meta.dirname, '../../../resources/law/law-pack.json'))
}

/**
 * `tool rulebook --act D …`: the rulebook from dates and status, without a store. Throws 'tool.missingOption'
 * {option}, 'tool.badDate' {field, value}, 'tool.badStatus' {field, value} and the codes of `parseOptions` and
 * `rulebookFor`.
 */
export function rulebookCommand(args: readonly string[], today: CivilDate | null = null): RulebookReport {
  const { values, positionals } = parseOptions(args, {
    json: { type: 'boolean' },
    act: text,
    'act-end': text,
    examined: text,
    decided: text,
    designated: text,
    status: text,
  })
  if (positionals.length > 1) throw new CodedError('tool.unknownWord', { word: positionals[1] ?? '' })
  const dateOf = (option: Exclude<keyof typeof values, 'json'>) => {
    const given = values[option]
    return given === undefined ? null : dateIn(given, `--${option}`)
  }
  const actOn = dateOf('act')
  if (actOn === null) throw new CodedError('tool.missingOption', { option: '--act' })
  if (values.status === undefined) throw new CodedError('tool.missingOption', { option: '--status' })
  const facts = {
    actOn,
    actEndOn: dateOf('act-end'),
    examinedOn: dateOf('examined'),
    decidedOn: dateOf('decided'),
    designatedOn: dateOf('designated'),
    status: statusIn(values.status, '--status'),
  }
  return rulebookReport(facts, shippedLawPack(), today)
}

/** The date in a text. Throws 'tool.badDate' {field, value}. */
export function dateIn(value: string, field: string): CivilDate {
  const parsed = parseCivilDate(value)
  if (parsed === null) throw new CodedError('tool.badDate', { field, value })
  return parsed
}

/** The status in a text, in capitals or not. Throws 'tool.badStatus' {field, value}. */
export function statusIn(value: string, field: string): EmploymentStatus {
  const parsed = employmentStatus.safeParse(value.trim().toUpperCase())
  if (!parsed.success) throw new CodedError('tool.badStatus', { field, value })
  return parsed.data
}
