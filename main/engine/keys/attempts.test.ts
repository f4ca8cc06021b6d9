import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CodedError } from '../errors.ts'
import { waitAfter, withAttemptLimit } from './attempts.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'attempts-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const fail = async () => {
  throw new CodedError('keys.wrongPassphrase')
}
const trying = async (now: number, attempt: () => Promise<unknown>, slotId = 's') => {
  try {
    await withAttemptLimit({ file: join(directory, 'attempts.json'), slotId, now: new Date(now) }, attempt)
    return 'opened'
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    return error.facts.seconds === undefined ? error.code : `wait ${error.facts.seconds}`
  }
}

describe('attempts', () => {
  it('waits 30 s after five failures, doubling to 15 minutes, and no longer', () => {
    const seconds = [4, 5, 6, 7, 8, 9, 10, 50, 5000].map(n => waitAfter(n) / 1000)
    expect(seconds).toEqual([0, 30, 60, 120, 240, 480, 900, 900, 900])
  })

  it('keeps counting over restarts and lets the right passphrase in after the wait', async () => {
    for (let i = 0; i < 5; i++) expect(await trying(1000, fail)).toBe('keys.wrongPassphrase')
    expect(await trying(1000, async () => 1)).toBe('wait 30')
    expect(await trying(30_999, async () => 1)).toBe('wait 1')
    expect(await trying(31_000, async () => 1)).toBe('opened')
    expect(await trying(31_000, fail)).toBe('keys.wrongPassphrase')
  })

  it('holds up one account only', async () => {
    for (let i = 0; i < 5; i++) await trying(0, fail)
    expect(await trying(0, async () => 1, 'other')).toBe('opened')
  })

  it('never waits longer than the longest wait when the clock is set back', async () => {
    for (let i = 0; i < 9; i++) await trying(i * 3_600_000, fail)
    expect(await trying(-1_000_000_000, async () => 1)).toBe('wait 480')
  })

  it('counts a damaged file as empty instead of locking anyone out', async () => {
    writeFileSync(join(directory, 'attempts.json'), '{"s":{"failures":"many"')
    expect(await trying(0, async () => 1)).toBe('opened')
  })
})
