import type { LawPack, Provision, Sanction } from '../../../shared/law-pack.ts'
import type { ConcurrenceRule } from './concurrence.ts'
import { legalBasisText } from './legal-basis.ts'
import { perPack } from './pack-memo.ts'
import { exceptionById, provisionById, regulationById } from './provisions.ts'
import type { ProposalStep } from './sanction-proposal.ts'

/** The steps of one proposal in the order in which they were taken. */
export type ProposalTrace = {
  steps: ProposalStep[]
  /** True once a step left something open that the proposal hangs on. */
  undecided: boolean
  /**
   * `check` 'decide': the proposal hangs on a person's answer; 'look': a person should look at the text, but
   * what is proposed stays the same.
   */
  add: (step: Omit<ProposalStep, 'needsHumanCheck'>, check?: 'decide' | 'look' | null) => void
}

export function startTrace(): ProposalTrace {
  const trace: ProposalTrace = {
    steps: [],
    undecided: false,
    add: (step, check = null) => {
      trace.steps.push({ ...step, needsHumanCheck: check !== null })
      if (check === 'decide') trace.undecided = true
    },
  }
  return trace
}

/** 'PP 53/2010 Pasal 4 angka 15 huruf d'. */
export function nameOf(provision: Provision, pack: LawPack): string {
  return `${regulationById(pack, provision.regulation).number} ${provision.citation}`
}

/** 'Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9 PP 53/2010'. */
export function basisOf(provision: Provision, pack: LawPack, level?: Sanction['level']): string {
  return bases(pack, level === undefined ? provision.id : `${provision.id} ${level}`)
}

const bases = perPack((pack, key) => {
  const [id = '', level] = key.split(' ')
  const provision = provisionById(pack, id)
  const { short } = legalBasisText(provision, pack, level as Sanction['level'] | undefined)
  return `${short} ${regulationById(pack, provision.regulation).number}`
})

/** 'Penundaan kenaikan pangkat selama 1 tahun (PP 53/2010 Pasal 7 ayat (3) huruf b)'. */
export function kindName(sanction: Sanction, pack: LawPack): string {
  return `${sanction.name} (${regulationById(pack, sanction.regulation).number} ${sanction.citation})`
}

/** Rule and citation of a concurrence rule. */
export function byRule(rule: ConcurrenceRule): { rule: string; citation: string } {
  return { rule: rule.id, citation: rule.citation }
}

/** Rule and citation of a provision. */
export function byProvision(provision: Provision, pack: LawPack): { rule: string; citation: string } {
  return { rule: provision.id, citation: basisOf(provision, pack) }
}

/** Rule and citation of an exception of `rulebookSelection`. */
export function byException(id: string, pack: LawPack): { rule: string; citation: string } {
  return { rule: id, citation: exceptionById(pack, id)?.basis ?? '' }
}
