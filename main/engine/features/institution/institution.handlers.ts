import { join } from 'node:path'
import type { TrustedRoot } from '../../../../shared/contract/institution.ts'
import { CodedError } from '../../errors.ts'
import { type HandlersFor, inTwoSteps } from '../../handlers.ts'
import { loadInstitutionPack } from '../../law/institution-pack-file.ts'
import { deleteRoot, insertInstitution, insertRoot, listRoots, type RootRow } from './institution.queries.ts'
import { publishRoots, readRoot } from './trusted-roots.ts'

export const institutionHandlers: HandlersFor<'institution'> = {
  'institution.get': (_input, ctx) => ctx.institution().pack,

  'institution.example': (_input, ctx) =>
    loadInstitutionPack(join(ctx.resourcesDir, 'institution', 'contoh.json')),

  'institution.update': (input, ctx) => {
    insertInstitution(ctx.db, input, ctx.now().toISOString(), ctx.actor.id)
    ctx.record({ subject: input.name, facts: { version: input.version } })
    ctx.publish('institution.changed')
    return input
  },

  'institution.listTrustedRoots': (_input, ctx) => listRoots(ctx.db).map(shown),

  'institution.addTrustedRoot': inTwoSteps({
    prepare: async (input: { file: string }, ctx) =>
      readRoot(await ctx.redeem(input.file), ctx.now().toISOString()),
    commit: (_input, ctx, root) => {
      insertRoot(ctx.db, root)
      ctx.record({ subject: root.subject, facts: { fingerprint: root.fingerprint } })
      publishRoots(ctx.db, ctx.directory)
      ctx.publish('institution.changed')
      return shown(root)
    },
  }),

  'institution.removeTrustedRoot': (input, ctx) => {
    if (deleteRoot(ctx.db, input.fingerprint) === 0) throw new CodedError('institution.rootUnknown')
    ctx.record({ subject: input.fingerprint })
    publishRoots(ctx.db, ctx.directory)
    ctx.publish('institution.changed')
    return listRoots(ctx.db).map(shown)
  },
}

function shown({ fingerprint, subject, validUntil, addedAt }: RootRow): TrustedRoot {
  return { fingerprint, subject, validUntil, addedAt } as TrustedRoot
}
