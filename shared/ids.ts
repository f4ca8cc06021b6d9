import { z } from 'zod'

/**
 * Ids are random UUIDs made by the engine, so that two laptops never make the same one.
 * The brands keep a case id from being passed where a respondent id is meant.
 */
const id = <B extends string>(_brand: B) => z.uuid().brand<B>()

export const accountId = id('AccountId')
export type AccountId = z.infer<typeof accountId>
export const reportId = id('ReportId')
export type ReportId = z.infer<typeof reportId>
export const caseId = id('CaseId')
export type CaseId = z.infer<typeof caseId>
export const personId = id('PersonId')
export type PersonId = z.infer<typeof personId>
export const respondentId = id('RespondentId')
export type RespondentId = z.infer<typeof respondentId>
export const exhibitId = id('ExhibitId')
export type ExhibitId = z.infer<typeof exhibitId>
export const linkId = id('LinkId')
export type LinkId = z.infer<typeof linkId>
export const findingId = id('FindingId')
export type FindingId = z.infer<typeof findingId>
export const plenaryId = id('PlenaryId')
export type PlenaryId = z.infer<typeof plenaryId>
export const voteId = id('VoteId')
export type VoteId = z.infer<typeof voteId>
export const letterId = id('LetterId')
export type LetterId = z.infer<typeof letterId>
export const followUpId = id('FollowUpId')
export type FollowUpId = z.infer<typeof followUpId>

/** A one-time ticket of the shell for a chosen file or folder. */
export const ticket = z.string().min(16).max(64)

/** Ids of the law pack, such as `pp53-2010/4/15/d`; checked against the pack by the engine. */
export const lawId = z.string().min(1).max(80)

/** One line of typed text; control characters are refused. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine(text => !hasControls(text, false), { error: 'text.controls' })
/** A line that may be left out or chosen away; then it is empty. */
export const optionalLine = (max: number) =>
  line(max)
    .nullish()
    .transform(text => text ?? '')
/** A required line. */
export const requiredLine = (max: number) => line(max).min(1, { error: 'text.required' })
/** Several lines of typed text. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine(text => !hasControls(text, true), { error: 'text.controls' })
export const requiredProse = (max: number) => prose(max).min(1, { error: 'text.required' })

/** C0 controls but tab and line breaks, and the marks that turn the reading direction. */
function hasControls(text: string, breaksAllowed: boolean): boolean {
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (code === 9 || code === 10 || code === 13) {
      if (!breaksAllowed) return true
      continue
    }
    if (code < 32 || code === 127) return true
    if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return true
  }
  return false
}
