import type { Letter, LetterStep } from '../../../shared/contract/letters.ts'

export const STAGES = ['drafted', 'reviewed', 'approved', 'finalised', 'signed'] as const
export type Stage = (typeof STAGES)[number]
export type StageState = { stage: Stage; state: 'done' | 'next' | 'waiting'; step: LetterStep | null }

/** Which stage each state waits for; nothing once issued. */
const AWAITS: Readonly<Record<Letter['state'], Stage | null>> = {
  draft: 'drafted',
  returned: 'drafted',
  inReview: 'reviewed',
  reviewed: 'approved',
  approved: 'finalised',
  finalised: 'signed',
  issued: null,
}

/** The five stages of a letter with who did each; what a return has undone counts no more. */
export function chainOf({ state, steps }: Pick<Letter, 'state' | 'steps'>): StageState[] {
  const awaited = AWAITS[state]
  const reached = awaited === null ? STAGES.length : STAGES.indexOf(awaited)
  return STAGES.map((stage, index) => {
    const step = index < reached || stage === 'drafted' ? lastStep(steps, stage) : null
    return { stage, step, state: index < reached ? 'done' : index === reached ? 'next' : 'waiting' }
  })
}

function lastStep(steps: readonly LetterStep[], stage: Stage): LetterStep | null {
  return steps.findLast(step => step.step === stage) ?? null
}

/** The remark to show: of the last return while it stands, or of the review. */
export function remarkOf({ state, steps }: Pick<Letter, 'state' | 'steps'>): LetterStep | null {
  const kind = state === 'returned' || state === 'draft' || state === 'inReview' ? 'returned' : 'reviewed'
  const step = steps.findLast(entry => entry.step === kind)
  return step?.comment ? step : null
}
