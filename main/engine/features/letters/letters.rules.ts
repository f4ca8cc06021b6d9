import type { Role } from '../../../../shared/contract/define.ts'
import type { Letter, LetterState } from '../../../../shared/contract/letters.ts'

/** What decides who may do what with a letter (four eyes, rule 5 of the product). */
export type LetterStanding = {
  state: LetterState
  role: Role
  /** Why the account may not work on the case, or null. */
  examineRefusal: string | null
  /** Wrote the letter or any version of it. */
  isAuthor: boolean
  plenaryClosed: boolean
  /** The fixed PDF was prepared for this account's signature. */
  isSignatory: boolean
  /** The fixed pages carry another NIP than the signatory's account does now. */
  nipChanged?: boolean
  /** A later decision took the place of the one it states. */
  replaced?: boolean
}

export type LetterAct = keyof Letter['may']

/** The code of the reason why an act is refused, or null when it is allowed. */
export function letterRefusal(act: LetterAct, standing: LetterStanding): string | null {
  const { role, examineRefusal, isAuthor } = standing
  if (role === 'secretariat') return 'access.denied'
  if (standing.replaced && standing.state !== 'issued') return 'letters.decisionReplaced'
  switch (act) {
    case 'edit':
    case 'submit':
      if (role !== 'assistant') return 'letters.assistantsOnly'
      return examineRefusal ?? notIn(standing, ['draft', 'returned'], 'letters.notEditable')
    case 'review':
      if (isAuthor) return 'letters.ownReview'
      return examineRefusal ?? notIn(standing, ['inReview'], 'letters.notInReview')
    case 'approve':
      if (role === 'assistant') return 'letters.decidersOnly'
      if (isAuthor) return 'letters.ownApproval'
      return examineRefusal ?? notIn(standing, ['reviewed'], 'letters.notReviewed')
    case 'finalise':
      return examineRefusal ?? finaliseRefusal(standing)
    case 'sign':
      if (role !== 'chair' && role !== 'deputyChair') return 'letters.presidersOnly'
      return signRefusal(standing)
  }
}

function finaliseRefusal(standing: LetterStanding): string | null {
  // The chair is absent: the deputy has the numbered letter prepared for the deputy's own signature. And who finds
  // an old NIP on the pages has them prepared anew.
  const isOther = !standing.isSignatory || standing.nipChanged === true
  const isTakeover = standing.state === 'finalised' && isPresider(standing.role) && isOther
  if (!isTakeover && standing.state !== 'approved') return 'letters.notApproved'
  return standing.plenaryClosed ? null : 'letters.plenaryOpen'
}

function signRefusal(standing: LetterStanding): string | null {
  if (standing.state === 'issued') return 'letters.alreadyIssued'
  if (standing.state !== 'finalised') return 'letters.notFinalised'
  if (!standing.plenaryClosed) return 'letters.plenaryOpen'
  if (!standing.isSignatory) return 'letters.otherSignatory'
  return standing.nipChanged ? 'letters.signatoryChanged' : null
}

const isPresider = (role: Role) => role === 'chair' || role === 'deputyChair'

function notIn(standing: LetterStanding, states: readonly LetterState[], code: string): string | null {
  return states.includes(standing.state) ? null : code
}
