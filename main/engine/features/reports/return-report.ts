import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { Output, Parsed } from '../../../../shared/contract/index.ts'
import type { Intake } from '../../../../shared/contract/intake-shapes.ts'
import type { Report } from '../../../../shared/contract/reports.ts'
import { type CivilDate, civilDateAt, instantOf } from '../../../../shared/dates.ts'
import { formatNumber, type InstitutionPack } from '../../../../shared/institution-pack.ts'
import type { PrepareContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { exportPlace, type PendingCopy, pendingCopy, placeCopy } from '../../export-place.ts'
import { inTwoSteps } from '../../handlers.ts'
import { takeNumber } from '../../numbering.ts'
import { renderLetter } from '../../pdf/letter-document.ts'
import type { LetterDocument } from '../../pdf/letter-types.ts'
import type { Sealed, Vault } from '../../vault/vault.ts'
import {
  type NumberTurn,
  nextLetterNumber,
  numbered,
  numberPrefix,
  paragraph,
  signatoryFor,
  signatoryOf,
  takeTurn,
  text,
} from '../letters/index.ts'
import { letterheadOf } from '../plenaries/index.ts'
import { insertReturn, type ReturnRow, returnRow, returnRows } from './intake.queries.ts'
import { gatesOfReport, intakeView, returnRefusal, returnView } from './intake-view.ts'
import { reportById } from './reports.queries.ts'
import { returnWording as wording } from './return-wording.ts'

type Input = Parsed<'reports.returnToSender'>
type Drawn = {
  pdf: Uint8Array
  sealed: Sealed
  number: string
  serial: number
  year: number
  datedOn: CivilDate
  addressee: string
  missing: string[]
}
type Prepared = Drawn & { vault: Vault; turn: NumberTurn }

/**
 * Sends a report back: the letter is drawn with the number that comes next and the number is taken in the
 * transaction, as for every letter. Throws the codes of `reports.returnToSender`.
 */
export const returnToSender = inTwoSteps<Input, Output<'reports.returnToSender'>, Prepared>({
  async prepare(input, ctx) {
    requireReturnable(ctx, input.reportId)
    const turn = await takeTurn(ctx.db.connection, ctx.signal)
    try {
      return { ...(await drawLetter(input.reportId, ctx)), vault: ctx.vault, turn }
    } catch (error) {
      turn.end()
      throw error
    }
  },
  commit(input, ctx, drawn) {
    const { report, gates } = requireReturnable(ctx, input.reportId)
    const { number, datedOn, addressee, missing, sealed } = drawn
    if (missing.join() !== missingIds(gates).join()) throw new CodedError('reports.changedMeanwhile')
    if (takeNumber(ctx.db, 'letter', drawn.year) !== drawn.serial) {
      throw new CodedError('letters.numberTaken', { number })
    }
    const id = randomUUID()
    const at = ctx.now().toISOString()
    insertReturn(ctx.db, {
      id,
      reportId: report.id,
      number,
      datedOn,
      addressee,
      missing: labelsOf(gates),
      blobId: sealed.blobId,
      sha256: sealed.sha256,
      by: ctx.actor.id,
      at,
    })
    ctx.record({
      subject: report.registerNumber,
      facts: { reportId: report.id, number, missing: labelsOf(gates).join(', '), sha256: sealed.sha256 },
    })
    ctx.publish('reports.changed', { reportId: report.id })
    const row = returnRows(ctx.db, report.id).find(entry => entry.id === id)
    if (!row) throw new CodedError('reports.returnUnknown')
    drawn.turn.end()
    return { intake: intakeView(ctx, report.id), returned: returnView(row), pdf: new Uint8Array(drawn.pdf) }
  },
  discard({ turn, vault, sealed }) {
    turn.end()
    vault.discard(sealed.blobId)
  },
})

type Allowed = Pick<PrepareContext, 'db' | 'actor' | 'institution'>

function requireReturnable(ctx: Allowed, reportId: string): { report: Report; gates: Intake['gates'] } {
  const report = reportById(ctx.db, reportId)
  const gates = gatesOfReport(ctx.db, report, ctx.institution().pack)
  const refusal = returnRefusal(ctx, report, gates)
  if (refusal) throw new CodedError(refusal)
  return { report, gates }
}

const missingIds = (gates: Intake['gates']) => gates.filter(gate => gate.missing).map(gate => gate.id)
const labelsOf = (gates: Intake['gates']) => gates.filter(gate => gate.missing).map(gate => gate.label)

async function drawLetter(reportId: string, ctx: PrepareContext): Promise<Drawn> {
  const { report, gates } = requireReturnable(ctx, reportId)
  const { pack } = ctx.institution()
  const now = instantOf(ctx.now())
  const datedOn = civilDateAt(now, pack.zone)
  const year = Number(datedOn.slice(0, 4))
  const serial = nextLetterNumber(ctx.db, year)
  const prefix = numberPrefix(pack, 'biasa')
  const number = formatNumber(pack.letterNumberFormat, {
    n: serial,
    on: datedOn,
    code: pack.classificationCode,
    prefix,
  })
  const addressee = addresseeOf(report)
  const signatory = signatoryFor(ctx.db, pack, ctx.actor)
  const document: LetterDocument = {
    id: report.id,
    paper: 'A4',
    typeface: 'arimo',
    letterhead: letterheadOf(pack, ctx.resourcesDir),
    number,
    classification: pack.letterClasses.find(entry => entry.prefix === prefix)?.label ?? null,
    attachments: wording.attachments,
    subject: wording.subject(report.registerNumber),
    place: pack.city,
    datedOn,
    addressee: [addressee, wording.place],
    body: bodyOf(report, gates, pack),
    variables: {},
    closing: wording.closing,
    signatories: [signatoryOf(signatory, pack)],
    copyRecipients: [],
    // Data for machines hold no more than the page: nobody who is accused.
    decision: { report: report.registerNumber, outcome: 'returned', missing: missingIds(gates) },
    draft: false,
    draftLabel: null,
    footNote: wording.footNote,
    createdAt: now,
  }
  const pdf = await renderLetter(document, ctx.fonts())
  const sealed = await ctx.vault.put([pdf], { signal: ctx.signal })
  return { pdf, sealed, number, serial, year, datedOn, addressee, missing: missingIds(gates) }
}

/** The office that sent the report; a private person is addressed by the register number alone (rule 7). */
function addresseeOf(report: Report): string {
  return report.senderOffice === ''
    ? wording.reporter(report.registerNumber)
    : wording.sender(report.senderOffice)
}

function bodyOf(report: Report, gates: Intake['gates'], pack: InstitutionPack) {
  const { senderLetterNumber: letterNumber, senderLetterOn: letterOn, receivedOn } = report
  const opening = wording.opening({ letterNumber, letterOn, receivedOn })
  const missing = gates.filter(gate => gate.missing)
  const items = missing.map(gate => wording.item(gate.label, wording.kinds[gate.kind], gate.sentence))
  const rule = pack.deadlines.find(entry => entry.id === 'completion')
  return {
    type: 'doc',
    content: [
      paragraph([text(wording.greeting)]),
      paragraph([text(opening + report.registerNumber + wording.openingEnd(report.respondents.length))]),
      numbered(items, 'missing'),
      paragraph([text(rule ? wording.period(rule.days, rule.unit) : wording.noPeriod)]),
    ],
  }
}

type Opened = { row: ReturnRow; pdf: Buffer }

/** Shows the letter to the sender again; who looked is kept. Throws `reports.returnUnknown`. */
export const openReturn = inTwoSteps<Parsed<'reports.openReturn'>, Output<'reports.openReturn'>, Opened>({
  async prepare(input, ctx) {
    const row = requireReturn(ctx, input.returnId)
    return { row, pdf: await ctx.vault.readAll(row.blobId) }
  },
  commit(_input, ctx, { row, pdf }) {
    const facts = { reportId: row.reportId, sha256: row.sha256 }
    ctx.record({ subject: row.number, facts })
    return { number: row.number, pdf: new Uint8Array(pdf) }
  },
})

type Exported = PendingCopy & { row: ReturnRow }

/** Copies the letter out of the store. Throws `reports.returnUnknown`, `evidence.exportIntoStore`. */
export const exportReturn = inTwoSteps<
  Parsed<'reports.exportReturn'>,
  Output<'reports.exportReturn'>,
  Exported
>({
  async prepare(input, ctx) {
    const row = requireReturn(ctx, input.returnId)
    const copy = pendingCopy(exportPlace(await ctx.redeem(input.target), ctx.directory))
    await ctx.vault.exportTo(row.blobId, copy.temporary, { signal: ctx.signal })
    return { ...copy, row }
  },
  commit(_input, ctx, { row, temporary, target }) {
    const facts = { reportId: row.reportId, sha256: row.sha256, fileName: basename(target) }
    ctx.record({ subject: row.number, facts })
    placeCopy({ temporary, target })
    return { fileName: basename(target) }
  },
  discard: ({ temporary }) => rmSync(temporary, { force: true }),
})

function requireReturn(ctx: Pick<PrepareContext, 'db'>, id: string): ReturnRow {
  const row = returnRow(ctx.db, id)
  if (!row) throw new CodedError('reports.returnUnknown')
  return row
}
