import canonicalize from 'canonicalize'
import { z } from 'zod'
import { VERDICTS } from '../../../../shared/contract/plenaries.ts'
import { instant } from '../../../../shared/dates.ts'
import { prose } from '../../../../shared/ids.ts'
import { tieRule } from '../../../../shared/institution-pack.ts'
import { sha256Of } from '../../sha256.ts'

// Texts of the ballot protocol (README.md here): canonical JSON, so that every reader hashes the same bytes.

/** Before each signed header, so that a ballot's signature never passes for one of another kind. */
export const BALLOT_PURPOSE = 'adjudikasn-ballot\n'

const id = z.string().min(1).max(64)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const lawIds = z.array(z.string().min(1).max(80)).max(200)

/** What is asked, of whom, and who can open the answers; fixed when a vote is opened. */
export const ballotQuestion = z.strictObject({
  purpose: z.literal('adjudikasn-question'),
  version: z.literal(1),
  voteId: id,
  plenaryId: id,
  plenaryNumber: z.string(),
  agendaNumber: z.int(),
  caseId: id,
  caseNumber: z.string(),
  respondentId: id,
  respondentName: z.string(),
  /** Whether a proven and reviewed finding stands, so that 'proven' may be voted. */
  provenSupported: z.boolean(),
  /** Sanctions of the band; another one needs a reason. */
  sanctions: lawIds,
  moralSanctions: lawIds,
  lawPackVersion: z.string(),
  /** Who votes, and holds a share: the present members less the recused, with their public keys in hex. */
  holders: z
    .array(z.strictObject({ accountId: id, displayName: z.string(), sealKey: hash, voteKey: hash }))
    .min(1)
    .max(60),
  threshold: z.int().min(1),
  presiderId: id.nullable(),
  tieRule,
  quorum: z.strictObject({ present: z.int(), base: z.int(), needed: z.int() }),
  openedAt: z.string(),
})
export type BallotQuestion = z.infer<typeof ballotQuestion>

/** The signed, public part of a ballot: everything but the choice. */
export const ballotHeader = z.strictObject({
  purpose: z.literal('adjudikasn-ballot'),
  version: z.literal(1),
  voteId: id,
  questionHash: hash,
  accountId: id,
  /** 1 for the first; a replacement counts on and names the seal before it. */
  serial: z.int().min(1).max(1000),
  replaces: hash.nullable(),
  /** SHA-256 of the body's text, which holds 32 random bytes. */
  commitment: hash,
  cipherHash: hash,
  sharesHash: hash,
  castAt: instant,
  device: z.string().max(200),
})
export type BallotHeader = z.infer<typeof ballotHeader>

/** The secret part. */
export const ballotBody = z.strictObject({
  purpose: z.literal('adjudikasn-choice'),
  version: z.literal(1),
  voteId: id,
  questionHash: hash,
  respondentId: id,
  accountId: id,
  verdict: z.enum(VERDICTS),
  sanctionId: z.string().max(80).nullable(),
  moralSanctionId: z.string().max(80).nullable(),
  /** Trimmed and without control characters, as the contract takes it. */
  opinion: prose(8000),
  blind: hash,
})
export type BallotBody = z.infer<typeof ballotBody>

/** The content key, one sealed piece for each holder in the order of the question. */
export const ballotShares = z
  .array(z.strictObject({ accountId: id, box: z.base64().max(200) }))
  .min(1)
  .max(60)

/** A ballot as it is kept and carried. */
export type SealedBallot = {
  /** Canonical JSON of `ballotHeader`. */
  header: string
  signature: Buffer
  /** 24 bytes nonce, then XChaCha20-Poly1305 of the padded body. */
  cipher: Buffer
  /** Canonical JSON of `ballotShares`. */
  shares: string
}

/** RFC 8785 text of a value. */
export function canonicalText(value: unknown): string {
  return canonicalize(value) ?? ''
}

/** The value of a text that is valid and canonical, else null: no second reading of the same bytes. */
export function readCanonical<T extends z.ZodType>(schema: T, text: string): z.output<T> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success && canonicalText(parsed.data) === text ? parsed.data : null
  } catch {
    return null
  }
}

/** What the cipher is bound to; it cannot stand under another header. */
export function associatedData(
  header: Pick<BallotHeader, 'voteId' | 'questionHash' | 'accountId' | 'serial' | 'commitment'>,
): Buffer {
  const { voteId, questionHash, accountId, serial, commitment } = header
  const purpose = 'adjudikasn-ballot-cipher'
  return Buffer.from(canonicalText({ purpose, voteId, questionHash, accountId, serial, commitment }), 'utf8')
}

/** First 16 hex digits of SHA-256 over a public key, in groups of four, as printed in the minutes. */
export function keyFingerprint(publicKey: Uint8Array): string {
  return (sha256Of(publicKey).slice(0, 16).match(/.{4}/g) ?? []).join(' ')
}
