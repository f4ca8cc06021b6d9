/** Each step of the choice of a rulebook: the engine takes them, the strings tell them. */
export type RulebookStepKind =
  | 'actDate'
  | 'statusOutside'
  /** An act older than every rule for that status: only the statute of the day is left to read. */
  | 'statusBeforeRule'
  /** Several rules for that status at once, which do not say the same. */
  | 'statusSeveral'
  | 'transition'
  /** The rulebook changed while the act was pending, and no transition rule speaks of this situation. */
  | 'transitionSilent'
  | 'continuingAct'
  | 'ethicsTrack'
  /** The provision of the ethics track does not speak to this status. */
  | 'ethicsOtherStatus'
  /** A continuing act that reaches past the designation. */
  | 'ethicsContinuing'
  | 'sanctionsBorrowed'

/** What a transition rule asks about the day of the change. */
export type TransitionSituation = 'decidedBefore' | 'notExaminedBefore' | 'examinedNotDecidedBefore'
