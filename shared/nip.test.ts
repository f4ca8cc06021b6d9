import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from './dates.ts'
import { parseNip } from './nip.ts'

describe('parseNip on real-looking numbers', () => {
  it('decodes a PNS number', () => {
    expect(parseNip('19830907 200801 2 994')).toEqual({
      kind: 'pns',
      digits: '198309072008012994',
      birthOn: '1983-09-07',
      appointedMonth: '2008-01',
      contractYear: null,
      sex: 'female',
      serial: '994',
      warnings: [],
      groups: ['19830907', '200801', '2', '994'],
    })
  })

  it('sees a PPPK number by digits 13 and 14 above 12', () => {
    const parsed = parseNip('199009132025242014')
    expect(parsed).toMatchObject({ kind: 'pppk', contractYear: 2025, appointedMonth: null, sex: 'female' })
    expect(parsed.warnings).toEqual([])
  })

  it('accepts an old nine-digit number with a badge', () => {
    expect(parseNip('130 510 123')).toMatchObject({
      kind: 'old9',
      digits: '130510123',
      warnings: ['nip.oldFormat'],
    })
  })
})

describe('parseNip on text as people write it', () => {
  it.each([
    ['NIP. 19830907 200801 2 994', []],
    ['NIP: 198309072008012994', []],
    ["'198309072008012994", []],
    ['19830907.200801.2.994', []],
    ['19830907\u00a0200801\u200b2\u2013994', []],
    ['１９８３０９０７ 200801 2 994', ['nip.fullWidth']],
    ['1983O9O7 2OO8Ol 2 994', ['nip.lookAlike']],
    ['I98309072008012994', ['nip.lookAlike']],
  ])('reads %s', (text, warnings) => {
    const parsed = parseNip(text)
    expect(parsed.digits).toBe('198309072008012994')
    expect(parsed.kind).toBe('pns')
    expect(parsed.warnings).toEqual(warnings)
  })

  it.each([
    ['', 'nip.empty'],
    [' . ', 'nip.empty'],
    ['19830907200801299', 'nip.wrongLength'],
    ['1983090720080129944', 'nip.wrongLength'],
    ['1.98309E+17', 'nip.foreignCharacter'],
    ['19830907200801299X', 'nip.foreignCharacter'],
    ['198302302008012994', 'nip.notADate'],
    ['198309072008002994', 'nip.notAMonth'],
    ['198309072008013994', 'nip.sexDigit'],
    ['٠'.repeat(18), 'nip.foreignCharacter'],
  ])('calls %s invalid and says why', (text, warning) => {
    const parsed = parseNip(text)
    expect(parsed.kind).toBe('invalid')
    expect(parsed.warnings).toContain(warning)
  })

  it('doubts, but keeps, an unlikely age at appointment', () => {
    expect(parseNip('199509072008012994')).toMatchObject({ kind: 'pns', warnings: ['nip.ageAtAppointment'] })
    expect(parseNip('195009072008012994')).toMatchObject({ kind: 'pns', warnings: ['nip.ageAtAppointment'] })
    expect(parseNip('196709132025211014').warnings).toEqual([])
  })
})

describe('parseNip for any input', () => {
  const random = seeded(20240817)

  it('decodes every well-formed number to the facts it was made of', () => {
    for (let n = 0; n < 2000; n += 1) {
      const birthOn = addDays(civilDate.parse('1962-01-01'), Math.floor(random() * 14_000))
      const year = Number(birthOn.slice(0, 4)) + 19 + Math.floor(random() * 20)
      const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
      const sex = random() < 0.5 ? '1' : '2'
      const serial = String(1 + Math.floor(random() * 999)).padStart(3, '0')
      const digits = `${birthOn.replaceAll('-', '')}${year}${month}${sex}${serial}`
      const parsed = parseNip(spaced(digits, random))
      expect(parsed).toMatchObject({
        kind: 'pns',
        digits,
        birthOn,
        appointedMonth: `${year}-${month}`,
        serial,
      })
      expect(parsed.warnings).toEqual([])
      expect(parsed.groups.join('')).toBe(digits)
      expect(parsed.sex).toBe(sex === '1' ? 'male' : 'female')
    }
  })

  it('never throws and never claims a kind without 9 or 18 digits', () => {
    const alphabet = '0123456789OIl |.- \u200b\uff11X\ud83d\ude00\u0000é'
    for (let n = 0; n < 5000; n += 1) {
      const text = Array.from({ length: Math.floor(random() * 24) }, () => {
        return alphabet.charAt(Math.floor(random() * alphabet.length))
      }).join('')
      const parsed = parseNip(text)
      expect(parsed.digits).toMatch(/^\d*$/)
      if (parsed.kind !== 'invalid') expect([9, 18]).toContain(parsed.digits.length)
      if (parsed.kind === 'invalid') expect(parsed.warnings.length).toBeGreaterThan(0)
    }
  })

  it('gives the same answer for its own digits', () => {
    for (let n = 0; n < 500; n += 1) {
      const digits = Array.from({ length: 18 }, () => Math.floor(random() * 10)).join('')
      const first = parseNip(digits)
      expect(parseNip(first.digits)).toEqual(first)
    }
  })
})

function spaced(digits: string, random: () => number): string {
  return [...digits].map(digit => (random() < 0.2 ? `${digit} ` : digit)).join('')
}

/** Mulberry32: the same numbers in every run, so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
