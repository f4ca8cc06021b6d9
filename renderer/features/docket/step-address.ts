import type { DocketRow, NextStep } from '../../../shared/contract/docket.ts'

/** The tab of the case where a step is done. */
const TAB: Readonly<Record<NextStep, string>> = {
  openCase: '',
  addExhibits: '/bukti',
  assess: '/unsur',
  submitFinding: '/unsur',
  answerReview: '/unsur',
  answerDeferral: '/unsur',
  review: '/unsur',
  schedulePlenary: '/sidang',
  vote: '/sidang',
  draftLetter: '/surat',
  answerLetterReview: '/surat',
  reviewLetter: '/surat',
  approveLetter: '/surat',
  finaliseLetter: '/surat',
  signLetter: '/surat',
  awaitSanctionDecision: '/tindak-lanjut',
  done: '',
}

/** Address at which the next step of a row is done. */
export function stepAddress(row: Pick<DocketRow, 'caseId' | 'nextStep'>): string {
  return `/perkara/${row.caseId}${TAB[row.nextStep]}`
}
