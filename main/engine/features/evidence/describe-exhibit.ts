import { type Exhibit, type Provenance, provenance } from '../../../../shared/contract/evidence.ts'
import type { AuditFacts } from '../../audit-chain/audit-entry.ts'
import { requireExaminer } from '../../authorise.ts'
import type { WriteContext } from '../../context.ts'
import { addCustody, saveDescription } from './evidence.queries.ts'
import { changedFields, exhibitNumber, tidyProvenance } from './evidence.rules.ts'
import { exhibitView } from './exhibit-view.ts'
import { indexExhibit } from './index-exhibit.ts'
import { requireExhibit } from './open-exhibit.ts'

type Input = { exhibitId: string; title: string; provenance: Provenance }

/**
 * Keeps title and provenance card. What stood there before goes into the trail, so that a card is never
 * silently rewritten. Throws `evidence.unknown`, the refusals of `requireExaminer` and of `tidyProvenance`.
 */
export function describeExhibit(input: Input, ctx: WriteContext): Exhibit {
  const row = requireExhibit(ctx, input.exhibitId)
  requireExaminer(ctx.db, ctx.actor, row.caseId)
  const before = provenance.parse(JSON.parse(row.provenance))
  const after = tidyProvenance(input.provenance)
  const fields = changedFields(before, after)
  const at = ctx.now().toISOString()
  saveDescription(ctx.db, row.id, input.title, JSON.stringify(after))
  const custody = { exhibitId: row.id, at, accountId: ctx.actor.id }
  if (input.title !== row.title) addCustody(ctx.db, { ...custody, act: 'retitled', detail: row.title })
  if (fields.length > 0) {
    addCustody(ctx.db, { ...custody, act: 'provenanceChanged', detail: fields.join(', ') })
  }
  const facts: AuditFacts = { title: input.title, fields: fields.join(', ') }
  if (input.title !== row.title) facts.titleBefore = row.title
  for (const field of fields) facts[`before.${field}`] = before[field]
  ctx.record({ caseId: row.caseId, subject: exhibitNumber(row), facts })
  ctx.publish('evidence.changed', { caseId: row.caseId, exhibitId: row.id })
  const exhibit = exhibitView(requireExhibit(ctx, row.id))
  indexExhibit(ctx.db, exhibit)
  return exhibit
}
