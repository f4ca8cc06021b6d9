import { z } from 'zod'
import { CodedError } from '../errors.ts'
import { fingerprintOf, type RecountFile, readJson, readQuestion, readRecountFile } from './recount-file.ts'
import { type RecountedVote, type RecountFault, recountVote } from './recount-vote.ts'

export type RecountReport = {
  outcome: 'same' | 'differs' | 'cannotTell'
  plenary: RecountFile['plenary']
  votes: RecountedVote[]
  /** Whose keys the signatures were checked with, and where these keys come from. */
  keys: { name: string; fingerprint: string }[]
  keysFrom: 'keysFile' | 'sameFile'
  /** Members whose key does not stand in the file of keys. */
  unknownKeys: string[]
}

const keyOrFingerprint = z.string().min(16).max(64)
const keysFile = z.union([
  z.object({
    members: z.array(z.object({ accountId: z.string(), name: z.string(), key: keyOrFingerprint })),
  }),
  z.record(z.string(), keyOrFingerprint),
])

/**
 * Counts a meeting again from its export: no store, no passphrase, no native module. `keys` is a second source
 * of public keys: another export, or names (or account ids) with a key or the fingerprint of the minutes.
 * Throws `tool.fileUnreadable`, `tool.notARecount`, `tool.notKeys` (facts: file).
 */
export function recount(file: string, keys: string | null): RecountReport {
  const content = readRecountFile(file)
  const trusted = keys === null ? null : readKeys(keys)
  const votes = content.votes.map(vote => recountVote(content, vote))
  const seen = new Map<string, { name: string; fingerprint: string }>()
  const unknown = new Set<string>()
  for (const [n, vote] of content.votes.entries()) {
    const into = votes[n]
    if (content.votes.findIndex(other => other.voteId === vote.voteId) !== n) {
      into?.faults.push({ code: 'questionTwice', name: '', detail: '' })
    }
    for (const { accountId, displayName, voteKey } of readQuestion(vote.question)?.holders ?? []) {
      const fingerprint = fingerprintOf(voteKey)
      seen.set(`${accountId} ${voteKey}`, { name: displayName, fingerprint })
      const known = trusted ?? content.members.map(row => ({ who: [row.accountId], key: row.key }))
      const own = known.filter(row => row.who.includes(accountId) || row.who.includes(displayName))
      const fault: RecountFault = { code: 'key', name: displayName, detail: fingerprint }
      if (own.length === 0 && trusted) unknown.add(displayName)
      else if (!own.some(row => row.key === voteKey || spaceless(row.key) === spaceless(fingerprint))) {
        into?.faults.push(fault)
      }
    }
  }
  const wrong = votes.some(vote => vote.faults.length > 0)
  const nothing = unknown.size > 0 || !votes.some(vote => vote.state === 'closed')
  return {
    outcome: wrong ? 'differs' : nothing ? 'cannotTell' : 'same',
    plenary: content.plenary,
    votes,
    keys: [...seen.values()],
    keysFrom: trusted ? 'keysFile' : 'sameFile',
    unknownKeys: [...unknown],
  }
}

function readKeys(file: string): { who: string[]; key: string }[] {
  const parsed = keysFile.safeParse(readJson(file))
  if (!parsed.success) throw new CodedError('tool.notKeys', { file })
  const { data } = parsed
  if (Array.isArray(data.members)) {
    return data.members.map(row => ({ who: [row.accountId, row.name], key: row.key.toLowerCase() }))
  }
  return Object.entries(data).map(([who, key]) => ({ who: [who], key: String(key).toLowerCase() }))
}

const spaceless = (text: string) => text.replaceAll(/\s/g, '')
