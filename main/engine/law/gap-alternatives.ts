import type { ElectionScope, LawPack, Provision } from '../../../shared/law-pack.ts'
import { proposalSentences as say } from '../../../shared/strings/id/sanction-proposal.ts'
import { byException, nameOf, type ProposalTrace } from './proposal-trace.ts'
import { provisionById } from './provisions.ts'
import type { ProposalFacts } from './sanction-proposal.ts'
import { suggestProvisions } from './suggest-provisions.ts'

/**
 * What a person may look at where a provision does not reach the election: for the forms of violation that
 * this provision answers in other elections, the suggestions of the pack for this one, and the ethics track.
 * Only named in the trace: the program closes no gap of the law.
 */
export function gapAlternatives(
  provision: Provision,
  facts: ProposalFacts,
  pack: LawPack,
  trace: ProposalTrace,
): void {
  const { ethicsTrack } = pack.rulebookSelection.machine
  const { electionScope } = facts
  if (electionScope === null) return
  const names = alternativesTo(provision, electionScope, facts.rulebook, pack).map(entry =>
    nameOf(entry, pack),
  )
  const ethics = nameOf(provisionById(pack, ethicsTrack.provision), pack)
  trace.add(
    { ...byException(ethicsTrack.exception, pack), sentence: say.gapAlternatives(names, ethics) },
    'decide',
  )
}

/** Provisions that the pack suggests instead of this one for that election, each once. */
export function alternativesTo(
  provision: Provision,
  scope: ElectionScope,
  rulebook: string,
  pack: LawPack,
): Provision[] {
  const found = pack.violationForms
    .filter(form => {
      const mapping = form.byStage.calon[rulebook] ?? []
      const lists = Array.isArray(mapping) ? [mapping] : Object.values(mapping)
      return lists.flat().includes(provision.id)
    })
    .flatMap(form => {
      const { provisions, alsoConsider } = suggestProvisions(form.id, 'calon', scope, rulebook, pack)
      return [...provisions, ...alsoConsider]
    })
    .filter(entry => entry.electionScope.length === 0 || entry.electionScope.includes(scope))
  return [...new Set(found)]
}
