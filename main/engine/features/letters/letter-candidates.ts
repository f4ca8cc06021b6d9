import type { ReadContext } from '../../context.ts'
import { officialsOf, respondentsOfCase } from '../cases/index.ts'
import { lawOfCase } from '../law/index.ts'
import { citesOf } from '../plenaries/index.ts'
import { higherAddresseeOf } from './addressee.rules.ts'
import { authorityAgency, conflictFor } from './letter-facts.ts'
import { opinionsOf } from './letter-sources.queries.ts'
import { letterCandidates } from './letters.queries.ts'

type Context = Pick<ReadContext, 'db' | 'laws' | 'institution'>

/** Decided persons without a letter, with what must be chosen before one is drafted. */
export function candidatesOf(ctx: Context, caseId: string | null) {
  const { db } = ctx
  const { pack } = ctx.institution()
  return letterCandidates(db, caseId).map(({ voteId, ...row }) => {
    const law = lawOfCase(db, ctx.laws, row.caseId)
    const person = respondentsOfCase(db, row.caseId).find(entry => entry.id === row.respondentId)
    const conflict = person ? conflictFor(db, person, law) : null
    const agency = person && authorityAgency(person, officialsOf(db, person.id))
    const higher = agency && conflict ? higherAddresseeOf(agency, law, pack.higherAuthorities) : null
    return {
      ...row,
      cites: citesOf(db, voteId),
      opinions: opinionsOf(db, voteId).filter(ballot => ballot.opinion.trim() !== '').length,
      conflict: conflict && { ...conflict, higher: higher?.addressee ?? null },
    }
  })
}
