import { parseNip } from '../../../../shared/nip.ts'
import type { HandlersFor } from '../../handlers.ts'
import { matchQuery } from '../docket/index.ts'
import { earlierCasesOf } from './earlier-cases.ts'
import { personById, personByNip, personPage } from './persons.queries.ts'

export const personsHandlers: HandlersFor<'persons'> = {
  'persons.list': (input, ctx) => {
    const match = matchQuery(input.query)
    if (input.query !== '' && match === null) return { total: 0, rows: [] }
    return personPage(ctx.db, match, input)
  },

  'persons.get': (input, ctx) => ({
    ...personById(ctx.db, input.personId),
    earlier: earlierCasesOf(ctx.db, input.personId, ctx.laws),
  }),

  'persons.lookUp': (input, ctx) => {
    const { digits } = parseNip(input.nip)
    const person = digits === '' ? undefined : personByNip(ctx.db, digits)
    if (!person) return { name: null, earlier: [] }
    return { name: person.name, earlier: earlierCasesOf(ctx.db, person.id, ctx.laws) }
  },
}
