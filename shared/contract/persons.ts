import { z } from 'zod'
import { civilDate } from '../dates.ts'
import { caseId, line, personId, reportId, respondentId } from '../ids.ts'
import { contract, examiners, read } from './define.ts'
import { page } from './reports.ts'

/** What became of one person in one case; alleged, proven and sanctioned are told apart (row 9). */
export const OUTCOMES = ['alleged', 'proven', 'notProven', 'deferred', 'recommended', 'sanctioned'] as const
export const earlierCase = z.object({
  respondentId,
  reportId,
  reportNumber: z.string(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  actOn: civilDate,
  position: z.string(),
  agencyName: z.string(),
  outcome: z.enum(OUTCOMES),
  legalBasis: z.string(),
  sanction: z.string(),
})
export type EarlierCase = z.infer<typeof earlierCase>

export const personRow = z.object({
  id: personId,
  nip: z.string(),
  nipKind: z.enum(['pns', 'pppk', 'old9', 'invalid']),
  name: z.string(),
  position: z.string(),
  agencyName: z.string(),
  reportCount: z.number().int(),
  provenCount: z.number().int(),
})
export type PersonRow = z.infer<typeof personRow>

export const persons = contract('persons', {
  list: read({
    input: page,
    output: z.object({ total: z.number().int(), rows: z.array(personRow) }),
    roles: examiners,
  }),
  get: read({
    input: z.strictObject({ personId }),
    output: personRow.extend({ earlier: z.array(earlierCase) }),
    roles: examiners,
  }),
  /** Earlier cases of a NIP while it is typed in the report form. */
  lookUp: read({
    input: z.strictObject({ nip: line(40) }),
    output: z.object({ name: z.string().nullable(), earlier: z.array(earlierCase) }),
    roles: examiners,
  }),
})
