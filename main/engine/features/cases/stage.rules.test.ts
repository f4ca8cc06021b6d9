import { describe, expect, it } from 'vitest'
import { isDeadlineOver, nextStepOf, type PersonFacts, slowestStage, stageOf } from './stage.rules.ts'

const fresh: PersonFacts = {
  exhibits: 0,
  findings: 0,
  draftFindings: 0,
  undecidedFindings: 0,
  returnedFindings: 0,
  submittedFindings: 0,
  outcome: null,
  onAgenda: false,
  deferral: 'none',
  letterState: null,
  followUp: 'none',
}
const reviewed = { ...fresh, exhibits: 2, findings: 2 }
const decided = { ...reviewed, outcome: 'proven' as const }
const deferred = (deferral: PersonFacts['deferral']) => ({
  ...reviewed,
  outcome: 'deferred' as const,
  deferral,
})

describe('stage and next step of one person', () => {
  it.each([
    ['nothing there yet', fresh, 'examination', 'addExhibits'],
    ['exhibits without findings', { ...fresh, exhibits: 1 }, 'examination', 'assess'],
    [
      'a concluded draft',
      { ...fresh, exhibits: 1, findings: 1, draftFindings: 1 },
      'examination',
      'submitFinding',
    ],
    [
      'one of two submitted',
      { ...reviewed, draftFindings: 1, undecidedFindings: 1, submittedFindings: 1 },
      'examination',
      'assess',
    ],
    ['sent back', { ...reviewed, returnedFindings: 1, submittedFindings: 1 }, 'examination', 'answerReview'],
    ['one not yet reviewed', { ...reviewed, submittedFindings: 1 }, 'review', 'review'],
    ['all reviewed', reviewed, 'plenary', 'schedulePlenary'],
    ['on an agenda', { ...reviewed, onAgenda: true }, 'plenary', 'vote'],
    ['deferred with nothing asked', deferred('answered'), 'plenary', 'schedulePlenary'],
    ['deferred until something is done', deferred('asked'), 'plenary', 'answerDeferral'],
    [
      'deferred, and its finding open again',
      { ...deferred('asked'), returnedFindings: 1 },
      'examination',
      'answerReview',
    ],
    ['deferred, and on an agenda again', { ...deferred('asked'), onAgenda: true }, 'plenary', 'vote'],
    ['decided without a letter', decided, 'letter', 'draftLetter'],
    ['letter sent back', { ...decided, letterState: 'returned' }, 'letter', 'answerLetterReview'],
    ['letter finalised', { ...decided, letterState: 'finalised' }, 'letter', 'signLetter'],
    [
      'letter issued',
      { ...decided, letterState: 'issued', followUp: 'open' as const },
      'followUp',
      'awaitSanctionDecision',
    ],
    [
      'proven letter issued without its clock',
      { ...decided, letterState: 'issued' },
      'followUp',
      'awaitSanctionDecision',
    ],
    [
      'follow-up closed',
      { ...decided, letterState: 'issued', followUp: 'closed' as const },
      'closed',
      'done',
    ],
    [
      'not proven and told so',
      { ...decided, outcome: 'notProven' as const, letterState: 'issued' },
      'closed',
      'done',
    ],
  ] as const)('%s', (_name, facts, stage, step) => {
    expect(stageOf(facts)).toBe(stage)
    expect(nextStepOf(facts)).toBe(step)
  })

  it('keeps a case where its slowest person stands', () => {
    expect(slowestStage(['closed', 'letter', 'review'])).toBe('review')
    expect(slowestStage([])).toBe('examination')
  })

  it('ends deadlines of stages that were left, and all of them when closed', () => {
    expect(isDeadlineOver('screening', 'examination')).toBe(false)
    expect(isDeadlineOver('screening', 'review')).toBe(true)
    expect(isDeadlineOver('own-rule-of-the-institution', 'letter')).toBe(false)
    expect(isDeadlineOver('own-rule-of-the-institution', 'closed')).toBe(true)
  })
})
