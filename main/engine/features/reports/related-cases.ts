import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Related, RelatedCase } from '../../../../shared/contract/intake-shapes.ts'
import type { Report } from '../../../../shared/contract/reports.ts'
import type { Account } from '../../../../shared/contract/session.ts'
import { formatDate } from '../../../../shared/dates.ts'
import { examineRefusal, requireExaminer } from '../../authorise.ts'
import type { ReadContext, WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb } from '../../store/database.ts'
import { endLink, insertLink, linksOf, namesOfCase, sameExhibits } from './case-links.queries.ts'
import { overlapsOf, reportById } from './reports.queries.ts'

type ViewContext = Pick<ReadContext, 'db' | 'actor'>

/**
 * What may be about the same act as this report: reports on one of its persons within seven days (features row
 * 4), cases that hold an exhibit with the same bytes, and linked cases. A case on which the account does not
 * work is counted for its exhibits, not named (row 62). Throws `reports.unknown`.
 */
export function relatedOf(ctx: ViewContext, reportId: string): Related {
  const { db, actor } = ctx
  const report = reportById(db, reportId)
  const links = new Map(
    report.caseId === null ? [] : linksOf(db, report.caseId).map(link => [link.caseId, link.reason]),
  )
  const rows = [...overlapRows(db, report, links)]
  const hidden = new Set<string>()
  for (const same of groupByCase(report.caseId === null ? [] : sameExhibits(db, report.caseId))) {
    if (mayName(db, actor, same.caseId)) {
      rows.push(rowOf(db, same.caseId, 'sameExhibit', same.detail, links.has(same.caseId)))
    } else hidden.add(same.caseId)
  }
  const shown = new Set(rows.map(row => row.caseId))
  for (const [caseId, reason] of links) {
    if (!shown.has(caseId as never)) rows.push(rowOf(db, caseId, 'linked', reason, true))
  }
  return { rows, hidden: hidden.size }
}

function overlapRows(db: ReadableDb, report: Report, links: ReadonlyMap<string, string>): RelatedCase[] {
  const nips = report.respondents.map(person => person.nip)
  return overlapsOf(db, nips, report.actOn, report.actUntil)
    .filter(overlap => overlap.reportId !== report.id)
    .map(overlap => {
      const other = reportById(db, overlap.reportId)
      return {
        reportId: other.id,
        reportNumber: other.registerNumber,
        caseId: other.caseId,
        caseNumber: other.caseNumber,
        why: 'sameAct' as const,
        detail: `${overlap.name} · ${formatDate(overlap.actOn)}`,
        linked: other.caseId !== null && links.has(other.caseId),
      }
    })
}

function groupByCase(rows: ReturnType<typeof sameExhibits>): { caseId: string; detail: string }[] {
  const byCase = new Map<string, string[]>()
  for (const { caseId, here, there } of rows) {
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), `${here} = ${there}`])
  }
  return [...byCase].map(([caseId, pairs]) => ({ caseId, detail: pairs.join(', ') }))
}

/** Whoever may work on a case may be told of it; a closed one keeps its people. */
export function mayName(db: ReadableDb, actor: Account, caseId: string): boolean {
  const refusal = examineRefusal(db, actor, caseId)
  return refusal === null || refusal === 'cases.closed'
}

function rowOf(
  db: ReadableDb,
  caseId: string,
  why: RelatedCase['why'],
  detail: string,
  linked: boolean,
): RelatedCase {
  const names = namesOfCase(db, caseId)
  return {
    reportId: names?.reportId ?? null,
    reportNumber: names?.reportNumber ?? '',
    caseId,
    caseNumber: names?.caseNumber ?? null,
    why,
    detail,
    linked,
  } as RelatedCase
}

/** Links two cases; both keep their numbers and their own decisions. Throws the codes of `reports.linkCases`. */
export function linkCases(input: Parsed<'reports.linkCases'>, ctx: WriteContext): Related {
  const { here, there } = bothCases(input, ctx)
  if (linksOf(ctx.db, input.caseId).some(link => link.caseId === input.otherCaseId)) {
    throw new CodedError('reports.alreadyLinked', { caseNumber: there.caseNumber })
  }
  insertLink(ctx.db, { ...input, by: ctx.actor.id, at: ctx.now().toISOString() })
  return changed(input, ctx, here, there)
}

/** Ends a link. Throws the codes of `reports.unlinkCases`. */
export function unlinkCases(input: Parsed<'reports.unlinkCases'>, ctx: WriteContext): Related {
  const { here, there } = bothCases(input, ctx)
  const ended = endLink(ctx.db, { ...input, by: ctx.actor.id, at: ctx.now().toISOString() })
  if (ended === 0) throw new CodedError('reports.notLinked')
  return changed(input, ctx, here, there)
}

type Names = NonNullable<ReturnType<typeof namesOfCase>>

function bothCases(input: Parsed<'reports.linkCases'>, ctx: WriteContext): { here: Names; there: Names } {
  const { caseId, otherCaseId } = input
  requireExaminer(ctx.db, ctx.actor, caseId)
  if (caseId === otherCaseId) throw new CodedError('reports.linkItself')
  const here = namesOfCase(ctx.db, caseId)
  const there = namesOfCase(ctx.db, otherCaseId)
  if (!here || !there) throw new CodedError('cases.unknown')
  return { here, there }
}

function changed(input: Parsed<'reports.linkCases'>, ctx: WriteContext, here: Names, there: Names): Related {
  const { caseId, otherCaseId, reason } = input
  // Both histories say it.
  ctx.record({ caseId, subject: here.caseNumber, facts: { other: there.caseNumber, reason } })
  ctx.record({ caseId: otherCaseId, subject: there.caseNumber, facts: { other: here.caseNumber, reason } })
  ctx.publish('cases.changed', { caseId })
  ctx.publish('cases.changed', { caseId: otherCaseId })
  ctx.publish('reports.changed', { reportId: here.reportId })
  return relatedOf(ctx, here.reportId)
}
