import { describe, expect, it } from 'vitest'
import { INTAKE_NEEDS, type IntakeGate } from '../../../../shared/institution-pack.ts'
import { type GateFacts, gatesOf, missingFormal } from './intake-gates.rules.ts'

const person = { nipKind: 'pns', nipWarnings: [] as string[], workUnit: 'Bagian Umum' }
const WHOLE = {
  senderKind: 'electionSupervisor',
  senderOffice: 'Pengawas Pemilihan Umpama',
  senderLetterNumber: '1/X',
  senderLetterOn: '2020-10-01',
  hasReporterName: true,
  hasReporterContact: true,
  narrative: 'Terlapor membagikan ajakan memilih kepada rekan sekantor.',
  initialEvidence: 'Foto',
  actTime: '09:00',
  candidate: 'Calon Umpama',
  electionId: 'pilkada-2020',
  designatedOn: '2020-09-23',
  provinceCode: '33',
  respondents: [person],
} as unknown as GateFacts
const gate = (needs: IntakeGate['needs'], parts: Partial<IntakeGate> = {}): IntakeGate => ({
  id: needs.toLowerCase(),
  kind: 'formal',
  needs,
  label: needs,
  sentence: 'Belum ada.',
  basis: '',
  ...parts,
})
const missing = (needs: IntakeGate['needs'], facts: object, parts: Partial<IntakeGate> = {}) =>
  gatesOf({ ...WHOLE, ...facts } as GateFacts, [gate(needs, parts)])[0]?.missing

describe('an intake gate', () => {
  it.each(INTAKE_NEEDS)('%s is met by a whole report', needs => {
    expect(missing(needs, {})).toBe(false)
  })

  const LACKING: Readonly<Record<(typeof INTAKE_NEEDS)[number], object>> = {
    sender: { senderOffice: '', hasReporterName: false },
    senderLetter: { senderLetterOn: null },
    reporterName: { hasReporterName: false },
    reporterContact: { hasReporterContact: false, senderOffice: '' },
    nip: { respondents: [person, { ...person, nipWarnings: ['nip.ageAtAppointment'] }] },
    workUnit: { respondents: [{ ...person, workUnit: '' }] },
    narrative: { narrative: '   ' },
    initialEvidence: { initialEvidence: '' },
    actTime: { actTime: '' },
    candidate: { candidate: '' },
    election: { electionId: null },
    designation: { designatedOn: null },
    province: { provinceCode: '' },
  }
  it.each(INTAKE_NEEDS)('%s is missing when its field is', needs => {
    expect(missing(needs, LACKING[needs])).toBe(true)
  })

  it('asks the own initiative for no sender, and a narrative for its least length', () => {
    expect(missing('sender', { ...LACKING.sender, senderKind: 'commission' })).toBe(false)
    expect(missing('narrative', { narrative: 'Singkat.' }, { atLeast: 40 })).toBe(true)
  })

  it('takes a repaired number and an old one for valid', () => {
    const repaired = { ...person, nipWarnings: ['nip.lookAlike'] }
    const old = { ...person, nipKind: 'old9', nipWarnings: ['nip.oldFormat'] }
    expect(missing('nip', { respondents: [repaired, old] })).toBe(false)
  })

  it('applies to the kinds of sender that it names', () => {
    const found = gatesOf(WHOLE, [gate('reporterContact', { senders: ['public'] })])
    expect(found).toEqual([])
  })
})

it('asks for a reason for formal items only', () => {
  const gates = [gate('candidate', { kind: 'material' }), gate('actTime')]
  const facts = { ...WHOLE, candidate: '', actTime: '' } as GateFacts
  expect(missingFormal(gatesOf(facts, gates))).toEqual(['actTime'])
})
