import { randomUUID } from 'node:crypto'
import type { Finding } from '../../../../shared/contract/findings.ts'
import { requireExaminer } from '../../authorise.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { elementsOf, provisionById } from '../../law/index.ts'
import { noteChanges } from './finding-changes.ts'
import { caseFacts, findingRowsOfRespondent, insertElement, insertFinding } from './findings.queries.ts'
import { lawOf } from './law-of-finding.ts'
import { entered, requireFinding, requireUndecidedPerson } from './open-finding.ts'
import { personLaw } from './person-law.ts'
import { mayRestOn } from './provision-choices.ts'

/**
 * A new finding with the elements of its provision, none assessed. Throws the refusals of `requireExaminer`,
 * `law.unknownProvision`, `findings.otherRulebook`, `findings.respondentOfOtherCase`, `findings.decided`,
 * `findings.alreadyAdded`.
 */
export function addFinding(
  input: { caseId: string; respondentId: string; provisionId: string },
  ctx: WriteContext,
): Finding {
  requireExaminer(ctx.db, ctx.actor, input.caseId)
  const facts = caseFacts(ctx.db, input.caseId)
  if (!facts) throw new CodedError('cases.unknown')
  const law = lawOf(ctx, input.caseId)
  const provision = provisionById(law, input.provisionId)
  requireUndecidedPerson(ctx, input.caseId, input.respondentId)
  const person = personLaw(ctx.db, law, facts, input.respondentId)
  if (!mayRestOn(provision, facts, person, law)) {
    throw new CodedError('findings.otherRulebook', { citation: provision.citation })
  }
  const known = findingRowsOfRespondent(ctx.db, input.respondentId)
  if (known.some(row => row.provisionId === provision.id)) {
    throw new CodedError('findings.alreadyAdded', { citation: provision.citation })
  }
  const id = randomUUID()
  const at = ctx.now().toISOString()
  insertFinding(ctx.db, { ...input, id, lawPackVersion: law.version, authorId: ctx.actor.id, at })
  for (const [n, element] of elementsOf(law, provision.id).entries()) {
    insertElement(ctx.db, id, n + 1, element.id, element.label)
  }
  noteChanges(ctx, id, [{ field: 'finding', before: '', after: provision.citation }])
  return entered(ctx, requireFinding(ctx, id), { provisionId: provision.id, lawPack: law.version })
}
