import type { Draft } from '../../../../shared/contract/drafts.ts'
import type { Instant } from '../../../../shared/dates.ts'
import type { HandlersFor } from '../../handlers.ts'
import { sql } from '../../store/sql.ts'

/** Unfinished typing of the signed-in account; another account never sees it. */
export const draftsHandlers: HandlersFor<'drafts'> = {
  'drafts.get': (input, ctx) =>
    ctx.db.get<Draft>(sql`select key, content, saved_at as savedAt from drafts
      where account_id = ${ctx.actor.id} and key = ${input.key}`) ?? null,

  'drafts.save': (input, ctx) => {
    const savedAt = ctx.now().toISOString() as Instant
    ctx.db.run(sql`insert into drafts (account_id, key, content, saved_at)
      values (${ctx.actor.id}, ${input.key}, ${input.content}, ${savedAt})
      on conflict (account_id, key) do update set content = excluded.content, saved_at = excluded.saved_at`)
    return { savedAt }
  },

  'drafts.discard': (input, ctx) => {
    ctx.db.run(sql`delete from drafts where account_id = ${ctx.actor.id} and key = ${input.key}`)
    return {}
  },
}
