import type { DocketGroup, DocketRow } from '../../../../shared/contract/docket.ts'
import { civilDateAt, instantOf } from '../../../../shared/dates.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import type { HandlersFor } from '../../handlers.ts'
import type { ReadableDb } from '../../store/database.ts'
import { nextStepOf, standingsOf, workingDaysLeft } from '../cases/index.ts'
import { waitingDeferrals } from './deferrals.queries.ts'
import { type DocketOf, docketRows, type StoredRow, standingsInReach } from './docket.queries.ts'
import { exactReason, reasonOf } from './reason.queries.ts'
import { searchHits } from './search.queries.ts'
import { matchQuery } from './search-terms.ts'

const SHOWN: readonly DocketGroup[] = ['late', 'returned', 'mine', 'elsewhere']

export const docketHandlers: HandlersFor<'docket'> = {
  'docket.list': (input, ctx) => {
    const { pack } = ctx.institution()
    const today = civilDateAt(instantOf(ctx.now()), pack.zone)
    const match = matchQuery(input.query)
    if (input.query !== '' && match === null) return nothingFound()
    const of: DocketOf = { accountId: ctx.actor.id, role: ctx.actor.role, today, match }
    const standings = standingsInReach(ctx.db, of)
    const inGroup = (group: DocketGroup) => standings.filter(standing => standing.grp === group)
    // Late first, then what came back, what waits on the account and what others hold.
    const asked = input.group === null ? SHOWN.flatMap(inGroup) : inGroup(input.group)
    const page = asked.slice(input.offset, input.offset + input.limit)
    return {
      total: asked.length,
      counts: {
        late: inGroup('late').length,
        mine: inGroup('mine').length,
        returned: inGroup('returned').length,
        elsewhere: inGroup('elsewhere').length,
      },
      rows: rowsFor(ctx.db, docketRows(ctx.db, page), pack, today),
    }
  },

  'docket.search': (input, ctx) => {
    const match = matchQuery(input.query)
    return match === null ? [] : searchHits(ctx.db, match, input.limit)
  },
}

function nothingFound() {
  return { total: 0, counts: { late: 0, mine: 0, returned: 0, elsewhere: 0 }, rows: [] }
}

/** Adds what only the shown rows need: the step as the facts are now, its reason, working days left. */
function rowsFor(db: ReadableDb, rows: StoredRow[], pack: InstitutionPack, today: string): DocketRow[] {
  const ids = rows.map(row => row.respondentId)
  const standings = standingsOf(db, ids)
  const deferrals = waitingDeferrals(db, ids)
  const steps = new Map(standings.map(standing => [standing.respondentId, nextStepOf(standing)]))
  return rows.map(row => {
    const nextStep = steps.get(row.respondentId) ?? row.nextStep
    const deferral = deferrals.get(row.respondentId) ?? null
    return {
      ...row,
      key: row.respondentId,
      nextStep,
      workingDaysLeft: row.dueOn === null ? null : workingDaysLeft(pack, today, row.dueOn),
      reason: exactReason(reasonOf(db, row.respondentId, nextStep), deferral),
      deferral,
    }
  })
}
