import { beforeAll, describe, expect, test, vi } from 'vitest'
import { chair, signedLetter, testAuthority, testNow } from '../signing/testing/signed-letter.ts'
import { placeOf } from './testing/attacks.ts'
import { verifyPdf } from './verify-pdf.ts'

// Keys, renderers and outside tools are slow on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const options = () => ({ trustedRoots: [testAuthority().certificate], now: testNow })
let letter: Uint8Array
beforeAll(async () => {
  letter = await signedLetter()
})

/** Seeded: the same flips in each run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Flips one bit, verifies, flips it back. */
function outcomeWithFlip(at: number, mask: number) {
  letter[at] = (letter[at] ?? 0) ^ mask
  const { outcome } = verifyPdf(letter, options())
  letter[at] = (letter[at] ?? 0) ^ mask
  return outcome
}

describe('one flipped bit', () => {
  test('anywhere in a signed letter never leaves it genuine', { timeout: 120_000 }, () => {
    const random = randomFrom(20_201_118)
    const counts = { genuine: 0, changed: 0, cannotTell: 0 }
    for (let round = 0; round < 400; round++) {
      counts[outcomeWithFlip(random(letter.length), 1 << random(8))]++
    }
    expect(counts.genuine).toBe(0)
    expect(counts.changed).toBeGreaterThan(390)
    expect(verifyPdf(letter, options()).outcome).toBe('genuine')
  })

  test('in any part of the signature container never leaves it genuine', { timeout: 120_000 }, () => {
    const { start } = placeOf(letter, chair.field)
    const length = Number.parseInt(Buffer.from(letter).toString('latin1', start + 5, start + 9), 16) * 2 + 8
    for (let digit = 0; digit < length; digit += 11) {
      expect(outcomeWithFlip(start + 1 + digit, digit % 2 ? 1 : 4), `hex digit ${digit}`).not.toBe('genuine')
    }
  })

  test('in the last revision’s plain text never leaves it genuine', { timeout: 120_000 }, () => {
    const from = placeOf(letter, chair.field).end
    for (let at = from; at < letter.length; at += 3) {
      expect(outcomeWithFlip(at, 1 << (at % 8)), `byte ${at}`).not.toBe('genuine')
    }
  })
})

describe('a cut letter', () => {
  test('is never genuine, wherever the cut is', { timeout: 60_000 }, () => {
    for (let length = 0; length < letter.length; length += Math.ceil(letter.length / 150)) {
      expect(verifyPdf(letter.subarray(0, length), options()).outcome, `length ${length}`).not.toBe('genuine')
    }
  })
})
