import { z } from 'zod'
import { civilDate, instant } from '../dates.ts'
import {
  caseId,
  followUpId,
  lawId,
  letterId,
  prose,
  requiredLine,
  requiredProse,
  respondentId,
  ticket,
} from '../ids.ts'
import { contract, examiners, read, write } from './define.ts'

export const followUp = z.object({
  id: followUpId,
  letterId,
  letterNumber: z.string(),
  caseId,
  caseNumber: z.string(),
  respondentId,
  respondentName: z.string(),
  addressee: z.string(),
  recommended: z.string(),
  startedOn: civilDate,
  dueOn: civilDate,
  computation: z.object({
    days: z.number().int(),
    unit: z.enum(['hari', 'hari kerja']),
    basis: z.string(),
    skipped: z.array(z.object({ on: civilDate, reason: z.string() })),
  }),
  state: z.enum(['waiting', 'late', 'closed']),
  /** Calendar days since the letter went out. */
  daysWaiting: z.number().int(),
  closure: z
    .object({
      kind: z.enum(['sanctionDecision', 'noSanctionDecision']),
      number: z.string(),
      on: civilDate.nullable(),
      imposed: z.string(),
      /** Imposed against recommended: same, lighter, heavier, or not comparable. */
      difference: z.enum(['same', 'lighter', 'heavier', 'notComparable']),
      note: z.string(),
      exhibitNumber: z.string().nullable(),
      closedAt: instant,
      closedBy: z.string(),
    })
    .nullable(),
  sanctionChoices: z.array(z.object({ id: z.string(), name: z.string(), level: z.string() })),
})
export type FollowUp = z.infer<typeof followUp>

export const followUps = contract('followUps', {
  list: read({
    input: z.strictObject({
      state: z.enum(['waiting', 'late', 'closed']).nullable().default(null),
      caseId: caseId.nullable().default(null),
    }),
    output: z.array(followUp),
    roles: examiners,
  }),
  /** Records the SK and closes the clock. Codes: followUps.alreadyClosed, followUps.beforeLetter, followUps.fileRequired. */
  recordSanctionDecision: write({
    input: z.strictObject({
      followUpId,
      number: requiredLine(120),
      on: civilDate,
      sanctionId: lawId.nullable(),
      note: prose(4000).default(''),
      file: ticket,
    }),
    output: followUp,
    roles: examiners,
  }),
  /** Closes without an SK, with a reason that is kept. */
  closeWithout: write({
    input: z.strictObject({
      followUpId,
      reason: requiredProse(4000).min(20, { error: 'followUps.reasonShort' }),
    }),
    output: followUp,
    roles: examiners,
  }),
})
