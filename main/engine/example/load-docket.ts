import { join } from 'node:path'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import type { Report } from '../../../shared/contract/reports.ts'
import { addDays, type CivilDate, civilDate } from '../../../shared/dates.ts'
import type { ExhibitId } from '../../../shared/ids.ts'
import { CodedError } from '../errors.ts'
import {
  EXAMPLE_EXHIBITS,
  type ExampleCase,
  type ExampleDocket,
  type ExampleFinding,
} from './example-docket.ts'
import type { ExampleSigner } from './example-signer.ts'
import { holdPlenary } from './hold-plenary.ts'
import { issueLetters } from './issue-letters.ts'
import { loadBriefCases } from './load-brief-cases.ts'
import { ownCopy } from './own-copy.ts'
import type { Replay } from './replay.ts'

/** Where files come from and who is told how far it is. */
export type LoadContext = {
  resourcesDir: string
  passphrase: string
  signer: ExampleSigner
  /** `label` says what is being replayed; its word is in strings. */
  progress: (done: number, total: number, label: 'reports' | 'cases') => void
}

/** A case that has been replayed up to some step, with the ids that the engine gave. */
export type LoadedCase = { facts: ExampleCase; file: CaseFile; exhibits: Map<string, ExhibitId> }

/** Morning of a civil day in the middle zone, as a UTC instant. */
export const morningOf = (on: CivilDate | string): string => `${on}T02:00:00.000Z`

/**
 * Replays the invented docket into an open store: reports, cases, exhibits, findings, plenaries,
 * letters and sanction decisions, each by the person and on the day that the docket says.
 */
export async function loadDocket(replay: Replay, docket: ExampleDocket, ctx: LoadContext): Promise<void> {
  const decisions = docket.meetings.reduce((sum, meeting) => sum + meeting.agenda.length, 0)
  const total = docket.reports.length + docket.cases.length + 2 * docket.briefCases.length + decisions
  const reports = new Map<string, Report>()
  let done = 0
  for (const { key, input } of reportsInOrder(docket)) {
    await replay.as('rina')
    replay.at(morningOf(input.receivedOn))
    reports.set(key, await replay.call('reports.register', input))
    done += 1
    ctx.progress(done, total, 'reports')
  }
  const ordered = [...docket.cases].sort((a, b) => a.openedAt.localeCompare(b.openedAt))
  for (const facts of ordered) {
    const report = reports.get(facts.report)
    if (!report) throw new CodedError('example.docketInvalid', { at: facts.key })
    const loaded = await openCase(replay, facts, report, ctx)
    for (const finding of facts.findings) await addFinding(replay, loaded, finding)
    if (facts.plenary) {
      await holdPlenary(replay, loaded, facts.plenary, ctx)
      await issueLetters(replay, loaded, facts.plenary.heldOn, ctx)
    }
    done += 1
    ctx.progress(done, total, 'cases')
  }
  const step = () => ctx.progress(++done, total, 'cases')
  await loadBriefCases(replay, docket, reports, ctx, step)
}

/** Reports of both kinds as they came in, so that their numbers follow their days. */
function reportsInOrder(docket: ExampleDocket): ExampleDocket['reports'] {
  const brief = docket.briefCases.map(({ key, report }) => ({ key, input: report }))
  return [...docket.reports, ...brief].toSorted((a, b) =>
    a.input.receivedOn.localeCompare(b.input.receivedOn),
  )
}

async function openCase(
  replay: Replay,
  facts: ExampleCase,
  report: Report,
  ctx: LoadContext,
): Promise<LoadedCase> {
  const [assistant] = facts.assistants
  if (!assistant) throw new CodedError('example.docketInvalid', { at: facts.key })
  await replay.as(assistant)
  replay.at(facts.openedAt)
  const ids = (keys: readonly string[]) => keys.map(key => replay.account(key).id)
  const file = await replay.call('cases.open', {
    reportId: report.id,
    assistants: ids(facts.assistants),
    reviewers: ids(facts.reviewers),
    commissioners: ids(facts.commissioners),
  })
  await settleRulebooks(replay, facts, file)
  await replay.as(assistant)
  const exhibits = new Map<string, ExhibitId>()
  for (const exhibit of facts.exhibits) {
    const path = ownCopy(join(ctx.resourcesDir, EXAMPLE_EXHIBITS, exhibit.file), facts.key, ctx)
    const files = [replay.ticket(path)]
    const { taken } = await replay.call('evidence.takeIn', { caseId: file.id, series: exhibit.series, files })
    const [first] = taken
    if (!first) throw new CodedError('example.docketInvalid', { at: exhibit.key })
    const { title, provenance } = exhibit
    await replay.call('evidence.describe', { exhibitId: first.id, title, provenance })
    exhibits.set(exhibit.key, first.id)
  }
  return { facts, file, exhibits }
}

/**
 * The dates that decide on the rulebook, as far as they lie before the opening of the case; where the law
 * still leaves a choice, the first commissioner of the case makes it.
 */
async function settleRulebooks(replay: Replay, facts: ExampleCase, opened: CaseFile): Promise<void> {
  const openedOn = facts.openedAt.slice(0, 10)
  const known = (on: CivilDate | null) => (on !== null && on <= openedOn ? on : null)
  const dates = { examinedOn: known(facts.rulebook.examinedOn), decidedOn: known(facts.rulebook.decidedOn) }
  let file = opened
  if (dates.examinedOn !== null || dates.decidedOn !== null) {
    for (const { id: respondentId } of opened.respondents) {
      file = await replay.call('cases.recordDates', { caseId: opened.id, respondentId, ...dates })
    }
  }
  const [commissioner] = facts.commissioners
  for (const person of file.respondents.filter(one => one.rulebook.undecided)) {
    if (!commissioner) return
    await replay.as(commissioner)
    const { chosen: rulebook, reason } = facts.rulebook
    const choice = { caseId: file.id, respondentId: person.id, rulebook, reason, inLetter: false }
    await replay.call('cases.chooseRulebook', choice)
  }
}

async function addFinding(replay: Replay, loaded: LoadedCase, finding: ExampleFinding): Promise<void> {
  const { facts, file, exhibits } = loaded
  const respondent = file.respondents[finding.respondent - 1]
  if (!respondent) throw new CodedError('example.docketInvalid', { at: facts.key })
  await replay.as(finding.author)
  replay.at(morningOf(addDays(civilDate.parse(facts.openedAt.slice(0, 10)), 5)))
  const { id: findingId } = await replay.call('findings.add', {
    caseId: file.id,
    respondentId: respondent.id,
    provisionId: finding.provisionId,
  })
  for (const { links, ...assessment } of finding.assessments) {
    for (const { exhibit, ...link } of links) {
      const exhibitId = exhibits.get(exhibit)
      if (!exhibitId) throw new CodedError('example.docketInvalid', { at: exhibit })
      await replay.call('findings.link', { findingId, elementId: assessment.elementId, exhibitId, ...link })
    }
    await replay.call('findings.assess', { findingId, ...assessment })
  }
  const { conclusion, consideration, proposal, review } = finding
  if (consideration || conclusion !== 'undecided') {
    await replay.call('findings.conclude', { findingId, conclusion, consideration })
  }
  if (proposal) await replay.call('findings.propose', { findingId, ...proposal })
  if (!review) return
  await replay.call('findings.submit', { findingId })
  await replay.as(review.reviewer)
  const { outcome, checks, comment } = review
  await replay.call('findings.review', { findingId, outcome, checks, comment })
}
