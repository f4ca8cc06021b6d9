import { randomUUID } from 'node:crypto'
import type { Output, Parsed } from '../../../../shared/contract/index.ts'
import type { Letter, LetterHeader } from '../../../../shared/contract/letters.ts'
import { requireExaminer } from '../../authorise.ts'
import type { PrepareContext, WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import type { HandlersFor } from '../../handlers.ts'
import { renderLetter } from '../../pdf/letter-document.ts'
import { parseRichText } from '../../pdf/rich-text-schema.ts'
import { sha256Of } from '../../sha256.ts'
import { addresseeOf, authorityOf, copyRecipientsOf, higherAddresseeOf } from './addressee.rules.ts'
import { type BodyNode, composeLetter, plainText } from './compose-letter.ts'
import { finaliseLetter } from './finalise-letter.ts'
import { candidatesOf } from './letter-candidates.ts'
import { saved } from './letter-changed.ts'
import { type LetterFacts, type LetterOptions, letterFacts, PLAIN_LETTER } from './letter-facts.ts'
import { letterDocument } from './letter-pdf.ts'
import { letterView, requireLetterAct } from './letter-view.ts'
import { letterWording } from './letter-wording.ts'
import {
  addStep,
  insertLetter,
  type LetterRecord,
  letterById,
  letterOfVote,
  listLetters,
  putTrace,
  type StepName,
  saveLetter,
  setState,
  tracesOf,
} from './letters.queries.ts'
import { exportLetter, openLetter } from './open-letter.ts'
import { inspectCertificate, signLetter } from './sign-letter.ts'
import { signatoryById, signatoryFor } from './signatory.ts'
import { tracesOfDraft, withBlock } from './traces.ts'

export const lettersHandlers: HandlersFor<'letters'> = {
  'letters.list': (input, ctx) => {
    const { total, rows } = listLetters(ctx.db, input)
    return { total, rows, candidates: candidatesOf(ctx, input.caseId) } as Output<'letters.list'>
  },
  'letters.get': (input, ctx) => letterView(ctx, input.letterId),
  'letters.draft': (input, ctx) => draftLetter(input, ctx),
  'letters.save': (input, ctx) => save(input, ctx),
  'letters.confirmTrace': (input, ctx) => confirmTrace(input, ctx),
  'letters.preview': (input, ctx) => preview(input, ctx),

  'letters.submit': (input, ctx) => {
    const letter = requireLetterAct(ctx.db, ctx.actor, input.letterId, 'submit')
    return step(ctx, letter, 'submitted', 'inReview')
  },

  'letters.review': (input, ctx) => {
    const letter = requireLetterAct(ctx.db, ctx.actor, input.letterId, 'review')
    const { outcome, comment } = input
    if (outcome === 'returned' && comment === '') throw new CodedError('letters.commentRequired')
    return outcome === 'approved'
      ? step(ctx, letter, 'reviewed', 'reviewed', comment)
      : step(ctx, letter, 'returned', 'returned', comment)
  },

  'letters.approve': (input, ctx) => {
    const letter = requireLetterAct(ctx.db, ctx.actor, input.letterId, 'approve')
    return step(ctx, letter, 'approved', 'approved')
  },

  'letters.finalise': finaliseLetter,
  'letters.inspectCertificate': inspectCertificate,
  'letters.sign': signLetter,
  'letters.open': openLetter,
  'letters.export': exportLetter,
}

function draftLetter(input: Parsed<'letters.draft'>, ctx: WriteContext): Letter {
  const { caseId, respondentId } = input
  requireExaminer(ctx.db, ctx.actor, caseId)
  const plain = letterFacts(ctx, caseId, respondentId)
  const { voteId } = plain.decision
  if (letterOfVote(ctx.db, voteId)) throw new CodedError('letters.alreadyDrafted')
  const options = optionsOf(input, plain)
  const facts = { ...plain, options }
  const { body, variables, traced } = composeLetter(facts)
  parseRichText(body)
  const id = randomUUID()
  const header = headerOf(facts)
  const at = ctx.now().toISOString()
  const authorId = ctx.actor.id
  insertLetter(ctx.db, {
    id,
    caseId,
    respondentId,
    voteId,
    header,
    body,
    variables,
    authorId,
    at,
    ...options,
  })
  for (const row of tracesOfDraft({ body, variables, traced })) putTrace(ctx.db, id, row)
  addStep(ctx.db, { letterId: id, step: 'drafted', accountId: authorId, at })
  const { addressedTo, addresseeReason } = options
  return saved(ctx, letterById(ctx.db, id), {
    outcome: facts.decision.outcome,
    ...(addresseeReason ? { addressedTo, addresseeReason } : {}),
  })
}

/**
 * To whom the letter goes: where the supervising authority is part of the matter a person chooses, with a
 * reason. Throws `letters.addresseeOpen` {authority}, `letters.noConflict`, `letters.noHigher`.
 */
function optionsOf(input: Parsed<'letters.draft'>, facts: LetterFacts): LetterOptions {
  const { addressee, withOpinions } = input
  if (!addressee) {
    if (facts.conflict) {
      throw new CodedError('letters.addresseeOpen', { authority: facts.conflict.authority })
    }
    return { ...PLAIN_LETTER, withOpinions }
  }
  if (!facts.conflict) throw new CodedError('letters.noConflict')
  if (addressee.to === 'higher' && !higherOf(facts)) throw new CodedError('letters.noHigher')
  return { addressedTo: addressee.to, addresseeReason: addressee.reason, withOpinions }
}

const higherOf = ({ authority, law, institution }: LetterFacts) =>
  higherAddresseeOf(authority, law, institution.higherAuthorities)

function headerOf(facts: LetterFacts): LetterHeader {
  const { respondent, authority, decision, institution, law, exhibits, options, criminal } = facts
  const kind = decision.outcome === 'proven' ? 'proven' : 'notProven'
  const higher = options.addressedTo === 'higher' ? higherOf(facts) : null
  const own = copyRecipientsOf(institution.copyRecipients, authority, law)
  // Where the person works somebody else leads, who has to know.
  const copies = facts.officials.homeAgency ? [authorityOf(respondent, law), ...own] : own
  const referred = criminal.length > 0 ? (institution.criminalReferral?.copies ?? []) : []
  return {
    // A letter about a named person is confidential unless somebody decides otherwise.
    confidentiality: 'rahasia',
    attachmentNote: exhibits.length > 0 ? '1 (satu) berkas' : '-',
    subject: letterWording.subject[kind](respondent.name),
    addressee: higher?.addressee ?? addresseeOf(authority, law),
    copies: [...copies, ...referred.filter(recipient => !copies.includes(recipient))],
  }
}

function save(input: Parsed<'letters.save'>, ctx: WriteContext): Letter {
  const letter = requireLetterAct(ctx.db, ctx.actor, input.letterId, 'edit')
  requireVersion(letter, input.version)
  requireBody(input.body)
  const { header, body } = input
  const version = letter.version + 1
  const { id, variables } = letter
  saveLetter(ctx.db, { id, version, header, body, variables }, ctx.actor.id, ctx.now().toISOString())
  return saved(ctx, letterById(ctx.db, id), { version, bodyHash: sha256Of(JSON.stringify(body)) })
}

/** Longest body that is kept, in characters of its JSON: some two hundred pages. */
const LONGEST_BODY = 2_000_000

/** Throws `letters.bodyInvalid`, `letters.bodyTooLong`. */
function requireBody(body: unknown): void {
  parseRichText(body)
  if (JSON.stringify(body).length > LONGEST_BODY) throw new CodedError('letters.bodyTooLong')
}

/** A save onto a version that is not the newest would lose what somebody else wrote. */
function requireVersion(letter: LetterRecord, version: number): void {
  if (letter.version !== version) throw new CodedError('letters.stale', { version: letter.version })
}

function confirmTrace(input: Parsed<'letters.confirmTrace'>, ctx: WriteContext): Letter {
  const { db } = ctx
  const letter = requireLetterAct(db, ctx.actor, input.letterId, 'edit')
  const kept = tracesOf(db, letter.id).find(row => row.trace === input.trace)
  if (!kept) throw new CodedError('letters.traceUnknown')
  const composed = composeLetter(letterFacts(ctx, letter.caseId, letter.respondentId, letter))
  const source = composed.traced.find(block => block.trace === input.trace)
  const sourceText = source ? plainText(source.node, composed.variables) : ''
  const { label, exhibits } = source ?? kept
  putTrace(db, letter.id, {
    trace: input.trace,
    label,
    exhibits,
    sourceText,
    sourceHash: sha256Of(sourceText),
  })
  // Also who keeps a paragraph answers for it: a version of one's own makes an author, who does not review.
  let { body, variables } = letter as { body: unknown; variables: Record<string, string> }
  if (input.choice === 'useSource') {
    if (!source) throw new CodedError('letters.sourceGone')
    body = withBlock(letter.body as BodyNode, input.trace, source.node)
    parseRichText(body)
    variables = { ...variables, ...composed.variables }
  }
  const next = { id: letter.id, version: letter.version + 1, header: letter.header, body, variables }
  saveLetter(db, next, ctx.actor.id, ctx.now().toISOString())
  return saved(ctx, letterById(db, letter.id), { trace: input.trace, choice: input.choice })
}

/** The same renderer as the final letter, with the draft mark; nothing is kept. */
async function preview(input: Parsed<'letters.preview'>, ctx: PrepareContext) {
  const letter = letterById(ctx.db, input.letterId)
  const facts = letterFacts(ctx, letter.caseId, letter.respondentId, letter)
  const signatory =
    signatoryById(ctx.db, letter.signatoryId) ?? signatoryFor(ctx.db, facts.institution, ctx.actor)
  const header = input.header ?? letter.header
  const body = input.body ?? letter.body
  requireBody(body)
  const document = letterDocument({
    letter: { ...letter, header, body },
    facts,
    signatory,
    resourcesDir: ctx.resourcesDir,
    createdAt: letter.savedAt,
    draft: true,
  })
  return { pdf: new Uint8Array(await renderLetter(document, ctx.fonts())) }
}

function step(
  ctx: WriteContext,
  letter: LetterRecord,
  name: StepName,
  state: LetterRecord['state'],
  comment = '',
): Letter {
  setState(ctx.db, letter.id, state)
  const at = ctx.now().toISOString()
  addStep(ctx.db, { letterId: letter.id, step: name, accountId: ctx.actor.id, at, comment })
  const facts = { step: name, version: letter.version, comment: comment.slice(0, 200) }
  return saved(ctx, letterById(ctx.db, letter.id), facts)
}
