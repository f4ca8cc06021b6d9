import { z } from 'zod'
import { instant } from '../dates.ts'
import { contract, draftCall, everyone, nothing, read } from './define.ts'

/** Unfinished typing of one account, kept encrypted; it is no part of the record. */
export const draft = z.object({ key: z.string(), content: z.string(), savedAt: instant })
export type Draft = z.infer<typeof draft>

const draftKey = z.string().regex(/^[a-zA-Z0-9./-]{1,120}$/)

export const drafts = contract('drafts', {
  get: read({ input: z.strictObject({ key: draftKey }), output: draft.nullable(), roles: everyone }),
  save: draftCall({
    input: z.strictObject({ key: draftKey, content: z.string().max(2_000_000) }),
    output: z.object({ savedAt: instant }),
    roles: everyone,
  }),
  discard: draftCall({ input: z.strictObject({ key: draftKey }), output: nothing, roles: everyone }),
})
