import type { Letter } from '../../../../shared/contract/letters.ts'
import type { Account } from '../../../../shared/contract/session.ts'
import { examineRefusal } from '../../authorise.ts'
import type { ReadContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb } from '../../store/database.ts'
import { plenaryById, replacedDecision } from '../plenaries/index.ts'
import { type BodyNode, composeLetter } from './compose-letter.ts'
import { checkLetter } from './letter-checks.ts'
import { type LetterFacts, letterFacts } from './letter-facts.ts'
import { letterNumberOfVote } from './letter-sources.queries.ts'
import { authorsOf, type LetterRecord, letterById, stepsOf, tracesOf } from './letters.queries.ts'
import { type LetterAct, type LetterStanding, letterRefusal } from './letters.rules.ts'
import { signatoryById } from './signatory.ts'
import { traceStates } from './traces.ts'

const ACTS = ['edit', 'submit', 'review', 'approve', 'finalise', 'sign'] as const

type ViewContext = Pick<ReadContext, 'db' | 'laws' | 'institution' | 'actor'>

/** A letter as the window shows it, with what the signed-in person may do. Throws `letters.unknown`. */
export function letterView(ctx: ViewContext, letterId: string): Letter {
  const { db } = ctx
  const letter = letterById(db, letterId)
  const facts = letterFacts(ctx, letter.caseId, letter.respondentId, letter)
  const current = traceStates(tracesOf(db, letterId), composeLetter(facts), letter.body as BodyNode)
  // An issued letter stands as it was signed, whatever becomes of its sources.
  const traces = letter.state === 'issued' ? current.map(trace => ({ ...trace, changed: false })) : current
  const checks = checkLetter(ctx, letter, facts, traces)
  const hasErrors = checks.some(check => check.severity === 'error')
  const standing = standingOf(db, ctx.actor, letter)
  const may = Object.fromEntries(
    ACTS.map(act => {
      const blocked = act === 'finalise' && hasErrors ? 'letters.checksFailed' : null
      const reason = letterRefusal(act, standing) ?? blocked
      return [act, { allowed: reason === null, reason }]
    }),
  )
  const { id, caseId, caseNumber, respondentId, respondentName, plenaryId, state, number, datedOn } = letter
  const { header, body, variables, version, authorName, issuedSha256, savedAt } = letter
  return {
    id,
    caseId,
    caseNumber,
    respondentId,
    respondentName,
    plenaryId,
    state,
    number,
    datedOn,
    header,
    body,
    variables,
    version,
    authorName,
    authoredByMe: standing.isAuthor,
    steps: stepsOf(db, letterId),
    traces,
    checks,
    issuedSha256,
    savedAt,
    may,
    addressedTo: letter.addressedTo,
    addresseeReason: letter.addresseeReason,
    withOpinions: letter.withOpinions,
    cites: facts.replaces?.cite ?? null,
    replacedBy: replacedView(db, facts),
  } as Letter
}

/** What took the place of the letter's decision, with the number of the newer letter once it is out. */
function replacedView(db: ReadableDb, { replacedBy }: Pick<LetterFacts, 'replacedBy'>) {
  if (!replacedBy) return null
  const { cite, kind, voteId } = replacedBy
  return { cite, kind, letterNumber: letterNumberOfVote(db, voteId) }
}

/** What decides about an account's acts on a letter. */
function standingOf(db: ReadableDb, actor: Account, letter: LetterRecord): LetterStanding {
  return {
    state: letter.state,
    role: actor.role,
    examineRefusal: examineRefusal(db, actor, letter.caseId),
    isAuthor: authorsOf(db, letter.id).includes(actor.id),
    plenaryClosed: plenaryById(db, letter.plenaryId).state === 'closed',
    isSignatory: letter.signatoryId === actor.id,
    nipChanged: letter.signatoryNip !== (signatoryById(db, letter.signatoryId)?.nip ?? null),
    replaced: replacedDecision(db, letter.voteId) !== undefined,
  }
}

/** The letter, when the account may do this with it. Throws the refusal of `letterRefusal`. */
export function requireLetterAct(
  db: ReadableDb,
  actor: Account,
  letterId: string,
  act: LetterAct,
): LetterRecord {
  const letter = letterById(db, letterId)
  const refusal = letterRefusal(act, standingOf(db, actor, letter))
  if (refusal) throw new CodedError(refusal)
  return letter
}
