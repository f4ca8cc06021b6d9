import type { AgendaItem, AgendaPerson } from '../../../../shared/contract/plenaries.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import type { LawLibrary } from '../../law/law-library.ts'
import type { ReadableDb } from '../../store/database.ts'
import { lawOfCase, rulebookLabel } from '../law/index.ts'
import { earlierCasesOf } from '../persons/index.ts'
import { protectedWords } from '../reports/index.ts'
import { pendingReconsideration } from './decision-history.ts'
import { type Meeting, quorumIn } from './meeting.ts'
import { personFindings } from './person-findings.ts'
import { type AgendaCase, type CasePerson, personsOf } from './plenaries.queries.ts'
import { publicNarrative } from './public-facts.rules.ts'
import { recusalPrompts } from './recusal-prompts.ts'
import { guarded } from './reporter-guard.ts'
import { rulebookShown } from './rulebook-shown.ts'
import { moralSanctionsOf, sanctionName } from './sanction-names.ts'
import { personVote } from './vote-view.ts'

/** One case of a meeting with its persons, votes, recusals and quorum. Never its reporter. */
export function agendaItem(db: ReadableDb, laws: LawLibrary, meeting: Meeting, item: AgendaCase): AgendaItem {
  const law = lawOfCase(db, laws, item.caseId)
  const persons = personsOf(db, item.caseId)
  // The room may be mirrored to a projector: no text in it names the protected reporter.
  const words = protectedWords(db, item.caseId)
  return {
    caseId: item.caseId,
    caseNumber: item.caseNumber,
    ordinal: item.ordinal,
    actOn: item.actOn,
    place: item.place,
    provinceCode: item.provinceCode,
    narrative: publicNarrative(item.narrative, words),
    rulebookLabel: rulebookLabel(item.rulebook, law),
    persons: persons.map(person =>
      guarded(agendaPerson(db, laws, law, meeting, item, person), words),
    ) as AgendaPerson[],
    recusals: meeting.recusals.filter(row => row.caseId === item.caseId),
    recusalPrompts: recusalPrompts(db, law, meeting, item, persons),
    quorum: quorumIn(db, meeting, item.caseId),
  } as AgendaItem
}

function agendaPerson(
  db: ReadableDb,
  laws: LawLibrary,
  law: LawPack,
  meeting: Meeting,
  item: AgendaCase,
  person: CasePerson,
): AgendaPerson {
  const { respondentId } = person
  const vote = meeting.votes.findLast(row => row.respondentId === respondentId)
  const reconsidered = pendingReconsideration(db, respondentId)
  return {
    respondentId,
    name: person.name,
    position: person.position,
    agencyName: person.agencyName,
    findings: personFindings(db, law, respondentId).map(finding => ({
      provisionId: finding.provisionId,
      legalBasis: finding.legalBasis.short,
      subject: finding.subject,
      conclusion: finding.conclusion,
      consideration: finding.consideration,
      elements: finding.elements.map(({ reasons: _, ...element }) => element),
      proposal: sanctionName(law, finding.proposalSanctionId),
      proposalSanctionId: finding.proposalSanctionId,
      proposalReason: finding.proposalReason,
      sanctions: finding.band.map(({ id, name }) => ({ id, name })),
    })),
    moralSanctions: moralSanctionsOf(law),
    rulebook: rulebookShown(db, law, respondentId),
    earlier: earlierCasesOf(db, person.personId, laws)
      .filter(row => row.caseNumber && row.caseNumber !== item.caseNumber)
      .map(({ caseNumber, actOn, outcome, sanction }) => ({ caseNumber, actOn, outcome, sanction })),
    reconsiders: reconsidered && {
      kind: reconsidered.kind,
      cites: reconsidered.cites,
      reason: reconsidered.reason,
    },
    vote: vote ? personVote(db, law, meeting, vote, person.name) : null,
  } as AgendaPerson
}
