import { describe, expect, it } from 'vitest'
import { CodedError } from '../errors.ts'
import { formatRecoveryCode, parseRecoveryCode, RECOVERY_BYTES } from './recovery-code.ts'
import { randomSecret } from './secret-bytes.ts'

function fault(typed: string): unknown {
  try {
    parseRecoveryCode(typed)
    return 'none'
  } catch (error) {
    return error instanceof CodedError ? { code: error.code, ...error.facts } : error
  }
}

describe('recovery code', () => {
  it('prints eight groups of four and a check symbol, and reads them back', () => {
    for (let i = 0; i < 200; i++) {
      const secret = i === 0 ? Buffer.alloc(RECOVERY_BYTES) : randomSecret(RECOVERY_BYTES)
      const code = formatRecoveryCode(secret)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z*~$=U]$/)
      expect(parseRecoveryCode(code).equals(secret)).toBe(true)
    }
  })

  it('reads small letters, spaces, and I, L, O for 1, 1, 0', () => {
    const code = formatRecoveryCode(Buffer.alloc(RECOVERY_BYTES, 0x21))
    const sloppy = code.toLowerCase().replaceAll('-', '  ').replaceAll('1', 'l').replaceAll('0', 'o')
    expect(parseRecoveryCode(sloppy).equals(Buffer.alloc(RECOVERY_BYTES, 0x21))).toBe(true)
  })

  it('notices every single wrong digit and every exchange of neighbours', () => {
    const code = formatRecoveryCode(randomSecret(RECOVERY_BYTES)).replaceAll('-', '')
    for (let i = 0; i < 32; i++) {
      for (const digit of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (digit === code[i]) continue
        expect(fault(code.slice(0, i) + digit + code.slice(i + 1))).toEqual({ code: 'keys.recoveryTypo' })
      }
      if (i < 31 && code[i] !== code[i + 1]) {
        const swapped = code.slice(0, i) + code[i + 1] + code[i] + code.slice(i + 2)
        expect(fault(swapped)).toEqual({ code: 'keys.recoveryTypo' })
      }
    }
  })

  it('names the group with an impossible character, and a wrong length', () => {
    const code = formatRecoveryCode(randomSecret(RECOVERY_BYTES))
    expect(fault(`${code.slice(0, 5)}!${code.slice(6)}`)).toEqual({
      code: 'keys.recoveryCharacter',
      character: '!',
      group: 2,
    })
    expect(fault(code.slice(0, -3))).toEqual({ code: 'keys.recoveryLength', found: 31, expected: 33 })
    expect(fault('')).toEqual({ code: 'keys.recoveryLength', found: 0, expected: 33 })
  })
})
