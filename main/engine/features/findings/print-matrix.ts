import { basename } from 'node:path'
import type { ElementAssessment, ExhibitLink, Finding } from '../../../../shared/contract/findings.ts'
import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Respondent } from '../../../../shared/contract/reports.ts'
import { instantOf } from '../../../../shared/dates.ts'
import { elementName } from '../../../../shared/strings/id/element-names.ts'
import type { PrepareContext } from '../../context.ts'
import {
  discardCopy,
  exportPlace,
  type PendingCopy,
  pendingCopy,
  placeCopy,
  writeCopy,
} from '../../export-place.ts'
import { inTwoSteps } from '../../handlers.ts'
import {
  type HeadLines,
  type MatrixCell,
  type MatrixSheet,
  renderMatrixSheet,
} from '../../pdf/matrix-sheet.ts'
import { caseHeader, respondentsOfCase } from '../cases/index.ts'
import { findingRecord } from './finding-record.ts'
import { findingView } from './finding-view.ts'
import { caseFacts, findingRowsOfCase } from './findings.queries.ts'
import { lawOf } from './law-of-finding.ts'
import { matrixWords as words } from './matrix-wording.ts'
import { personLaw } from './person-law.ts'

/** The matrix of a case as PDF: persons, their provisions, each element. Throws `cases.unknown`. */
export async function printMatrix(
  input: { caseId: string },
  ctx: PrepareContext,
): Promise<{ pdf: Uint8Array<ArrayBuffer> }> {
  const header = caseHeader(ctx.db, input.caseId)
  const facts = caseFacts(ctx.db, input.caseId)
  const { pack } = ctx.institution()
  const law = lawOf(ctx, input.caseId)
  const findings = findingRowsOfCase(ctx.db, input.caseId).map(row =>
    findingView(findingRecord(ctx.db, row), ctx),
  )
  const persons = respondentsOfCase(ctx.db, input.caseId)
  const rulebooks = facts ? persons.map(({ id }) => personLaw(ctx.db, law, facts, id).label) : []
  const sheet: MatrixSheet = {
    institution: pack.name,
    title: words.title,
    subtitles: [
      words.caseLine(header.registerNumber),
      words.rulebookLine([...new Set(rulebooks)].join(', ')),
      words.legend,
    ],
    heads: words.heads,
    rows: persons.flatMap(person => personRows(person, findings)),
    notRequired: words.notRequired,
    printedAt: instantOf(ctx.now()),
    zone: pack.zone,
  }
  return { pdf: Uint8Array.from(await renderMatrixSheet(sheet, await ctx.fonts())) }
}

type Exported = PendingCopy & { registerNumber: string }

/**
 * Saves the printed matrix to a chosen place. Throws `cases.unknown`, `evidence.exportIntoStore`,
 * `files.notWritable`.
 */
export const exportMatrix = inTwoSteps<Parsed<'findings.exportMatrix'>, { fileName: string }, Exported>({
  async prepare(input, ctx) {
    const { pdf } = await printMatrix(input, ctx)
    const copy = pendingCopy(exportPlace(await ctx.redeem(input.target), ctx.directory))
    writeCopy(copy, pdf)
    return { ...copy, registerNumber: caseHeader(ctx.db, input.caseId).registerNumber }
  },
  commit({ caseId }, ctx, { registerNumber, ...copy }) {
    ctx.record({ caseId, subject: registerNumber, facts: { number: registerNumber } })
    placeCopy(copy)
    return { fileName: basename(copy.target) }
  },
  discard: discardCopy,
})

/** One row per provision; a person without a finding has one row that says so. */
function personRows(person: Respondent, findings: readonly Finding[]): MatrixSheet['rows'] {
  const about = { always: [person.name, words.nip(person.nip)], ifRoom: [person.position] }
  const own = findings.filter(finding => finding.respondentId === person.id)
  if (own.length === 0)
    return [{ person: about, provision: { always: [words.noFinding], ifRoom: [] }, cells: [] }]
  return own.map((finding, n) => ({
    person: n === 0 ? about : { always: [person.name], ifRoom: [] },
    provision: provisionLines(finding),
    cells: finding.assessments.map(cellOf),
  }))
}

function provisionLines(finding: Finding): HeadLines {
  const { legalBasis, subject, conclusion, state, proposal } = finding
  const always = [legalBasis, words.outcome(conclusion, state)]
  const lines: HeadLines = { always, ifRoom: [subject] }
  if (!proposal) return lines
  const { sanction, reason } = proposal
  always.push(words.proposal(sanction.name, sanction.citation))
  if (!sanction.insideBand) always.push(words.outsideBand(reason))
  return lines
}

function cellOf(element: ElementAssessment, n: number): MatrixCell {
  const { defence, defenceReply, defenceUnansweredReason } = element
  const answer = defenceReply
    ? { label: words.reply, text: defenceReply }
    : { label: words.unanswered, text: defenceUnansweredReason }
  return {
    name: words.element(n + 1, elementName(element.elementId, element.label)),
    state: words.state(element.state),
    exhibits: exhibitsOf(element),
    texts: [
      { label: '', text: element.reasons },
      { label: words.defence, text: defence },
      ...(defence ? [answer.text ? answer : { label: words.reply, text: words.noReply }] : []),
    ],
    brief: defence ? words.briefDefence(defenceReply !== '', defenceUnansweredReason !== '') : '',
  }
}

/** 'P-4 hlm. 2, P-7 04.11; lawan T-2 baris 18'. */
function exhibitsOf({ links }: ElementAssessment): string {
  const of = (stance: ExhibitLink['stance']) =>
    [...new Set(links.filter(link => link.stance === stance).map(placed))].join(', ')
  const [supports, contradicts] = [of('supports'), of('contradicts')]
  return [supports, contradicts && words.against(contradicts)].filter(Boolean).join('; ')
}

function placed({ exhibitNumber, place }: ExhibitLink): string {
  const { page, box, second, line } = place
  const at = [
    page !== null && words.page(page),
    box !== null && words.box,
    second !== null && words.second(second),
    line !== null && words.line(line),
  ].filter(Boolean)
  return [exhibitNumber, ...at].join(' ')
}
