import type { Parsed } from '../../../../shared/contract/index.ts'
import type { PpkConflict } from '../../../../shared/contract/intake-shapes.ts'
import { requireExaminer } from '../../authorise.ts'
import type { ReadContext, WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { authorityOf, higherAddresseeOf } from '../letters/index.ts'
import { conflictHint } from './conflict.rules.ts'
import { conflictOf, insertConflict, reportOfRespondent } from './conflicts.queries.ts'
import { reportById } from './reports.queries.ts'

type ViewContext = Pick<ReadContext, 'db' | 'law' | 'institution'>

/** For each person of a report, whether the supervising authority (PPK) is part of the matter. */
export function conflictsOf(ctx: ViewContext, reportId: string): PpkConflict[] {
  const { db, law } = ctx
  const report = reportById(db, reportId)
  const { pack } = ctx.institution()
  return report.respondents.map(person => {
    const authority = authorityOf(person, law)
    const title = law.reference.ppkByInstansi.find(entry => entry.instansi === person.agencyType)?.ppk ?? ''
    return {
      respondentId: person.id,
      respondentName: person.name,
      authority,
      decided: (conflictOf(db, person.id) ?? null) as PpkConflict['decided'],
      suggestion: conflictHint({
        title,
        agencyName: person.agencyName,
        candidate: report.candidate,
        others: report.respondents,
      }),
      higher: higherAddresseeOf(person, law, pack.higherAuthorities),
    }
  })
}

/** Notes whether the authority of a person is named, a candidate, or neither. Throws the codes of `reports.flagConflict`. */
export function flagConflict(input: Parsed<'reports.flagConflict'>, ctx: WriteContext): PpkConflict[] {
  const { db } = ctx
  const { respondentId, kind, note } = input
  const place = reportOfRespondent(db, respondentId)
  if (!place) throw new CodedError('reports.unknownRespondent')
  const { caseId, reportId } = place
  if (caseId !== null) requireExaminer(db, ctx.actor, caseId)
  if (kind !== 'none' && note === '') throw new CodedError('reports.noteRequired')
  insertConflict(db, { respondentId, kind, note, accountId: ctx.actor.id, at: ctx.now().toISOString() })
  ctx.record({ caseId, subject: place.name, facts: { reportId, person: place.name, conflict: kind, note } })
  ctx.publish('reports.changed', { reportId })
  if (caseId !== null) ctx.publish('cases.changed', { caseId })
  return conflictsOf(ctx, reportId)
}
