import { expect, it } from 'vitest'
import { sha256Of } from './sha256.ts'

// FIPS 180-4, the example of one block.
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

it('gives the published digest of a text and of the same bytes', () => {
  expect(sha256Of('abc')).toBe(ABC)
  expect(sha256Of(new TextEncoder().encode('abc'))).toBe(ABC)
  expect(sha256Of('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

it('hashes the bytes of a view, not those of the buffer behind it', () => {
  expect(sha256Of(new TextEncoder().encode('xabcx').subarray(1, 4))).toBe(ABC)
})

it('tells texts apart that only look alike', () => {
  expect(sha256Of('\u00e9')).not.toBe(sha256Of('e\u0301'))
})
