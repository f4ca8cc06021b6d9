import { type SimilarCase, similarCase } from '../../../../shared/contract/findings.ts'
import { civilDateAt } from '../../../../shared/dates.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import type { ReadContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { bandOf, provisionById } from '../../law/index.ts'
import { type FindingRow, findingRowsOfRespondent } from './findings.queries.ts'
import { lawOf } from './law-of-finding.ts'
import { personFacts, type SimilarRow, similarRows } from './proposal.queries.ts'

const MOST = 50
/** One person may be found by several findings; so many rows leave enough persons. */
const MOST_ROWS = 200

/**
 * Decided persons whose violation is like those found here, at most 50, the most alike first; never the same
 * person again, whose record is told apart. Throws `cases.unknown`.
 */
export function similarCases(input: { respondentId: string }, ctx: ReadContext): SimilarCase[] {
  const person = personFacts(ctx.db, input.respondentId)
  if (!person) throw new CodedError('cases.unknown')
  const law = lawOf(ctx, person.caseId)
  const findings = consideredFindings(findingRowsOfRespondent(ctx.db, input.respondentId))
  if (findings.length === 0) return []
  const levels = new Set(
    findings.flatMap(row =>
      row.level ? [row.level] : bandOf(provisionById(law, row.provisionId), law).levels,
    ),
  )
  const rows = similarRows(ctx.db, {
    ...person,
    related: relatedProvisions(
      findings.map(row => row.provisionId),
      law,
    ),
    sanctionIds: law.sanctions.filter(entry => levels.has(entry.level)).map(entry => entry.id),
    limit: MOST_ROWS,
  })
  const { zone } = ctx.institution().pack
  const persons = new Map<string, SimilarRow>()
  for (const row of rows) if (!persons.has(row.respondentId)) persons.set(row.respondentId, row)
  return [...persons.values()].slice(0, MOST).map(row => {
    // Each is told by the law under which it was decided, not by the law of this case.
    const its = lawOf(ctx, row.caseId)
    const name = (id: string | null) => its.sanctions.find(entry => entry.id === id)?.name ?? ''
    return similarCase.parse({
      ...row,
      citation: its.provisions.find(entry => entry.id === row.provisionId)?.citation ?? row.provisionId,
      sameLevel: row.sameLevel === 1,
      samePost: row.samePost === 1,
      recommended: [name(row.sanctionId), name(row.moralSanctionId)].filter(Boolean).join('; '),
      imposed: name(row.imposedSanctionId),
      imposedState: imposedState(row),
      decidedOn: civilDateAt(row.decidedAt, zone),
    })
  })
}

/** Findings that count for a proposal: the proven ones, else, while nothing is proven yet, all. */
function consideredFindings(rows: readonly FindingRow[]): FindingRow[] {
  const proven = rows.filter(row => row.conclusion === 'proven')
  return proven.length > 0 ? proven : rows.filter(row => row.conclusion !== 'notProven')
}

/** The provisions themselves with what the rulebooks before and after have in their place. */
export function relatedProvisions(
  ids: readonly string[],
  law: LawPack,
): { id: string; relation: SimilarCase['relation'] }[] {
  const related = new Map<string, SimilarCase['relation']>(ids.map(id => [id, 'same']))
  const add = (id: string, relation: SimilarCase['relation']) => {
    if (!related.has(id)) related.set(id, relation)
  }
  for (const entry of law.provisions) {
    if (ids.includes(entry.id)) {
      for (const id of entry.successor ?? []) add(id, 'successor')
      for (const id of entry.predecessor ?? []) add(id, 'predecessor')
    }
    // The pack may name a pair from one side only.
    if (entry.predecessor?.some(id => ids.includes(id))) add(entry.id, 'successor')
    if (entry.successor?.some(id => ids.includes(id))) add(entry.id, 'predecessor')
  }
  return [...related].map(([id, relation]) => ({ id, relation }))
}

function imposedState(row: SimilarRow): SimilarCase['imposedState'] {
  if (row.hasFollowUp !== 1) return 'none'
  if (row.closedKind === null) return 'waiting'
  return row.imposedSanctionId === null ? 'nothing' : 'imposed'
}
