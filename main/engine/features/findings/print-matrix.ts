import type { Finding } from '../../../../shared/contract/findings.ts'
import type { Respondent } from '../../../../shared/contract/reports.ts'
import { instantOf } from '../../../../shared/dates.ts'
import type { PrepareContext } from '../../context.ts'
import { regulationById } from '../../law/index.ts'
import { type MatrixCell, type MatrixSheet, renderMatrixSheet } from '../../pdf/matrix-sheet.ts'
import { caseHeader, respondentsOfCase } from '../cases/index.ts'
import { findingRecord } from './finding-record.ts'
import { findingView } from './finding-view.ts'
import { findingRowsOfCase } from './findings.queries.ts'
import { lawOf } from './law-of-finding.ts'
import { matrixWords as words } from './matrix-wording.ts'

/** Widths of the columns in points; together the text width of A4 landscape. */
const WIDTHS = [28, 210, 84, 84, 84, 256]
/** A matrix is read at a glance; the whole reasons stand in the finding. */
const MOST_REASON = 320

/** The matrix of a case as PDF: persons, their provisions, each element. Throws `cases.unknown`. */
export async function printMatrix(
  input: { caseId: string },
  ctx: PrepareContext,
): Promise<{ pdf: Uint8Array<ArrayBuffer> }> {
  const header = caseHeader(ctx.db, input.caseId)
  const { pack } = ctx.institution()
  const findings = findingRowsOfCase(ctx.db, input.caseId).map(row =>
    findingView(findingRecord(ctx.db, row), ctx),
  )
  const sheet: MatrixSheet = {
    institution: pack.name,
    title: words.title,
    subtitles: [
      words.caseLine(header.registerNumber),
      words.rulebookLine(regulationById(lawOf(ctx, input.caseId), header.rulebook).formalName),
    ],
    columns: words.columns.map((label, n) => ({ label, width: WIDTHS[n] ?? 80 })),
    groups: respondentsOfCase(ctx.db, input.caseId).map(person =>
      personGroup(
        person,
        findings.filter(finding => finding.respondentId === person.id),
      ),
    ),
    printedAt: instantOf(ctx.now()),
    zone: pack.zone,
  }
  return { pdf: Uint8Array.from(await renderMatrixSheet(sheet, await ctx.fonts())) }
}

function personGroup(person: Respondent, findings: readonly Finding[]): MatrixSheet['groups'][number] {
  return {
    heading: words.person(person.name, person.nip, person.position),
    rows: findings.flatMap(findingRows),
    notes: findings.flatMap(findingNotes),
  }
}

function findingRows(finding: Finding): MatrixCell[][] {
  const title = words.finding(finding.legalBasis, finding.subject)
  const rows = finding.assessments.map((element, n): MatrixCell[] => {
    const numbers = (stance: string) =>
      [...new Set(element.links.filter(link => link.stance === stance).map(link => link.exhibitNumber))].join(
        ', ',
      )
    return [
      { text: String(n + 1) },
      { text: element.label },
      { text: words.state(element.state), bold: element.state === 'proven' },
      { text: numbers('supports') || words.none },
      { text: numbers('contradicts') || words.none },
      { text: shorten(element.reasons) || words.none },
    ]
  })
  return [[{ text: title, bold: true, span: WIDTHS.length }], ...rows]
}

function findingNotes(finding: Finding): string[] {
  const notes = [`${finding.legalBasis}. ${words.outcome(finding.conclusion, finding.state)}`]
  if (!finding.proposal) return notes
  const { sanction, reason } = finding.proposal
  notes.push(words.proposal(sanction.name, sanction.citation))
  if (!sanction.insideBand) notes.push(words.outsideBand(reason))
  return notes
}

function shorten(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length <= MOST_REASON ? letters.join('') : `${letters.slice(0, MOST_REASON - 1).join('')}…`
}
