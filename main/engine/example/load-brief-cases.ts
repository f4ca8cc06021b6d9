import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import { REVIEW_CHECKS } from '../../../shared/contract/findings.ts'
import type { Report } from '../../../shared/contract/reports.ts'
import { addDays, civilDate } from '../../../shared/dates.ts'
import { CodedError } from '../errors.ts'
import type { BriefCase, BriefFinding, ExampleDocket } from './example-docket.ts'
import { exhibitProvenance } from './example-wording.ts'
import { holdBriefMeeting } from './hold-brief-meeting.ts'
import { type LoadContext, morningOf } from './load-docket.ts'
import type { Replay } from './replay.ts'

/** The cases told in short, by key, with the ids that the engine gave. */
export type BriefFiles = Map<string, CaseFile>

/**
 * Replays the cases told in short, each to its reviewed findings, and then the meetings that decide many of
 * them at once, in the order of their days; `step` counts.
 */
export async function loadBriefCases(
  replay: Replay,
  docket: ExampleDocket,
  reports: ReadonlyMap<string, Report>,
  ctx: LoadContext,
  step: () => void,
): Promise<void> {
  const files: BriefFiles = new Map()
  const days = [
    ...docket.briefCases.map(facts => ({
      on: facts.opened?.at.slice(0, 10) ?? facts.report.receivedOn,
      run: () => loadOne(replay, facts, reports.get(facts.key), files, ctx),
      steps: 1,
    })),
    ...docket.meetings.map(meeting => ({
      on: meeting.heldOn,
      run: () => holdBriefMeeting(replay, meeting, files, ctx),
      steps: meeting.agenda.length,
    })),
  ].toSorted((a, b) => a.on.localeCompare(b.on))
  for (const { run, steps } of days) {
    await run()
    for (let n = 0; n < steps; n++) step()
  }
}

async function loadOne(
  replay: Replay,
  facts: BriefCase,
  report: Report | undefined,
  files: BriefFiles,
  ctx: LoadContext,
): Promise<void> {
  if (!report) throw new CodedError('example.docketInvalid', { at: facts.key })
  await replay.as('rina')
  replay.at(morningOf(facts.report.receivedOn))
  await returnAndComplete(replay, facts, report)
  for (const { respondent, kind, note } of facts.conflicts) {
    const respondentId = report.respondents[respondent - 1]?.id
    if (!respondentId) throw new CodedError('example.docketInvalid', { at: facts.key })
    await replay.call('reports.flagConflict', { respondentId, kind, note })
  }
  if (!facts.opened) return
  replay.at(facts.opened.at)
  const ids = (keys: readonly string[]) => keys.map(key => replay.account(key).id)
  const file = await replay.call('cases.open', {
    reportId: report.id,
    assistants: ids(['rina']),
    reviewers: ids(['arman']),
    commissioners: ids(['darma', 'laksmi']),
    incompleteReason: facts.opened.incompleteReason,
  })
  files.set(facts.key, file)
  await settle(replay, facts, file)
  await replay.as('rina')
  await takeIn(replay, facts, file, ctx)
  for (const finding of facts.opened.findings) await find(replay, facts, file, finding)
  const { link } = facts.opened
  const other = link && files.get(link.case)
  if (link && other) {
    await replay.as('rina')
    await replay.call('reports.linkCases', { caseId: file.id, otherCaseId: other.id, reason: link.reason })
  }
}

async function returnAndComplete(replay: Replay, facts: BriefCase, report: Report): Promise<void> {
  if (!facts.returned) return
  const { on, completedOn, values } = facts.returned
  replay.at(morningOf(on))
  await replay.call('reports.returnToSender', { reportId: report.id })
  if (completedOn === null) return
  replay.at(morningOf(completedOn))
  await replay.call('reports.complete', { reportId: report.id, values })
}

/** Dates that decide on the rulebook, and the choice of a commissioner where the law leaves one. */
async function settle(replay: Replay, { key, opened }: BriefCase, file: CaseFile): Promise<void> {
  if (!opened) return
  const { examinedOn, decidedOn, choice } = opened
  let now = file
  if (examinedOn !== null || decidedOn !== null) {
    for (const { id: respondentId } of file.respondents) {
      const dates = { caseId: file.id, respondentId, examinedOn, decidedOn }
      now = await replay.call('cases.recordDates', dates)
    }
  }
  const undecided = now.respondents.filter(person => person.rulebook.undecided)
  if (undecided.length === 0) return
  if (!choice) throw new CodedError('example.docketInvalid', { at: `${key}.choice` })
  await replay.as('darma')
  for (const { id: respondentId } of undecided) {
    await replay.call('cases.chooseRulebook', { caseId: file.id, respondentId, ...choice })
  }
}

/** One text file as exhibit, made of what the docket says of it. */
async function takeIn(replay: Replay, facts: BriefCase, file: CaseFile, ctx: LoadContext): Promise<void> {
  const exhibit = facts.opened?.exhibit
  if (!exhibit) return
  const path = join(ctx.signer.folder, `${exhibit.sameAs ?? facts.key}.txt`)
  if (exhibit.sameAs === null) writeFileSync(path, `${exhibit.title}\n\n${exhibit.text}\n`)
  const files = [replay.ticket(path)]
  const { taken } = await replay.call('evidence.takeIn', { caseId: file.id, series: 'P', files })
  const [first] = taken
  if (!first) throw new CodedError('example.docketInvalid', { at: facts.key })
  const { senderOffice, receivedOn, zone } = facts.report
  const provenance = exhibitProvenance(senderOffice, receivedOn, zone)
  await replay.call('evidence.describe', { exhibitId: first.id, title: exhibit.title, provenance })
}

async function find(replay: Replay, facts: BriefCase, file: CaseFile, finding: BriefFinding): Promise<void> {
  const respondentId = file.respondents[finding.respondent - 1]?.id
  if (!respondentId || !facts.opened) throw new CodedError('example.docketInvalid', { at: facts.key })
  await replay.as('rina')
  replay.at(morningOf(addDays(civilDate.parse(facts.opened.at.slice(0, 10)), 3)))
  const { provisionId, notProven, reasons, consideration, proposal } = finding
  const [exhibit] = await replay.call('evidence.list', { caseId: file.id })
  const { id: findingId, assessments } = await replay.call('findings.add', {
    caseId: file.id,
    respondentId,
    provisionId,
  })
  for (const [n, { elementId }] of assessments.entries()) {
    const proven = !notProven.includes(elementId)
    if (exhibit) {
      const stance = proven ? ('supports' as const) : ('contradicts' as const)
      await replay.call('findings.link', { findingId, elementId, exhibitId: exhibit.id, stance, place: {} })
    }
    // One defence for the whole finding, at its first element.
    const { defence, defenceReply } = n === 0 ? finding : { defence: '', defenceReply: '' }
    const state = proven ? ('proven' as const) : ('notProven' as const)
    await replay.call('findings.assess', { findingId, elementId, state, reasons, defence, defenceReply })
  }
  const conclusion = notProven.length > 0 ? ('notProven' as const) : ('proven' as const)
  await replay.call('findings.conclude', { findingId, conclusion, consideration })
  if (finding.level) await replay.call('findings.chooseLevel', { findingId, ...finding.level })
  if (proposal) await replay.call('findings.propose', { findingId, ...proposal })
  await replay.call('findings.submit', { findingId })
  await replay.as('arman')
  const review = { outcome: 'approved' as const, checks: [...REVIEW_CHECKS], comment: '' }
  await replay.call('findings.review', { findingId, ...review })
}
