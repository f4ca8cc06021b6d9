import { randomUUID } from 'node:crypto'
import type { Output, Parsed } from '../../../../shared/contract/index.ts'
import type { Intake } from '../../../../shared/contract/intake-shapes.ts'
import type { Report } from '../../../../shared/contract/reports.ts'
import { type CivilDate, civilDateAt, instantOf } from '../../../../shared/dates.ts'
import { formatNumber } from '../../../../shared/institution-pack.ts'
import type { PrepareContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { inTwoSteps } from '../../handlers.ts'
import { takeNumber } from '../../numbering.ts'
import type { Sealed, Vault } from '../../vault/vault.ts'
import { type NumberTurn, nextLetterNumber, numberPrefix, signatoryFor, takeTurn } from '../letters/index.ts'
import { insertReturn, returnRows } from './intake.queries.ts'
import { gatesOfReport, intakeView, returnRefusal, returnView } from './intake-view.ts'
import { reportById } from './reports.queries.ts'
import { drawReturn, RETURN_CLASS, type ReturnContent, returnContent } from './return-document.ts'

type Input = Parsed<'reports.returnToSender'>
type Drawn = {
  pdf: Uint8Array
  sealed: Sealed
  number: string
  serial: number
  year: number
  datedOn: CivilDate
  content: ReturnContent
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
    const { number, datedOn, content, sealed } = drawn
    if (content.missing.join() !== missingIds(gates).join()) throw new CodedError('reports.changedMeanwhile')
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
      addressee: content.addressee,
      missing: labelsOf(gates),
      content: JSON.stringify(content),
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
  const datedOn = civilDateAt(instantOf(ctx.now()), pack.zone)
  const year = Number(datedOn.slice(0, 4))
  const serial = nextLetterNumber(ctx.db, year)
  const number = formatNumber(pack.letterNumberFormat, {
    n: serial,
    on: datedOn,
    code: pack.classificationCode,
    prefix: numberPrefix(pack, RETURN_CLASS),
  })
  const content = returnContent(report, gates, pack)
  const { registerNumber } = report
  const signatory = signatoryFor(ctx.db, pack, ctx.actor)
  const pdf = await drawReturn(ctx, { reportId, registerNumber, number, datedOn }, content, signatory)
  const sealed = await ctx.vault.put([pdf], { signal: ctx.signal })
  return { pdf, sealed, number, serial, year, datedOn, content }
}
