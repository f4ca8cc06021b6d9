import { findNodeAtLocation, type JSONPath, type ParseError, parseTree } from 'jsonc-parser'
import { z } from 'zod'
import { CodedError } from '../../errors.ts'
import type { SealedBallot } from './ballot-format.ts'

const carried = z.strictObject({
  header: z.string().max(2000),
  signature: z.base64().max(200),
  shares: z.string().max(20_000),
  cipher: z.base64().max(100_000),
})

/** Sealed ballots on their way between two laptops; readable, and without any choice in it. */
const ballotFile = z.strictObject({
  format: z.literal('adjudikasn-ballots'),
  version: z.literal(1),
  plenaryId: z.string().max(64),
  plenaryNumber: z.string().max(200),
  device: z.string().max(200),
  exportedAt: z.string().max(40),
  ballots: z.array(carried).max(20_000),
})
export type BallotFile = Omit<z.infer<typeof ballotFile>, 'ballots'> & { ballots: SealedBallot[] }

/** The text of a ballot file for another laptop; the ballots stay sealed in it. */
export function ballotFileText(file: Omit<BallotFile, 'format' | 'version'>): string {
  const ballots = file.ballots.map(({ header, signature, shares, cipher }) => ({
    header,
    signature: signature.toString('base64'),
    shares,
    cipher: cipher.toString('base64'),
  }))
  const whole: z.infer<typeof ballotFile> = { format: 'adjudikasn-ballots', version: 1, ...file, ballots }
  return `${JSON.stringify(whole, null, 1)}\n`
}

/** Throws `plenaries.ballotFileInvalid` {line}; 0 when the line is not known. */
export function readBallotFile(text: string): BallotFile {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true })
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const [fault] = errors
  if (fault || !tree) throw invalid(fault ? lineAt(fault.offset) : 0)
  const parsed = ballotFile.safeParse(JSON.parse(text))
  if (parsed.success) {
    const ballots = parsed.data.ballots.map(({ header, signature, shares, cipher }) => ({
      header,
      signature: Buffer.from(signature, 'base64'),
      shares,
      cipher: Buffer.from(cipher, 'base64'),
    }))
    return { ...parsed.data, ballots }
  }
  const node = findNodeAtLocation(tree, (parsed.error.issues[0]?.path ?? []) as JSONPath)
  throw invalid(node ? lineAt(node.offset) : 0)
}

function invalid(line: number): CodedError {
  return new CodedError('plenaries.ballotFileInvalid', { line })
}
