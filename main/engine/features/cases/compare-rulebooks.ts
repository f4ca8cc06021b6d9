import type { RulebookComparison } from '../../../../shared/contract/cases.ts'
import type { LawPack, Provision } from '../../../../shared/law-pack.ts'
import { comparisonNotes as say } from '../../../../shared/strings/id/case-rulebook.ts'
import { bandOf, provisionById, regulationById } from '../../law/index.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { rulebookLabel } from '../law/index.ts'
import { rulebookRowsOfCase } from './respondent-rulebooks.queries.ts'
import { type ComputedRulebook, computeRulebook } from './rulebook.rules.ts'
import { bandWords, compareBands, sameKinds, suggestedFor } from './rulebook-consequences.ts'
import type { RespondentRulebookRow } from './rulebook-facts.ts'

type Row = RulebookComparison['rows'][number]
type Other = { rulebook: string; label: string }

/**
 * For each person and finding of a case: the same act under the other rulebook, by the successor or predecessor
 * of its provision, and where the pack names none by what it suggests for the form of violation.
 */
export function compareRulebooks(db: ReadableDb, law: LawPack, caseId: string): RulebookComparison[] {
  const findings = db.all<{ id: string; respondentId: string; provisionId: string }>(sql`
    select id, respondent_id as respondentId, provision_id as provisionId from findings
    where case_id = ${caseId} and withdrawn_at is null order by created_at, rowid`)
  return rulebookRowsOfCase(db, caseId).flatMap((row): RulebookComparison[] => {
    const dates = { examinedOn: row.kept?.examinedOn ?? null, decidedOn: row.kept?.decidedOn ?? null }
    const computed = computeRulebook(row, dates, law)
    const own = row.kept?.rulebook ?? computed.rulebook
    const other = otherRulebook(own, row, computed, law)
    if (!other) return []
    return [
      {
        respondentId: row.respondentId as RulebookComparison['respondentId'],
        name: row.name,
        own: { rulebook: own, label: rulebookLabel(own, law) },
        other,
        rows: questionsOf(row, computed, own, findings, law).map(question =>
          compareFinding(question, row, other, law),
        ),
      },
    ]
  })
}

type Question = { findingId: string; provision: Provision }

/** The findings about a person; before there is one, what the rulebook suggests for the form of violation. */
function questionsOf(
  row: RespondentRulebookRow,
  computed: ComputedRulebook,
  own: string,
  findings: readonly { id: string; respondentId: string; provisionId: string }[],
  law: LawPack,
): Question[] {
  const made = findings.filter(finding => finding.respondentId === row.respondentId)
  if (made.length > 0) {
    return made.map(({ id, provisionId }) => ({ findingId: id, provision: provisionById(law, provisionId) }))
  }
  const track = row.kept?.track ?? computed.track
  const stage = track === 'ethics' ? 'bakalCalon' : 'calon'
  return suggestedFor(row, own, stage, law).map(provision => ({ findingId: '', provision }))
}

/** The other reading where there are several, else the neighbour in the pack's order of rulebooks. */
function otherRulebook(
  own: string,
  row: RespondentRulebookRow,
  computed: ComputedRulebook,
  law: LawPack,
): Other | null {
  const { disciplineRulebooks, otherStatuses } = law.rulebookSelection.machine
  const outside = otherStatuses.find(rule => rule.statuses.includes(row.status.toUpperCase()))
  const order = outside ? outside.readings.map(entry => entry.regulation) : disciplineRulebooks
  const reading = computed.readings.find(entry => entry.rulebook !== own && entry.track === 'discipline')
  const at = order.indexOf(own)
  const id = reading?.rulebook ?? order[at + 1] ?? order[at - 1]
  return id === undefined || id === own ? null : { rulebook: id, label: rulebookLabel(id, law) }
}

function compareFinding(question: Question, row: RespondentRulebookRow, other: Other, law: LawPack): Row {
  const compared = compareProvision(question, row, other, law)
  return question.findingId === '' ? { ...compared, note: `${say.suggested()} ${compared.note}` } : compared
}

function compareProvision(
  { findingId, provision }: Question,
  row: RespondentRulebookRow,
  other: Other,
  law: LawPack,
): Row {
  const own = wordsOf(provision, law)
  if (!isRulebookProvision(provision, law)) {
    const note = provision.kind === 'ethics' ? say.ethics() : say.statute()
    return { findingId, own, others: [own], effect: 'same', note }
  }
  const direct = relativesOf(provision, other.rulebook, law).filter(entry =>
    reaches(entry, row.electionScope),
  )
  const others = direct.length > 0 ? direct : suggestedFor(row, other.rulebook, 'calon', law)
  if (others.length === 0) return { findingId, own, others: [], effect: 'none', note: say.none(other.label) }
  const effect = compareBands([provision], others, law)
  const notes = [direct.length > 0 ? say.successor(other.label) : say.byForm(other.label)]
  if (
    direct.length === 0 &&
    provision.kind === 'prohibition' &&
    others.every(p => p.kind !== 'prohibition')
  ) {
    notes.push(say.noProhibition(other.label, row.electionScope))
  }
  for (const entry of others) {
    if (bandOf(entry, law).levels.length === 0) notes.push(say.withoutSanction(entry.citation))
  }
  if (effect === 'same' && !sameKinds([provision], others, law)) notes.push(say.otherKinds())
  for (const id of new Set(
    others.flatMap(entry => bandOf(entry, law).borrowed.map(loan => loan.fromRegulation)),
  )) {
    notes.push(say.borrowed(regulationById(law, id).number))
  }
  return { findingId, own, others: others.map(entry => wordsOf(entry, law)), effect, note: notes.join(' ') }
}

/** A provision whose place depends on the rulebook: one of PP 53, PP 94, or of the rules of PPPK. */
function isRulebookProvision(provision: Provision, law: LawPack): boolean {
  const { disciplineRulebooks, otherStatuses } = law.rulebookSelection.machine
  const outside = otherStatuses.flatMap(rule => rule.readings.map(entry => entry.regulation))
  return (
    disciplineRulebooks.includes(provision.regulation) ||
    (provision.kind === 'obligation' && outside.includes(provision.regulation))
  )
}

/** Successors, predecessors, and provisions that name this one so, in the other rulebook. */
function relativesOf(provision: Provision, rulebook: string, law: LawPack): Provision[] {
  const named = [...(provision.successor ?? []), ...(provision.predecessor ?? [])]
  return law.provisions.filter(
    entry =>
      entry.regulation === rulebook &&
      (named.includes(entry.id) ||
        (entry.successor ?? []).includes(provision.id) ||
        (entry.predecessor ?? []).includes(provision.id)),
  )
}

/** Some prohibitions name the elections they are about; the others reach all of them. */
function reaches(provision: Provision, scope: string): boolean {
  return provision.electionScope.length === 0 || provision.electionScope.some(known => known === scope)
}

function wordsOf(provision: Provision, law: LawPack): Row['own'] {
  const { citation, legalBasis, levels, sanctions } = bandWords(provision, law)
  return { citation, legalBasis, level: levels.join(' – '), sanctions: [...sanctions] }
}
