import { STAGES, type Stage } from '../../../../shared/contract/cases.ts'
import type { NextStep } from '../../../../shared/contract/docket.ts'

/** What is known of one person in one case; counts leave out withdrawn findings. */
export type PersonFacts = {
  exhibits: number
  findings: number
  draftFindings: number
  undecidedFindings: number
  returnedFindings: number
  submittedFindings: number
  /** Outcome of the newest decision of the plenary; null without one, and while it is being reconsidered. */
  outcome: 'proven' | 'notProven' | 'deferred' | null
  /** Is the case on the agenda of a meeting that has still to decide about the person? */
  onAgenda: boolean
  /**
   * Whether the newest decision is a deferral: 'asked' says what is needed and nothing was reviewed since,
   * 'answered' asks for nothing, or a finding was reviewed anew.
   */
  deferral: 'none' | 'asked' | 'answered'
  /** State of the letter on the newest decision, or null. */
  letterState: string | null
  followUp: 'none' | 'open' | 'closed'
}

/**
 * Where one person stands, from facts alone: nothing stores a stage by hand. A deferred decision
 * leaves the person where the findings stand; a not proven one is closed by its letter.
 */
export function stageOf(facts: PersonFacts): Stage {
  if (facts.outcome === 'proven' || facts.outcome === 'notProven') {
    if (facts.letterState !== 'issued') return 'letter'
    if (facts.followUp === 'none') return facts.outcome === 'proven' ? 'followUp' : 'closed'
    return facts.followUp === 'closed' ? 'closed' : 'followUp'
  }
  if (facts.findings === 0 || facts.draftFindings + facts.returnedFindings > 0) return 'examination'
  return facts.submittedFindings > 0 ? 'review' : 'plenary'
}

/** The stage of the slowest person; a case without persons has just begun. */
export function slowestStage(stages: readonly Stage[]): Stage {
  return STAGES.find(stage => stages.includes(stage)) ?? 'examination'
}

const LETTER_STEPS: Readonly<Record<string, NextStep>> = {
  draft: 'draftLetter',
  returned: 'answerLetterReview',
  inReview: 'reviewLetter',
  reviewed: 'approveLetter',
  approved: 'finaliseLetter',
  finalised: 'signLetter',
}

/** The next thing that somebody has to do for this person. */
export function nextStepOf(facts: PersonFacts): NextStep {
  switch (stageOf(facts)) {
    case 'examination':
      return examinationStep(facts)
    case 'review':
      return 'review'
    case 'plenary':
      if (facts.onAgenda) return 'vote'
      return facts.deferral === 'asked' ? 'answerDeferral' : 'schedulePlenary'
    case 'letter':
      return LETTER_STEPS[facts.letterState ?? ''] ?? 'draftLetter'
    case 'followUp':
      return 'awaitSanctionDecision'
    case 'closed':
      return 'done'
  }
}

function examinationStep(facts: PersonFacts): NextStep {
  if (facts.returnedFindings > 0) return 'answerReview'
  if (facts.exhibits === 0) return 'addExhibits'
  if (facts.findings === 0 || facts.undecidedFindings > 0) return 'assess'
  return 'submitFinding'
}

/** Deadlines that belong to a stage; they end when a person is in another one. */
const STAGE_OF_DEADLINE: Readonly<Record<string, Stage>> = {
  examination: 'examination',
  screening: 'examination',
  completion: 'examination',
  clarification: 'examination',
  review: 'review',
  plenary: 'plenary',
  letter: 'letter',
  followUp: 'followUp',
  reminder: 'followUp',
}

/** Is a deadline of this kind over for a person at this stage? */
export function isDeadlineOver(kind: string, stage: Stage): boolean {
  if (stage === 'closed') return true
  const own = STAGE_OF_DEADLINE[kind]
  return own !== undefined && own !== stage
}

/** Deadlines that begin when a person comes into a stage; 'followUp' begins with its letter instead. */
export function deadlineStartedBy(stage: Stage): string | null {
  return stage === 'review' || stage === 'plenary' || stage === 'letter' ? stage : null
}
