import { describe, expect, it } from 'vitest'
import { conflictHint } from './conflict.rules.ts'

const FACTS = {
  title: 'Bupati',
  agencyName: 'Pemerintah Kabupaten Contoh Utara',
  candidate: 'Pasangan calon nomor 2',
  others: [{ name: 'Andai', position: 'Camat Contoh', agencyName: 'Pemerintah Kabupaten Contoh Utara' }],
}
const named = (position: string, agencyName = FACTS.agencyName) =>
  conflictHint({ ...FACTS, others: [{ name: 'Umpama', position, agencyName }] })?.kind

describe('a hint that the authority is part of the matter', () => {
  it.each(['Bupati', 'Bupati Contoh Utara', 'Pj. Bupati Contoh Utara', 'Plt Bupati'])(
    'is a respondent who is %s',
    position => expect(named(position)).toBe('named'),
  )
  it.each(['Sekretaris Bupati', 'Bupatiwan', 'Camat Contoh', ''])('is not a respondent who is %s', position =>
    expect(named(position)).toBeUndefined(),
  )
  it('is not the authority of another region', () => {
    expect(named('Bupati', 'Pemerintah Kabupaten Lain')).toBeUndefined()
  })
  it.each(['BUPATI Contoh Utara', 'Bupati dan pasangannya, nomor urut 2', 'Calon bupati petahana'])(
    'is a candidate who is %s',
    candidate => expect(conflictHint({ ...FACTS, candidate })?.kind).toBe('candidate'),
  )
  it.each([
    'Calon Bupati Contoh Utara nomor 2',
    'Pasangan calon bupati dan wakil bupati',
    'Mantan Bupati',
    '',
  ])('is not a candidate who is %s', candidate => expect(conflictHint({ ...FACTS, candidate })).toBeNull())
  it('is nothing where the pack knows no title', () => {
    expect(conflictHint({ ...FACTS, title: '', candidate: 'Bupati' })).toBeNull()
  })
})
