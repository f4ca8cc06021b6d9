import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import canonicalize from 'canonicalize'
import { type LawPack, lawPack } from '../../../shared/law-pack.ts'
import { CodedError } from '../errors.ts'

/**
 * Reads and checks the law pack at `path`. Throws 'law.packMissing' {file} when it cannot be read and
 * 'law.packInvalid' {file, reason, at} when it is no JSON (`at` = line), has a wrong shape or an unknown
 * level, names something that is not in it (`at` = path in the pack), or its checksum does not fit.
 */
export function loadLawPack(path: string): LawPack {
  const file = basename(path)
  const raw = parseJson(readText(path, file), file)
  const parsed = lawPack.safeParse(raw)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw invalid(file, 'shape', pathText(issue?.path ?? []))
  }
  checkReferences(parsed.data, file)
  if (lawPackDigest(raw) !== parsed.data.sha256) throw invalid(file, 'checksum', 'sha256')
  return parsed.data
}

/** SHA-256 in hex over the canonical JSON (RFC 8785) of a pack without its `sha256` field. */
export function lawPackDigest(pack: unknown): string {
  const content: Record<string, unknown> = { ...(pack as object) }
  delete content.sha256
  return createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex')
}

/** Throws 'law.packInvalid' when the pack names a regulation, provision or exception that is not in it. */
export function checkReferences(pack: LawPack, file = 'law-pack.json'): void {
  const regulations = new Set(pack.regulations.map(entry => entry.id))
  const provisions = new Set(pack.provisions.map(entry => entry.id))
  const exceptions = new Set(pack.rulebookSelection.exceptions.map(entry => entry.id))
  const need = (known: Set<string>, id: string, at: string) => {
    if (!known.has(id)) throw invalid(file, 'reference', at, id)
  }

  for (const list of ['regulations', 'provisions', 'sanctions', 'violationForms', 'elections'] as const) {
    refuseDuplicates(pack[list], list, file)
  }
  pack.regulations.forEach((entry, n) => {
    if (entry.replacedBy !== null) need(regulations, entry.replacedBy, `regulations[${n}].replacedBy`)
  })
  for (const list of ['provisions', 'sanctions', 'concurrenceRules', 'procedure', 'authorities'] as const) {
    pack[list].forEach((entry, n) => {
      need(regulations, entry.regulation, `${list}[${n}].regulation`)
    })
  }
  pack.provisions.forEach((entry, n) => {
    refuseDuplicates(entry.elements, `provisions[${n}].elements`, file)
    for (const id of [...(entry.successor ?? []), ...(entry.predecessor ?? [])]) {
      need(provisions, id, `provisions[${n}]`)
    }
  })
  pack.violationForms.forEach((form, n) => {
    for (const id of provisionsNamedBy(form)) need(provisions, id, `violationForms[${n}]`)
  })
  checkMachine(
    pack,
    (id, at) => need(regulations, id, at),
    (id, at) => need(exceptions, id, at),
  )
  need(
    provisions,
    pack.rulebookSelection.machine.ethicsTrack.provision,
    'rulebookSelection.machine.ethicsTrack',
  )
}

function provisionsNamedBy(form: LawPack['violationForms'][number]): string[] {
  const stages = Object.values(form.byStage.calon)
  const lists = stages.flatMap(stage => (Array.isArray(stage) ? [stage] : Object.values(stage)))
  return [
    ...form.suggestedProvisions,
    ...form.byStage.bakalCalon,
    ...(form.alsoConsider ?? []),
    ...lists.flat(),
  ]
}

type Need = (id: string, at: string) => void

function checkMachine(pack: LawPack, needRegulation: Need, needException: Need): void {
  const { machine, statuteByDate, guidelineByDate } = pack.rulebookSelection
  const at = 'rulebookSelection.machine'
  for (const id of machine.disciplineRulebooks) needRegulation(id, `${at}.disciplineRulebooks`)
  for (const rule of machine.transitions) {
    needException(rule.exception, `${at}.transitions`)
    for (const id of [rule.from, rule.to, rule.rulebook]) needRegulation(id, `${at}.transitions`)
  }
  for (const rule of machine.borrowedSanctions) {
    needException(rule.exception, `${at}.borrowedSanctions`)
    for (const id of [rule.rulebook, rule.fromRegulation]) needRegulation(id, `${at}.borrowedSanctions`)
  }
  for (const rule of machine.otherStatuses) {
    needException(rule.exception, `${at}.otherStatuses`)
    for (const reading of rule.readings) needRegulation(reading.regulation, `${at}.otherStatuses`)
  }
  needException(machine.ethicsTrack.exception, `${at}.ethicsTrack`)
  for (const row of statuteByDate) needRegulation(row.statute, 'rulebookSelection.statuteByDate')
  for (const row of guidelineByDate) needRegulation(row.guideline, 'rulebookSelection.guidelineByDate')
}

function refuseDuplicates(entries: readonly { id: string }[], at: string, file: string): void {
  const seen = new Set<string>()
  for (const { id } of entries) {
    if (seen.has(id)) throw invalid(file, 'duplicate', at, id)
    seen.add(id)
  }
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new CodedError('law.packMissing', { file }, cause)
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new CodedError(
      'law.packInvalid',
      { file, reason: 'notJson', at: String(firstBadLine(text)), id: null },
      cause,
    )
  }
}

/**
 * The line of the first fault. V8 gives a position only in some messages, so this looks for the shortest run
 * of lines that is wrong already, and not merely unfinished; unfinished stays unfinished, so halving works.
 */
function firstBadLine(text: string): number {
  const lines = text.split('\n')
  let [good, bad] = [0, lines.length]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (isBroken(lines.slice(0, middle).join('\n'))) bad = middle
    else good = middle
  }
  return bad
}

function isBroken(text: string): boolean {
  try {
    JSON.parse(text)
    return false
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : ''
    const position = / at position (\d+)/.exec(message)?.[1]
    const atEnd = position !== undefined && Number(position) >= text.length
    return !(atEnd || message.startsWith('Unexpected end'))
  }
}

function invalid(file: string, reason: string, at: string, id: string | null = null): CodedError {
  return new CodedError('law.packInvalid', { file, reason, at, id })
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}
