import type { CaseFile, RespondentRulebook } from '../../../shared/contract/cases.ts'
import { formatShortDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { tabNames } from '../evidence/person-tabs.ts'

const words = t.cases.rulebook

/** 'PP 53/2010', with the ethics track named. */
export function rulebookName(rulebook: RespondentRulebook): string {
  return rulebook.track === 'ethics' ? words.ethicsChip(rulebook.label) : rulebook.label
}

/** How urgent the rulebook of a person is: nothing to do, dates to note, or a choice to make. */
export function rulebookTone(rulebook: RespondentRulebook): 'bad' | undefined {
  return rulebook.undecided || rulebook.datesMissing ? 'bad' : undefined
}

/** What the chip of one person says; never by colour alone. */
export function rulebookChipText(rulebook: RespondentRulebook): string {
  if (rulebook.undecided) {
    const labels = rulebook.readings.map(reading => reading.label)
    return words.undecidedChip(labels.length > 1 ? labels.join(words.or) : rulebookName(rulebook))
  }
  return rulebook.datesMissing ? words.datesMissingChip(rulebook.label) : rulebookName(rulebook)
}

/** Persons who share the same rulebook in the same state, for one chip over the case. */
export type RulebookGroup = { key: string; text: string; rulebook: RespondentRulebook; names: string[] }

/** One group for each different answer, in the order of the persons. */
export function rulebookGroups(file: CaseFile): RulebookGroup[] {
  const groups = new Map<string, RulebookGroup>()
  for (const { name, rulebook } of file.respondents) {
    const text = rulebookChipText(rulebook)
    const known = groups.get(text)
    if (known) known.names.push(name)
    else groups.set(text, { key: text, text, rulebook, names: [name] })
  }
  const list = [...groups.values()]
  const only = list.length === 1
  const short = tabNames(file.respondents.map(({ name }) => ({ id: name, name })))
  return list.map(group => ({ ...group, text: only ? aloneText(group, file) : forNames(group, short) }))
}

function aloneText({ rulebook, text }: RulebookGroup, file: CaseFile): string {
  if (rulebookTone(rulebook)) return text
  return words.chip(text, formatShortDate(file.report.actOn))
}

function forNames({ text, names }: RulebookGroup, short: ReadonlyMap<string, string>): string {
  return words.chipFor(text, names.map(name => short.get(name) ?? name).join(', '))
}
