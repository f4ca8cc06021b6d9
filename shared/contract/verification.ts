import { z } from 'zod'
import { instant } from '../dates.ts'
import { ticket } from '../ids.ts'
import { contract, read } from './define.ts'

/** Three verdicts only: genuine, changed, or cannot tell and what is missing (features row 52). */
export const verificationResult = z.object({
  fileName: z.string(),
  sha256: z.string(),
  outcome: z.enum(['genuine', 'changed', 'cannotTell']),
  reasons: z.array(
    z.object({
      code: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
  signatures: z.array(
    z.object({
      field: z.string(),
      signerName: z.string(),
      serialNumber: z.string(),
      claimedAt: instant.nullable(),
      valid: z.boolean(),
      trusted: z.boolean(),
      coversWholeFile: z.boolean(),
    }),
  ),
  letter: z
    .object({
      number: z.string(),
      datedOn: z.string(),
      subject: z.string(),
      institution: z.string(),
    })
    .nullable(),
  checkedAt: instant,
  trustedRootCount: z.number().int(),
})
export type VerificationResult = z.infer<typeof verificationResult>

export const verification = contract('verification', {
  /** Checks any PDF; nothing of it is kept. Works while locked with the store's public trust list. */
  check: read({
    input: z.strictObject({ file: ticket, trust: ticket.nullable().default(null) }),
    output: verificationResult,
    roles: 'lockedToo',
  }),
})
