import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Letter } from '../../../../shared/contract/letters.ts'
import { addDays, civilDateAt, instantOf } from '../../../../shared/dates.ts'
import { formatNumber } from '../../../../shared/institution-pack.ts'
import type { PrepareContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { inTwoSteps } from '../../handlers.ts'
import { takeNumber } from '../../numbering.ts'
import { renderLetter } from '../../pdf/letter-document.ts'
import type { Sealed, Vault } from '../../vault/vault.ts'
import { type BodyNode, composeLetter } from './compose-letter.ts'
import { saved } from './letter-changed.ts'
import { checkLetter } from './letter-checks.ts'
import { type LetterFacts, letterFacts } from './letter-facts.ts'
import { letterDocument, numberPrefix } from './letter-pdf.ts'
import { requireLetterAct } from './letter-view.ts'
import {
  addStep,
  type LetterRecord,
  letterById,
  markFinalised,
  nextLetterNumber,
  replaceBase,
  tracesOf,
} from './letters.queries.ts'
import { type NumberTurn, takeTurn } from './number-turn.ts'
import { signatoryFor } from './signatory.ts'
import { traceStates } from './traces.ts'

type Input = Parsed<'letters.finalise'>
type Numbered = { number: string; serial: number; year: number; datedOn: string }
type Fixed = {
  sealed: Sealed
  vault: Vault
  turn: NumberTurn
  version: number
  signatoryId: string
  signatoryNip: string | null
} & Numbered

/**
 * Gives a letter its number and date and fixes the PDF that will be signed. The pages are drawn before
 * the transaction with the number that comes next, and the number is taken in it: a failure leaves no
 * gap, and no number is used twice. For a letter that has a number already, the pages are prepared
 * anew for the presider who calls.
 */
export const finaliseLetter = inTwoSteps<Input, Letter, Fixed>({
  async prepare(input, ctx) {
    requireLetterAct(ctx.db, ctx.actor, input.letterId, 'finalise')
    const turn = await takeTurn(ctx.db.connection, ctx.signal)
    try {
      return { ...(await fixPages(input, ctx)), vault: ctx.vault, turn }
    } catch (error) {
      turn.end()
      throw error
    }
  },
  commit(input, ctx, fixed) {
    const { db, actor } = ctx
    const letter = requireLetterAct(db, actor, input.letterId, 'finalise')
    if (letter.version !== fixed.version) throw new CodedError('letters.stale', { version: letter.version })
    const { signatoryId, signatoryNip } = fixed
    const pdf = { blobId: fixed.sealed.blobId, sha256: fixed.sealed.sha256, signatoryId, signatoryNip }
    if (letter.number === null) {
      const serial = takeNumber(db, 'letter', fixed.year)
      if (serial !== fixed.serial) throw new CodedError('letters.numberTaken', { number: fixed.number })
      const { number, year, datedOn } = fixed
      markFinalised(db, letter.id, { ...pdf, number, serial, year, datedOn })
    } else {
      replaceBase(db, letter.id, pdf)
    }
    const at = ctx.now().toISOString()
    addStep(db, { letterId: letter.id, step: 'finalised', accountId: actor.id, at })
    const facts = { number: fixed.number, datedOn: fixed.datedOn, sha256: pdf.sha256 }
    const view = saved(ctx, letterById(db, letter.id), facts)
    fixed.turn.end()
    return view
  },
  discard({ sealed, vault, turn }) {
    turn.end()
    vault.discard(sealed.blobId)
  },
})

async function fixPages(input: Input, ctx: PrepareContext): Promise<Omit<Fixed, 'turn' | 'vault'>> {
  const { db } = ctx
  const letter = letterById(db, input.letterId)
  const facts = letterFacts(ctx, letter.caseId, letter.respondentId, letter)
  const numbered = numberOf(input, ctx, letter)
  if (numbered.datedOn < facts.plenary.heldOn) {
    throw new CodedError('letters.datedBeforePlenary', { heldOn: facts.plenary.heldOn })
  }
  requireNearDate(numbered.datedOn, facts, ctx)
  const traces = traceStates(tracesOf(db, letter.id), composeLetter(facts), letter.body as BodyNode)
  const errors = checkLetter(ctx, letter, facts, traces).filter(check => check.severity === 'error')
  if (errors.length > 0) {
    throw new CodedError('letters.checksFailed', { count: errors.length, first: errors[0]?.code ?? '' })
  }
  const signatory = signatoryFor(db, facts.institution, ctx.actor)
  const document = letterDocument({
    letter: { ...letter, number: numbered.number, datedOn: numbered.datedOn },
    facts,
    signatory,
    resourcesDir: ctx.resourcesDir,
    createdAt: ctx.now().toISOString(),
    draft: false,
  })
  const pdf = await renderLetter(document, ctx.fonts())
  const sealed = await ctx.vault.put([pdf], { signal: ctx.signal })
  const { id: signatoryId, nip: signatoryNip } = signatory
  return { ...numbered, sealed, version: letter.version, signatoryId, signatoryNip }
}

/** Room for a date that is prepared in advance, and for laptops in another zone. */
const DAYS_AHEAD = 7

function requireNearDate(datedOn: string, facts: LetterFacts, ctx: PrepareContext): void {
  const today = civilDateAt(instantOf(ctx.now()), facts.institution.zone)
  const latest = addDays(today > facts.plenary.heldOn ? today : facts.plenary.heldOn, DAYS_AHEAD)
  if (datedOn > latest) throw new CodedError('letters.datedTooLate', { latest })
}

function numberOf(input: Input, ctx: PrepareContext, letter: LetterRecord): Numbered {
  const year = Number(input.datedOn.slice(0, 4))
  if (letter.number !== null && letter.datedOn !== null) {
    return { number: letter.number, serial: 0, year, datedOn: letter.datedOn }
  }
  const { pack } = ctx.institution()
  const serial = nextLetterNumber(ctx.db, year)
  const number = formatNumber(pack.letterNumberFormat, {
    n: serial,
    on: input.datedOn,
    code: pack.classificationCode,
    prefix: numberPrefix(pack, letter.header.confidentiality),
  })
  return { number, serial, year, datedOn: input.datedOn }
}
