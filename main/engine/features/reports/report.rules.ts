import type { ReportInput } from '../../../../shared/contract/reports.ts'
import type { CivilDate } from '../../../../shared/dates.ts'
import type { Election, LawPack } from '../../../../shared/law-pack.ts'
import { type ParsedNip, parseNip } from '../../../../shared/nip.ts'
import { CodedError } from '../../errors.ts'
import { violationFormById } from '../../law/index.ts'
import { positionKindId } from '../law/index.ts'

/**
 * Checks that a report makes sense before anything is kept: dates in order, choices known to the law
 * pack, each person once with a number that can be read. Gives the read NIPs in the order of the
 * persons. Throws the codes of `reports.register`; doubts about a NIP are no error but warnings.
 */
export function checkReport(input: ReportInput, pack: LawPack): ParsedNip[] {
  if (input.actOn > input.receivedOn) {
    throw new CodedError('reports.actAfterReceipt', { actOn: input.actOn, receivedOn: input.receivedOn })
  }
  if (input.actUntil !== null && input.actUntil < input.actOn) {
    throw new CodedError('reports.actEndsBeforeItBegins', { actOn: input.actOn, actUntil: input.actUntil })
  }
  violationFormById(pack, input.violationForm)
  checkSource(input, pack)
  for (const person of input.respondents) {
    checkProvince(person.provinceCode, pack)
    checkKnown(
      'law.unknownGrade',
      person.grade,
      pack.reference.golongan.map(entry => entry.code),
    )
    checkKnown(
      'law.unknownPositionKind',
      person.positionKind,
      pack.reference.jabatanKinds.map(positionKindId),
    )
  }
  return readNips(input.respondents.map(person => person.nip))
}

/** Sender's letter, election and province, at registration and when they are completed later. */
export function checkSource(
  input: Pick<ReportInput, 'senderLetterOn' | 'receivedOn' | 'electionId' | 'electionScope' | 'provinceCode'>,
  pack: LawPack,
): void {
  if (input.senderLetterOn !== null && input.senderLetterOn > input.receivedOn) {
    throw new CodedError('reports.letterAfterReceipt', {
      letterOn: input.senderLetterOn,
      receivedOn: input.receivedOn,
    })
  }
  const election = electionOf(input.electionId, pack)
  if (election && !election.scope.includes(input.electionScope)) {
    throw new CodedError('reports.scopeNotInElection', { election: election.name })
  }
  checkProvince(input.provinceCode, pack)
}

/**
 * The day on which the supported person became a candidate: as typed, else from the election; the
 * legislative list has its own day. Null when no election is named.
 */
export function designationDay(
  input: Pick<ReportInput, 'designatedOn' | 'electionId' | 'electionScope'>,
  pack: LawPack,
): CivilDate | null {
  if (input.designatedOn !== null) return input.designatedOn
  const election = electionOf(input.electionId, pack)
  if (!election) return null
  const legislative =
    input.electionScope === 'presiden' ? undefined : election.candidatesDesignatedLegislative
  return legislative ?? election.candidatesDesignated
}

/** Each NIP read; a number that cannot be read or stands twice is refused with its place in the form. */
function readNips(typed: readonly string[]): ParsedNip[] {
  const firstAt = new Map<string, number>()
  return typed.map((text, n) => {
    const nip = parseNip(text)
    const ordinal = n + 1
    if (nip.kind === 'invalid') {
      throw new CodedError('reports.nipInvalid', { ordinal, nip: text, warning: nip.warnings[0] ?? '' })
    }
    const first = firstAt.get(nip.digits)
    if (first !== undefined) throw new CodedError('reports.nipTwice', { ordinal, first })
    firstAt.set(nip.digits, ordinal)
    return nip
  })
}

function electionOf(id: string | null, pack: LawPack): Election | undefined {
  if (id === null) return undefined
  const found = pack.elections.find(entry => entry.id === id)
  if (!found) throw new CodedError('law.unknownElection', { id })
  return found
}

function checkProvince(code: string, pack: LawPack): void {
  checkKnown(
    'law.unknownProvince',
    code,
    pack.reference.provinces.map(entry => entry.code),
  )
}

function checkKnown(code: string, value: string, known: readonly string[]): void {
  if (value !== '' && !known.includes(value)) throw new CodedError(code, { id: value })
}
