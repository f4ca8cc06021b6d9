import type { Intake, ReportReturn } from '../../../../shared/contract/intake-shapes.ts'
import type { Report } from '../../../../shared/contract/reports.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import { examineRefusal } from '../../authorise.ts'
import type { ReadContext } from '../../context.ts'
import type { ReadableDb } from '../../store/database.ts'
import { amendmentsOf, type ReturnRow, reporterKnown, returnRows } from './intake.queries.ts'
import { gatesOf } from './intake-gates.rules.ts'
import { reportById } from './reports.queries.ts'

type ViewContext = Pick<ReadContext, 'db' | 'actor' | 'institution'>

/** Requirements of a report and which of them are missing, by the institution pack as it is now. */
export function gatesOfReport(db: ReadableDb, report: Report, pack: InstitutionPack) {
  const known = reporterKnown(db, report.id)
  const facts = { ...report, hasReporterName: known.name, hasReporterContact: known.contact }
  return gatesOf(facts, pack.intakeGates ?? [])
}

/** What is missing from a report and what was done about it. Throws `reports.unknown`. */
export function intakeView(ctx: ViewContext, reportId: string): Intake {
  const { db } = ctx
  const report = reportById(db, reportId)
  const gates = gatesOfReport(db, report, ctx.institution().pack)
  const completeReason = completeRefusal(ctx, report)
  const returnReason = returnRefusal(ctx, report, gates)
  return {
    reportId: report.id,
    state: report.returned ? 'returned' : report.caseId === null ? 'registered' : 'opened',
    gates,
    returns: returnRows(db, reportId).map(returnView),
    amendments: amendmentsOf(db, reportId) as Intake['amendments'],
    may: {
      complete: completeReason === null,
      completeReason,
      return: returnReason === null,
      returnReason,
      signReturn: signReturnRefusal(ctx) === null,
    },
  }
}

export function returnView(row: ReturnRow): ReportReturn {
  const { id, number, datedOn, addressee, missing, returnedBy, returnedAt } = row
  const { takenUpAt, takenUpBy, takenUpReason, signedBy: by, signedAt: at, signedSha256: sha256 } = row
  const signature = by && at && sha256 ? { by, at, sha256 } : null
  return {
    id,
    number,
    datedOn,
    addressee,
    missing: JSON.parse(missing) as string[],
    returnedBy,
    returnedAt,
    signature,
    takenUpAt,
    takenUpBy,
    takenUpReason,
  }
}

/** Why the account may not complete a report: before there is a case any assistant may, then who works on it. */
export function completeRefusal(ctx: Pick<ViewContext, 'db' | 'actor'>, report: Report): string | null {
  if (ctx.actor.role !== 'assistant') return 'reports.assistantsOnly'
  return report.caseId === null ? null : examineRefusal(ctx.db, ctx.actor, report.caseId)
}

/** Only the chair or the deputy signs, where the institution pack lists them (rule 5 of the product). */
export function signReturnRefusal(ctx: Pick<ViewContext, 'actor' | 'institution'>): string | null {
  const { role } = ctx.actor
  if (role !== 'chair' && role !== 'deputyChair') return 'letters.presidersOnly'
  const { signatories } = ctx.institution().pack
  return signatories.some(entry => entry.role === role) ? null : 'letters.noSignatory'
}

/** Why a report cannot go back to its sender. */
export function returnRefusal(
  ctx: Pick<ViewContext, 'actor'>,
  report: Report,
  gates: Intake['gates'],
): string | null {
  if (ctx.actor.role !== 'assistant') return 'reports.assistantsOnly'
  if (report.caseId !== null) return 'reports.alreadyCase'
  if (report.returned) return 'reports.alreadyReturned'
  if (report.senderKind === 'commission') return 'reports.ownReport'
  return gates.some(gate => gate.missing) ? null : 'reports.nothingMissing'
}
