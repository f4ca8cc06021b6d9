import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CodedError } from '../errors.ts'

// A second reader of the ballot protocol (features/plenaries/README.md): written from the page, on node:crypto
// alone, sharing no code with the program that seals and opens.

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const choice = z.enum(['proven', 'notProven', 'deferred'])

const question = z.object({
  purpose: z.literal('adjudikasn-question'),
  version: z.literal(1),
  voteId: z.string(),
  caseNumber: z.string(),
  respondentId: z.string(),
  respondentName: z.string(),
  provenSupported: z.boolean(),
  sanctions: z.array(z.string()),
  moralSanctions: z.array(z.string()),
  lawPackVersion: z.string(),
  holders: z.array(z.object({ accountId: z.string(), displayName: z.string(), voteKey: hash })),
  presiderId: z.string().nullable(),
  tieRule: z.enum(['rejected', 'chairDecides', 'voteAgain']),
  quorum: z.object({ present: z.int(), base: z.int(), needed: z.int() }),
})
const header = z.object({
  purpose: z.literal('adjudikasn-ballot'),
  version: z.literal(1),
  voteId: z.string(),
  questionHash: hash,
  accountId: z.string(),
  serial: z.int(),
  replaces: hash.nullable(),
  commitment: hash,
})
const body = z.object({
  purpose: z.literal('adjudikasn-choice'),
  version: z.literal(1),
  voteId: z.string(),
  questionHash: hash,
  respondentId: z.string(),
  accountId: z.string(),
  verdict: choice,
  sanctionId: z.string().nullable(),
  moralSanctionId: z.string().nullable(),
  opinion: z.string(),
  blind: hash,
})
const decision = z.object({
  outcome: choice,
  tally: z.object({ proven: z.int(), notProven: z.int(), deferred: z.int() }),
  sanctionId: z.string().nullable(),
  moralSanctionId: z.string().nullable(),
  tieBroken: z.boolean(),
  quorumPresent: z.int().nullable(),
  quorumNeeded: z.int().nullable(),
})
const recountFile = z.object({
  format: z.literal('adjudikasn-recount'),
  version: z.literal(1),
  plenary: z.object({ id: z.string(), number: z.string(), heldOn: z.string() }),
  members: z.array(z.object({ accountId: z.string(), name: z.string(), key: hash })),
  sanctions: z.record(z.string(), z.array(z.object({ id: z.string(), name: z.string(), rank: z.number() }))),
  votes: z.array(
    z.object({
      voteId: z.string(),
      state: z.enum(['closed', 'annulled']),
      question: z.string(),
      questionHash: hash,
      sealed: z.array(z.object({ sealHash: hash, header: z.string(), signature: z.string() })),
      openings: z.array(z.object({ accountId: z.string(), sealHash: hash, body: z.string() })),
      rejected: z.array(z.object({ name: z.string(), reason: z.string() })),
      decision: decision.nullable(),
    }),
  ),
})

export type RecountFile = z.infer<typeof recountFile>
export type RecountVote = RecountFile['votes'][number]
export type Question = z.infer<typeof question>
export type Header = z.infer<typeof header>
export type Body = z.infer<typeof body>
export type Decision = z.infer<typeof decision>

/** Throws `tool.fileUnreadable`, `tool.notARecount` (facts: file). */
export function readRecountFile(file: string): RecountFile {
  const parsed = recountFile.safeParse(readJson(file))
  if (!parsed.success) throw new CodedError('tool.notARecount', { file })
  return parsed.data
}

/** Throws `tool.fileUnreadable` (facts: file). */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new CodedError('tool.fileUnreadable', { file }, error)
  }
}

export const readQuestion = (text: string): Question | null => read(question, text)
export const readHeader = (text: string): Header | null => read(header, text)
export const readBody = (text: string): Body | null => read(body, text)

function read<T extends z.ZodType>(schema: T, text: string): z.output<T> | null {
  try {
    const value: unknown = JSON.parse(text)
    // One text, one meaning: keys in order, none twice, no blanks.
    if (JSON.stringify(inOrder(value)) !== text) return null
    return schema.parse(value)
  } catch {
    return null
  }
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, part]) => [name, inOrder(part)]))
}

/** SHA-256 in hex. */
export function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

/** First 16 hex digits of SHA-256 over a key, in groups of four, as the minutes print them. */
export function fingerprintOf(key: string): string {
  return hashOf(Buffer.from(key, 'hex'))
    .slice(0, 16)
    .replace(/(.{4})(?!$)/g, '$1 ')
}

/** Whether an Ed25519 key (hex) signed a ballot's header. */
export function isSignedBy(key: string, headerText: string, signature: string): boolean {
  try {
    const x = Buffer.from(key, 'hex').toString('base64url')
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    const message = Buffer.from(`adjudikasn-ballot\n${headerText}`, 'utf8')
    return verify(null, message, publicKey, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
