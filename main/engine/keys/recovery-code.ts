import { CodedError } from '../errors.ts'
import { copySecret, emptySecret, wipe } from './secret-bytes.ts'

/** 160 random bits on paper: 32 digits of 5 bits. */
export const RECOVERY_BYTES = 20

/** Crockford base32: no I, L, O, U, so that no digit is mistaken for another. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const checkSymbols = `${digits}*~$=U`
const misread: Record<string, string> = { I: '1', L: '1', O: '0' }

/** `0000-…-0000-C`: eight groups of four digits and a check symbol (value modulo 37). */
export function formatRecoveryCode(secret: Buffer): string {
  let number = toNumber(secret)
  const check = checkSymbols[Number(number % 37n)]
  const found: string[] = []
  for (let i = 0; i < 32; i++) {
    found.unshift(digits[Number(number % 32n)] ?? '')
    number /= 32n
  }
  return `${(found.join('').match(/.{4}/g) ?? []).join('-')}-${check}`
}

/**
 * The 20 bytes of a code as typed (spaces, dashes and letter size do not matter).
 * Names a typing fault before any key is tried: `keys.recoveryLength` (found, expected),
 * `keys.recoveryCharacter` (character, group from 1), `keys.recoveryTypo` (check symbol does not fit).
 */
export function parseRecoveryCode(typed: string): Buffer {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—‐‑]/gu, '')
  if (plain.length !== 33) throw new CodedError('keys.recoveryLength', { found: plain.length, expected: 33 })
  let number = 0n
  for (let i = 0; i < 32; i++) {
    const character = plain[i] ?? ''
    const value = digits.indexOf(misread[character] ?? character)
    if (value < 0) throw new CodedError('keys.recoveryCharacter', { character, group: Math.floor(i / 4) + 1 })
    number = number * 32n + BigInt(value)
  }
  const last = plain[32] ?? ''
  if (checkSymbols.indexOf(misread[last] ?? last) !== Number(number % 37n)) {
    throw new CodedError('keys.recoveryTypo')
  }
  const secret = emptySecret(RECOVERY_BYTES)
  for (let i = RECOVERY_BYTES - 1; i >= 0; i--) {
    secret[i] = Number(number & 255n)
    number >>= 8n
  }
  return secret
}

function toNumber(secret: Buffer): bigint {
  const copy = copySecret(secret)
  let number = 0n
  for (const byte of copy) number = number * 256n + BigInt(byte)
  wipe(copy)
  return number
}
