import { z } from 'zod'
import { instant } from '../dates.ts'
import { historyEntry } from './cases.ts'
import { contract, everyone, noInput, read } from './define.ts'

export const audit = contract('audit', {
  /** Checks the whole chain. `firstBroken` names the first row that does not fit. */
  check: read({
    input: noInput,
    output: z.object({
      whole: z.boolean(),
      entries: z.number().int(),
      firstBroken: z.object({ seq: z.number().int(), reason: z.string() }).nullable(),
      headHash: z.string(),
      checkedAt: instant,
    }),
    roles: everyone,
  }),
  /** The latest entries; those about cases are shown without content to who may not see them. */
  latest: read({
    input: z.strictObject({ limit: z.number().int().min(1).max(500).default(100) }),
    output: z.array(historyEntry),
    roles: everyone,
  }),
})
