import type { GateItem } from '../../../../shared/contract/intake-shapes.ts'
import type { Report } from '../../../../shared/contract/reports.ts'
import type { IntakeGate } from '../../../../shared/institution-pack.ts'

/** What the gates look at: the report, and whether its protected reporter is known, never who it is. */
export type GateFacts = Omit<Report, 'hasProtectedReporter'> & {
  hasReporterName: boolean
  hasReporterContact: boolean
}

type Need = IntakeGate['needs']
type Check = (facts: GateFacts, gate: IntakeGate) => boolean

const MET: Readonly<Record<Need, Check>> = {
  sender: facts => facts.senderKind === 'commission' || facts.senderOffice !== '' || facts.hasReporterName,
  senderLetter: facts => facts.senderLetterNumber !== '' && facts.senderLetterOn !== null,
  reporterName: facts => facts.hasReporterName,
  reporterContact: facts => facts.hasReporterContact || facts.senderOffice !== '',
  nip: facts => facts.respondents.every(person => person.nipKind !== 'invalid' && !hasDoubts(person)),
  workUnit: facts => facts.respondents.every(person => person.workUnit !== ''),
  narrative: (facts, gate) => facts.narrative.trim().length >= (gate.atLeast ?? 1),
  initialEvidence: facts => facts.initialEvidence !== '',
  actTime: facts => facts.actTime !== '',
  candidate: facts => facts.candidate !== '',
  election: facts => facts.electionId !== null,
  designation: facts => facts.designatedOn !== null,
  province: facts => facts.provinceCode !== '',
}

/** A number typed with look-alike letters is repaired and no doubt any more; the old format is valid. */
const hasDoubts = (person: Report['respondents'][number]) =>
  person.nipWarnings.some(code => !['nip.lookAlike', 'nip.fullWidth', 'nip.oldFormat'].includes(code))

/**
 * Each requirement of the institution pack that applies to a report of this kind of sender, in the pack's
 * order, with whether it is missing (features row 3). No gate of the pack: nothing is missing.
 */
export function gatesOf(facts: GateFacts, gates: readonly IntakeGate[]): GateItem[] {
  return gates
    .filter(gate => !gate.senders || gate.senders.includes(facts.senderKind))
    .map(gate => ({
      id: gate.id,
      kind: gate.kind,
      label: gate.label,
      sentence: gate.sentence,
      basis: gate.basis,
      needs: gate.needs,
      missing: !MET[gate.needs](facts, gate),
    }))
}

/** Labels of the formal items that are missing; with any of them a case file needs a reason. */
export function missingFormal(gates: readonly GateItem[]): string[] {
  return gates.filter(gate => gate.missing && gate.kind === 'formal').map(gate => gate.label)
}
