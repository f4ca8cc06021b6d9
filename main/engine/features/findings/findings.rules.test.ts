import { describe, expect, it } from 'vitest'
import { REVIEW_CHECKS } from '../../../../shared/contract/findings.ts'
import { EMPTY_PROVENANCE, PROVENANCE_FIELDS } from '../evidence/evidence.rules.ts'
import type { AssessmentRecord, FindingRecord, LinkRecord } from './finding-record.ts'
import {
  conclusionRefusal,
  editRefusal,
  isInsidePage,
  provenBlockedBy,
  reviewInputRefusal,
  reviewRefusal,
  submitRefusal,
} from './findings.rules.ts'

const FULL = { ...EMPTY_PROVENANCE, unknown: [...PROVENANCE_FIELDS] }

function link(parts: Partial<LinkRecord> = {}): LinkRecord {
  return {
    id: 'l',
    findingId: 'f',
    elementId: 'a',
    exhibitId: 'x',
    series: 'P',
    serial: 1,
    exhibitNumber: 'P-1',
    exhibitTitle: '',
    sha256: '',
    integrity: 'intact',
    card: FULL,
    stance: 'supports',
    place: { page: null, box: null, second: null, line: null },
    note: '',
    linkedBy: '',
    linkedAt: '',
    ...parts,
  }
}

function element(parts: Partial<AssessmentRecord> = {}): AssessmentRecord {
  return {
    findingId: 'f',
    elementId: 'a',
    label: 'Unsur A',
    state: 'proven',
    reasons: '',
    defence: '',
    defenceReply: '',
    defenceUnansweredReason: '',
    assessedBy: null,
    assessedAt: null,
    links: [link()],
    ...parts,
  }
}

function finding(parts: Partial<FindingRecord> = {}): FindingRecord {
  return {
    id: 'f',
    caseId: 'c',
    respondentId: 'r',
    provisionId: 'p',
    lawPackVersion: '1.0.0',
    state: 'draft',
    conclusion: 'proven',
    consideration: 'x',
    sanctionId: null,
    sanctionReason: '',
    level: null,
    levelReason: '',
    authorId: 'rina',
    authorName: 'Rina',
    createdAt: '',
    updatedAt: '',
    withdrawnAt: null,
    assessments: [element()],
    reviews: [],
    authorIds: ['rina', 'arman'],
    ...parts,
  }
}

describe('a proven conclusion', () => {
  it('stands on proven elements, each with an intact supporting exhibit', () => {
    expect(conclusionRefusal('proven', [element(), element({ elementId: 'b' })])).toBeNull()
    const broken = [
      element({ state: 'insufficient' }),
      element({ links: [] }),
      element({ links: [link({ stance: 'contradicts' })] }),
      element({ links: [link({ integrity: 'changed' })] }),
      element({ links: [link({ integrity: 'missing' })] }),
    ]
    for (const entry of broken) expect(conclusionRefusal('proven', [element(), entry])).not.toBeNull()
    expect(conclusionRefusal('proven', [])?.code).toBe('findings.noElements')
  })

  it('names every reason that stands in its way', () => {
    expect(provenBlockedBy([element({ state: 'notAssessed', links: [] })])).toEqual([
      { code: 'findings.elementsOpen', elementId: 'a' },
      { code: 'findings.exhibitRequired', elementId: 'a' },
    ])
  })
})

it('lets a finding fall with one element, and not without', () => {
  const open = element({ state: 'notAssessed' })
  expect(conclusionRefusal('notProven', [element(), open])?.code).toBe('findings.noElementFails')
  expect(conclusionRefusal('notProven', [element({ state: 'insufficient' }), open])).toBeNull()
  expect(conclusionRefusal('undecided', [open])).toBeNull()
})

it('hands on only what is concluded, answered and of known origin', () => {
  const code = (parts: Partial<FindingRecord>) => submitRefusal(finding(parts))?.code
  expect(code({})).toBeUndefined()
  expect(code({ conclusion: 'undecided' })).toBe('findings.undecided')
  expect(code({ assessments: [element({ defence: 'x' })] })).toBe('findings.defenceUnanswered')
  expect(code({ assessments: [element({ defence: 'x', defenceReply: 'y' })] })).toBeUndefined()
  const unclear = [element({ links: [link({ card: EMPTY_PROVENANCE })] })]
  expect(code({ assessments: unclear })).toBe('findings.provenanceIncomplete')
})

it('keeps every author from reviewing, and everybody from what was not handed on', () => {
  const submitted = finding({ state: 'submitted' })
  expect(reviewRefusal(submitted, 'rina')?.code).toBe('findings.ownReview')
  expect(reviewRefusal(submitted, 'arman')?.code).toBe('findings.ownReview')
  expect(reviewRefusal(submitted, 'laksmi')).toBeNull()
  for (const state of ['draft', 'returned', 'reviewed'] as const) {
    expect(reviewRefusal(finding({ state }), 'laksmi')?.code).toBe('findings.notSubmitted')
  }
})

it('approves with the whole list and returns with a comment', () => {
  const all = [...REVIEW_CHECKS]
  expect(reviewInputRefusal({ outcome: 'approved', checks: all, comment: '' })).toBeNull()
  for (const check of all) {
    const checks = all.filter(entry => entry !== check)
    const refusal = reviewInputRefusal({ outcome: 'approved', checks, comment: 'x' })
    expect(refusal).toMatchObject({ code: 'findings.checksMissing', facts: { missing: check } })
  }
  expect(reviewInputRefusal({ outcome: 'returned', checks: all, comment: '' })?.code).toBe(
    'findings.commentRequired',
  )
})

it('is changed as a draft or after a return alone', () => {
  expect(['draft', 'returned'].map(state => editRefusal(state as 'draft'))).toEqual([null, null])
  expect(editRefusal('submitted')?.code).toBe('findings.underReview')
  expect(editRefusal('reviewed')?.code).toBe('findings.reviewed')
})

it('keeps boxes on their page', () => {
  const at = (x: number, width: number) =>
    isInsidePage({ ...link().place, box: { x, y: 0, width, height: 1 } })
  expect([at(0, 1), at(0.3, 0.7), at(0.5, 0.6)]).toEqual([true, true, false])
})
