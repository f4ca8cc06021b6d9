import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CodedError } from '../errors.ts'
import { replaceFile } from '../store/durable-file.ts'

const attempts = z.record(z.string(), z.object({ failures: z.number().int().min(0), notBefore: z.number() }))
type Attempts = z.infer<typeof attempts>

const freeTries = 5
const firstWait = 30_000
const longestWait = 15 * 60_000

/** Milliseconds to wait after so many failures in a row: 5 are free, then 30 s doubling to 15 minutes. */
export function waitAfter(failures: number): number {
  if (failures < freeTries) return 0
  return Math.min(longestWait, firstWait * 2 ** Math.min(20, failures - freeTries))
}

/**
 * Lets a passphrase be tried, at a growing distance and never with a permanent lock.
 * The try is counted before it is made, so that killing the program does not win one;
 * `attempts.json` is advisory (only Argon2id stops someone who holds the files), so it is
 * kept apart from the keyring, and a damaged one counts as empty.
 * Throws `keys.waitBeforeTrying` (facts: seconds) and whatever `attempt` throws.
 */
export async function withAttemptLimit<T>(
  options: { file: string; slotId: string; now: Date },
  attempt: () => Promise<T>,
): Promise<T> {
  const { file, slotId } = options
  const now = options.now.getTime()
  const all = read(file)
  const before = all[slotId] ?? { failures: 0, notBefore: 0 }
  // A clock that was set back must not lock anyone out for longer than the longest wait.
  const wait = Math.min(before.notBefore - now, waitAfter(before.failures))
  if (wait > 0) throw new CodedError('keys.waitBeforeTrying', { seconds: Math.ceil(wait / 1000) })
  const failures = before.failures + 1
  replaceFile(file, JSON.stringify({ ...all, [slotId]: { failures, notBefore: now + waitAfter(failures) } }))
  const result = await attempt()
  const { [slotId]: _, ...rest } = read(file)
  replaceFile(file, JSON.stringify(rest))
  return result
}

function read(file: string): Attempts {
  try {
    return attempts.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}
