import { ALL_CHECKS, type CaseFile, type Finding } from './build-case.ts'
import type { Stage } from './history-world.ts'
import type { TestEngine } from './test-engine.ts'

/** A finding about one person, brought as far as the stage says, but not reviewed. Rina is signed in. */
export async function proveWith(
  engine: TestEngine,
  file: CaseFile,
  respondentId: string,
  exhibitId: string,
  stage: Stage,
): Promise<Finding['id']> {
  const about = { caseId: file.id, respondentId: respondentId as never }
  const { id: findingId, assessments } = await engine.call('findings.add', {
    ...about,
    provisionId: 'pp53-2010/4/15/d',
  })
  if (stage === 'fresh') return findingId
  for (const { elementId } of assessments) {
    const link = {
      findingId,
      elementId,
      exhibitId: exhibitId as never,
      stance: 'supports' as const,
      place: {},
    }
    await engine.call('findings.link', link)
    await engine.call('findings.assess', {
      findingId,
      elementId,
      state: 'proven',
      reasons: 'Terlihat pada bukti.',
    })
  }
  await engine.call('findings.conclude', {
    findingId,
    conclusion: 'proven',
    consideration: 'Semua unsur terpenuhi menurut bukti.',
  })
  if (stage === 'proven') return findingId
  await engine.call('findings.submit', { findingId })
  return findingId
}

/** The second person approves them all. Ends signed in as rina. */
export async function approveAll(engine: TestEngine, findings: readonly Finding['id'][]): Promise<void> {
  await engine.as('arman')
  for (const findingId of findings) {
    const checks = [...ALL_CHECKS]
    await engine.call('findings.review', { findingId, outcome: 'approved', checks, comment: '' })
  }
  await engine.as('rina')
}
