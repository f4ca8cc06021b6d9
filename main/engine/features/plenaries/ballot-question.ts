import type { LawPack } from '../../../../shared/law-pack.ts'
import { activeKeys } from '../../audit-chain/signing-keys.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { institutionVersion } from '../institution/institution.queries.ts'
import { type BallotQuestion, ballotQuestion, canonicalText, readCanonical } from './ballot-format.ts'
import { expectedVoters, type Meeting, quorumIn } from './meeting.ts'
import { personFindings, supportingFindings } from './person-findings.ts'
import type { AgendaCase, CasePerson, VoteRow } from './plenaries.queries.ts'
import { openingThreshold } from './plenaries.rules.ts'
import { moralSanctionsOf } from './sanction-names.ts'

/**
 * The question of a vote as every ballot will name it by hash. Who votes, who can open, tie rule, band: all is
 * fixed here. Throws `plenaries.noVotingKey` {name} for a member whose keys are not in the keyring.
 */
export function newQuestion(
  ctx: WriteContext,
  law: LawPack,
  meeting: Meeting,
  vote: { id: string; openedAt: string; item: AgendaCase; person: CasePerson },
): BallotQuestion {
  const { plenary } = meeting
  const { item, person } = vote
  const pack = institutionVersion(ctx.db, plenary.institutionVersion)
  const holders = expectedVoters(meeting, item.caseId).map(({ accountId, displayName }) => {
    const keys = ctx.publicKeys(accountId)
    // The audit trail must have introduced the key, or nobody outside could tell whose it is.
    if (!keys || !activeKeys(ctx.db, { accountId }).some(key => key.equals(keys.signPublic))) {
      throw new CodedError('plenaries.noVotingKey', { name: displayName })
    }
    const { sealPublic, signPublic } = keys
    return {
      accountId,
      displayName,
      sealKey: sealPublic.toString('hex'),
      voteKey: signPublic.toString('hex'),
    }
  })
  const supporting = supportingFindings(personFindings(ctx.db, law, person.respondentId))
  const { present, base, needed } = quorumIn(ctx.db, meeting, item.caseId)
  const band = supporting.flatMap(finding => finding.band.map(sanction => sanction.id))
  return {
    purpose: 'adjudikasn-question',
    version: 1,
    voteId: vote.id,
    plenaryId: plenary.id,
    plenaryNumber: plenary.number,
    agendaNumber: item.ordinal,
    caseId: item.caseId,
    caseNumber: item.caseNumber,
    respondentId: person.respondentId,
    respondentName: person.name,
    provenSupported: supporting.length > 0,
    sanctions: [...new Set(band)],
    moralSanctions: moralSanctionsOf(law).map(sanction => sanction.id),
    lawPackVersion: law.version,
    holders,
    threshold: openingThreshold(pack.openingThreshold?.rule, holders.length),
    presiderId: plenary.presidedBy,
    tieRule: pack.tieRule,
    quorum: { present, base, needed },
    openedAt: vote.openedAt,
  }
}

/** The canonical text of a question, whose hash every ballot carries. */
export function questionText(question: BallotQuestion): string {
  return canonicalText(question)
}

/** The question of a vote; null for a vote of an earlier program. Throws `plenaries.questionDamaged`. */
export function questionOf(vote: Pick<VoteRow, 'question' | 'id'>): BallotQuestion | null {
  if (vote.question === null) return null
  const question = readCanonical(ballotQuestion, vote.question)
  if (question?.voteId !== vote.id) throw new CodedError('plenaries.questionDamaged')
  return question
}

/** The question of an open vote. Throws `plenaries.voteClosed`, `plenaries.questionDamaged`. */
export function openQuestion(vote: VoteRow, meeting: Meeting): BallotQuestion {
  const question = questionOf(vote)
  if (!question || vote.state !== 'open' || meeting.plenary.state !== 'open') {
    throw new CodedError('plenaries.voteClosed')
  }
  return question
}
