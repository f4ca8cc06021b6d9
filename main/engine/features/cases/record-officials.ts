import { isDeepStrictEqual } from 'node:util'
import type { Officials } from '../../../../shared/contract/cases.ts'
import type { Parsed } from '../../../../shared/contract/index.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { lawOfCase } from '../law/index.ts'
import { caseHeader } from './case-header.queries.ts'
import { changeablePerson } from './choose-rulebook.ts'
import { officialsOf, saveOfficials } from './officials.queries.ts'

/**
 * Notes the home agency of a seconded person, whose supervising authority then decides, and an official who had to
 * sanction the person and did not. Both stand in the proposal and the letter with the rule of the pack. Throws the
 * codes of `cases.recordOfficials`.
 */
export function recordOfficials(input: Parsed<'cases.recordOfficials'>, ctx: WriteContext): void {
  const { caseId, respondentId, homeAgency, failedOfficial } = input
  const person = changeablePerson(ctx, caseId, respondentId)
  const next: Officials = { homeAgency, failedOfficial }
  if (homeAgency) requireProvince(ctx, caseId, homeAgency)
  const before = officialsOf(ctx.db, respondentId)
  if (isDeepStrictEqual(before, next)) {
    throw new CodedError('cases.officialsUnchanged', { name: person.name })
  }
  saveOfficials(ctx.db, {
    caseId,
    respondentId,
    ...next,
    accountId: ctx.actor.id,
    at: ctx.now().toISOString(),
  })
  ctx.record({
    caseId,
    subject: caseHeader(ctx.db, caseId).registerNumber,
    facts: {
      name: person.name,
      homeAgency: homeAgency?.agencyName ?? null,
      homeBefore: before.homeAgency?.agencyName ?? null,
      failedPost: failedOfficial?.post ?? null,
      failedBefore: before.failedOfficial?.post ?? null,
      isAuthority: failedOfficial?.isAuthority ?? null,
      note: failedOfficial?.note ?? null,
    },
  })
  ctx.publish('cases.changed', { caseId })
}

/** A region has a province of the pack; the central government has none. */
function requireProvince(
  ctx: WriteContext,
  caseId: string,
  { agencyType, provinceCode }: NonNullable<Officials['homeAgency']>,
): void {
  const isRegional = ['pemprov', 'pemkab', 'pemkot'].includes(agencyType)
  const { provinces } = lawOfCase(ctx.db, ctx.laws, caseId).reference
  const isKnown = provinces.some(entry => entry.code === provinceCode)
  if (isRegional ? !isKnown : provinceCode !== '' && !isKnown) {
    throw new CodedError('cases.homeProvince', { provinceCode })
  }
}
