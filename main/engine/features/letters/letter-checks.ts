import type { LetterCheck, LetterHeader } from '../../../../shared/contract/letters.ts'
import type { ReadContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { parseRichText } from '../../pdf/rich-text-schema.ts'
import { changedExhibits } from '../evidence/index.ts'
import { supportingFindings } from '../plenaries/index.ts'
import { comparable, mentions, protectedWords } from '../reports/index.ts'
import { type BodyNode, moralName, plainText } from './compose-letter.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { LetterRecord } from './letters.queries.ts'
import type { TraceState } from './traces.ts'

type Checked = Pick<LetterRecord, 'body' | 'header' | 'variables' | 'number' | 'state'>

/** Shortest text that can be a letter, in characters. */
const SHORTEST_BODY = 40

/**
 * What is right and wrong with a letter now, errors first. An error stops finalising. The facts of a
 * check never hold the protected reporter.
 */
export function checkLetter(
  ctx: Pick<ReadContext, 'db'>,
  letter: Checked,
  facts: LetterFacts,
  traces: readonly TraceState[],
): LetterCheck[] {
  const text = plainText(letter.body as BodyNode, letter.variables)
  const checks = [
    ...bodyChecks(letter, text),
    ...addresseeChecks(letter.header, facts),
    reporterCheck(ctx, letter, text, facts),
    ...decisionChecks(text, facts),
    ...exhibitChecks(ctx, facts),
    plenaryCheck(facts),
    ...standingChecks(facts),
    ...traceChecks(traces),
    letter.number === null
      ? check('warning', 'letters.numberPending')
      : check('ok', 'letters.numbered', { number: letter.number }),
  ]
  const order = { error: 0, warning: 1, ok: 2 }
  return checks.toSorted((a, b) => order[a.severity] - order[b.severity])
}

function bodyChecks(letter: Checked, text: string): LetterCheck[] {
  const found: LetterCheck[] = []
  try {
    parseRichText(letter.body)
  } catch (error) {
    const reason = error instanceof CodedError ? String(error.facts.reason ?? '') : ''
    found.push(check('error', 'letters.bodyInvalid', { reason }))
  }
  if (text.trim().length < SHORTEST_BODY) found.push(check('error', 'letters.bodyEmpty'))
  const missing = [...variableNames(letter.body as BodyNode)].filter(name => !letter.variables[name])
  for (const name of missing) found.push(check('error', 'letters.variableMissing', { name }))
  return found.length > 0 ? found : [check('ok', 'letters.bodyComplete')]
}

function variableNames(node: BodyNode, names = new Set<string>()): Set<string> {
  if (node.type === 'variable') names.add(String(node.attrs?.name ?? ''))
  for (const child of node.content ?? []) variableNames(child, names)
  return names
}

function addresseeChecks(header: LetterHeader, facts: LetterFacts): LetterCheck[] {
  const [first = ''] = header.addressee
  if (comparable(first).length < 4) return [check('error', 'letters.noAddressee')]
  const found = first.startsWith('Yth.')
    ? [check('ok', 'letters.addressed', { addressee: first })]
    : [check('warning', 'letters.addresseeForm', { addressee: first })]
  if (mentions(header.addressee.join(' '), facts.respondent.name)) {
    found.push(check('error', 'letters.addressedToRespondent'))
  }
  return found
}

/** Rule 7: no letter names the private reporter, in any of its texts. */
function reporterCheck(
  ctx: Pick<ReadContext, 'db'>,
  letter: Checked,
  text: string,
  facts: LetterFacts,
): LetterCheck {
  const { header } = letter
  const all = [text, header.subject, header.attachmentNote, ...header.addressee, ...header.copies].join('\n')
  // A name that is part of the respondent's own name says nothing about the reporter.
  const words = protectedWords(ctx.db, facts.case.id).filter(word => !mentions(facts.respondent.name, word))
  return words.some(word => mentions(all, word))
    ? check('error', 'letters.reporterNamed')
    : check('ok', 'letters.reporterNotNamed')
}

function decisionChecks(text: string, facts: LetterFacts): LetterCheck[] {
  const { decision, law } = facts
  const plain = comparable(text)
  const outcome = plain.includes('tidak terbukti melanggar') ? 'notProven' : 'proven'
  if (decision.outcome === 'notProven') {
    return outcome === 'notProven'
      ? [check('ok', 'letters.decisionMatches')]
      : [check('error', 'letters.decisionDiffers')]
  }
  if (!plain.includes('terbukti melanggar')) return [check('error', 'letters.decisionDiffers')]
  const moral = law.sanctions.find(entry => entry.id === decision.moralSanctionId)
  if (moral && !mentions(text, moralName(moral.name))) {
    return [check('error', 'letters.sanctionDiffers', { sanction: moral.name })]
  }
  const decided = law.sanctions.find(entry => entry.id === decision.sanctionId)
  if (!decided) return [check('ok', 'letters.decisionMatches')]
  if (!mentions(text, decided.name)) {
    return [check('error', 'letters.sanctionDiffers', { sanction: decided.name })]
  }
  const other = law.sanctions.find(
    entry =>
      entry.regulation === decided.regulation &&
      entry.id !== decision.moralSanctionId &&
      !comparable(decided.name).includes(comparable(entry.name)) &&
      mentions(text, entry.name),
  )
  return other
    ? [check('warning', 'letters.otherSanctionNamed', { sanction: other.name })]
    : [check('ok', 'letters.sanctionMatches', { sanction: decided.name })]
}

/** Rule 1 once more, at the last door: every proven element has its exhibits, and they are intact. */
function exhibitChecks(ctx: Pick<ReadContext, 'db'>, facts: LetterFacts): LetterCheck[] {
  const found: LetterCheck[] = []
  const changed = changedExhibits(ctx.db, facts.case.id)
  if (changed.length > 0)
    found.push(check('error', 'letters.exhibitChanged', { exhibits: changed.join(', ') }))
  if (facts.decision.outcome === 'proven') {
    const proven = supportingFindings(facts.findings)
    if (proven.length === 0) found.push(check('error', 'letters.noProvenFinding'))
    for (const { elements } of proven) {
      for (const element of elements.filter(
        entry => entry.state === 'proven' && entry.exhibits.length === 0,
      )) {
        found.push(check('error', 'letters.elementWithoutExhibit', { element: element.label }))
      }
    }
  }
  return found.length > 0
    ? found
    : [check('ok', 'letters.exhibitsComplete', { count: facts.exhibits.length })]
}

function plenaryCheck({ plenary }: LetterFacts): LetterCheck {
  return plenary.state === 'closed'
    ? check('ok', 'letters.plenaryClosed', { number: plenary.number })
    : check('error', 'letters.plenaryOpen', { number: plenary.number })
}

/** A replaced decision is never issued; an authority that is part of the matter is pointed at. */
function standingChecks({ replacedBy, conflict, options }: LetterFacts): LetterCheck[] {
  const found: LetterCheck[] = []
  if (replacedBy) found.push(check('error', 'letters.decisionReplaced', { cite: replacedBy.cite }))
  if (conflict && options.addressedTo === 'ppk') {
    found.push(check('warning', 'letters.authorityInvolved', { authority: conflict.authority }))
  }
  if (options.addressedTo === 'higher' && !conflict) found.push(check('warning', 'letters.conflictLifted'))
  return found
}

function traceChecks(traces: readonly TraceState[]): LetterCheck[] {
  const changed = traces.filter(trace => trace.changed)
  if (changed.length === 0) return [check('ok', 'letters.tracesCurrent', { count: traces.length })]
  return changed.map(({ trace, label }) => check('warning', 'letters.traceChanged', { trace, label }))
}

function check(
  severity: LetterCheck['severity'],
  code: string,
  facts: LetterCheck['facts'] = {},
): LetterCheck {
  return { severity, code, facts }
}
