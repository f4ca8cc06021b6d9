import { combine, split } from 'shamir-secret-sharing'
import type { ConfirmedAccount, Unsealer } from '../../context.ts'
import { emptySecret, randomSecret, wipe } from '../../keys/secret-bytes.ts'
import { sha256Of } from '../../sha256.ts'
import { sodium } from '../../store/native.ts'
import {
  associatedData,
  BALLOT_PURPOSE,
  type BallotBody,
  type BallotHeader,
  type BallotQuestion,
  ballotBody,
  ballotHeader,
  ballotShares,
  canonicalText,
  readCanonical,
  type SealedBallot,
} from './ballot-format.ts'

/**
 * Every body is padded to this many bytes, so that the length of a ballot tells nothing: 8,000 characters of
 * opinion are at most 24,000 bytes, 28,000 with escapes.
 */
const BODY_BYTES = 32 * 1024
const NONCE = 24
const TAG = 16

type Choice = Pick<BallotBody, 'verdict' | 'sanctionId' | 'moralSanctionId' | 'opinion'>
type Voter = Pick<ConfirmedAccount, 'accountId' | 'sign'>
type Place = Pick<BallotHeader, 'serial' | 'replaces' | 'castAt' | 'device'>

/** Seals one choice to the holders of a question and signs the public part. Secrets are wiped here. */
export async function sealBallot(
  question: BallotQuestion,
  choice: Choice,
  voter: Voter,
  place: Place,
): Promise<SealedBallot> {
  const questionHash = sha256Of(canonicalText(question))
  const { voteId, respondentId } = question
  const { accountId } = voter
  const blind = randomSecret(32)
  const text = canonicalText({
    purpose: 'adjudikasn-choice',
    version: 1,
    voteId,
    questionHash,
    respondentId,
    accountId,
    ...choice,
    // Half a surrogate pair has no UTF-8 form.
    opinion: Buffer.from(choice.opinion, 'utf8').toString('utf8'),
    blind: blind.toString('hex'),
  } satisfies BallotBody)
  const body = emptySecret(BODY_BYTES).fill(0x20)
  const key = randomSecret(32)
  try {
    if (Buffer.byteLength(text, 'utf8') > BODY_BYTES) throw new RangeError('ballot body too long')
    body.write(text, 'utf8')
    const bound = { voteId, questionHash, accountId, serial: place.serial, commitment: sha256Of(text) }
    const cipher = Buffer.alloc(NONCE + BODY_BYTES + TAG)
    const nonce = cipher.subarray(0, NONCE)
    sodium.randombytes_buf(nonce)
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      cipher.subarray(NONCE),
      body,
      associatedData(bound),
      null,
      nonce,
      key,
    )
    const shares = await sealShares(key, question)
    const header = canonicalText({
      purpose: 'adjudikasn-ballot',
      version: 1,
      ...bound,
      ...place,
      cipherHash: sha256Of(cipher),
      sharesHash: sha256Of(shares),
    } satisfies BallotHeader)
    return { header, signature: voter.sign(Buffer.from(BALLOT_PURPOSE + header, 'utf8')), cipher, shares }
  } finally {
    wipe(blind, body, key)
  }
}

async function sealShares(key: Buffer, { holders, threshold }: BallotQuestion): Promise<string> {
  const secret = new Uint8Array(key)
  const pieces =
    threshold === 1 ? holders.map(() => new Uint8Array(key)) : await split(secret, holders.length, threshold)
  secret.fill(0)
  const sealed = holders.map(({ accountId, sealKey }, n) => {
    const piece = Buffer.from(pieces[n] ?? [])
    const box = Buffer.alloc(piece.length + 48)
    sodium.crypto_box_seal(box, piece, Buffer.from(sealKey, 'hex'))
    wipe(piece)
    pieces[n]?.fill(0)
    return { accountId, box: box.toString('base64') }
  })
  return canonicalText(sealed)
}

/**
 * What is wrong with a sealed ballot as anyone can see it without opening: 'notAMember' when the one whom it
 * names has no vote here, 'unknownKey' when somebody else signed it, 'tampered' for everything else.
 */
export function sealFault(
  ballot: SealedBallot,
  question: BallotQuestion,
): 'tampered' | 'unknownKey' | 'notAMember' | null {
  const header = readCanonical(ballotHeader, ballot.header)
  if (!header || ballot.signature.length !== 64) return 'tampered'
  const holder = question.holders.find(entry => entry.accountId === header.accountId)
  if (!holder) return 'notAMember'
  const message = Buffer.from(BALLOT_PURPOSE + ballot.header, 'utf8')
  const voteKey = Buffer.from(holder.voteKey, 'hex')
  if (!sodium.crypto_sign_verify_detached(ballot.signature, message, voteKey)) return 'unknownKey'
  const shares = readCanonical(ballotShares, ballot.shares)
  const whole =
    header.voteId === question.voteId &&
    header.questionHash === sha256Of(canonicalText(question)) &&
    header.cipherHash === sha256Of(ballot.cipher) &&
    header.sharesHash === sha256Of(ballot.shares) &&
    ballot.cipher.length === NONCE + BODY_BYTES + TAG &&
    shares?.length === question.holders.length &&
    shares.every((share, n) => share.accountId === question.holders[n]?.accountId)
  return whole ? null : 'tampered'
}

/** Opens a ballot whose seal is whole, with the keys of enough holders; null when it does not open to what was signed. */
export async function openBallot(
  ballot: SealedBallot,
  question: BallotQuestion,
  openers: readonly Unsealer[],
): Promise<{ text: string; body: BallotBody } | null> {
  const header = readCanonical(ballotHeader, ballot.header)
  const shares = readCanonical(ballotShares, ballot.shares)
  if (!header || !shares) return null
  const pieces: Buffer[] = []
  for (const opener of openers) {
    const own = shares.find(share => share.accountId === opener.accountId)
    const piece = own && opener.unseal(Buffer.from(own.box, 'base64'))
    if (piece && pieces.length < question.threshold) pieces.push(piece)
  }
  const body = emptySecret(BODY_BYTES)
  let key: Buffer | undefined
  try {
    if (pieces.length < question.threshold) return null
    key = await joinPieces(pieces)
    if (key.length !== 32) return null
    const nonce = ballot.cipher.subarray(0, NONCE)
    const sealed = ballot.cipher.subarray(NONCE)
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(body, null, sealed, associatedData(header), nonce, key)
    const text = body.toString('utf8').trimEnd()
    const read = readCanonical(ballotBody, text)
    const fits =
      sha256Of(text) === header.commitment &&
      read?.voteId === header.voteId &&
      read.questionHash === header.questionHash &&
      read.accountId === header.accountId &&
      read.respondentId === question.respondentId
    return read && fits ? { text, body: read } : null
  } catch {
    return null
  } finally {
    wipe(body, key, ...pieces)
  }
}

async function joinPieces(pieces: readonly Buffer[]): Promise<Buffer> {
  const [first] = pieces
  if (first && pieces.length === 1) return Buffer.from(first)
  const plain = pieces.map(piece => new Uint8Array(piece))
  const joined = await combine(plain)
  const key = Buffer.from(joined)
  for (const secret of [joined, ...plain]) secret.fill(0)
  return key
}
