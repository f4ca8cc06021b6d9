import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadInstitutionPack, loadLawPack } from '../../law/index.ts'
import { addresseeOf, copyRecipientsOf } from './addressee.rules.ts'
import { letterWording } from './letter-wording.ts'

const resources = join(import.meta.dirname, '../../../../resources')
const law = loadLawPack(join(resources, 'law/law-pack.json'))
const { copyRecipients } = loadInstitutionPack(join(resources, 'institution/contoh.json'))

describe('the addressee', () => {
  it.each([
    ['pemkab', 'Pemerintah Kabupaten Contoh Utara', 'Yth. Bupati Contoh Utara'],
    ['pemkab', 'Contoh Utara', 'Yth. Bupati Contoh Utara'],
    ['pemkot', 'Pemerintah Kota Rekaan', 'Yth. Wali Kota Rekaan'],
    ['pemprov', 'Pemerintah Daerah Provinsi Misal', 'Yth. Gubernur Misal'],
    ['kementerian', 'Kementerian Dalam Negeri', 'Yth. Menteri Dalam Negeri'],
    ['lpnk', 'Badan Kepegawaian Negara', 'Yth. Kepala Badan Kepegawaian Negara'],
    ['sekretariat-lembaga-negara', 'Sekretariat Jenderal DPR', 'Yth. Sekretaris Jenderal DPR'],
    ['sekretariat-lns', 'Sekretariat Komisi Contoh', 'Yth. Pimpinan Sekretariat Komisi Contoh'],
  ])('of %s %s is %s', (agencyType, agencyName, line) => {
    const lines = addresseeOf({ agencyType, agencyName, provinceCode: '33' }, law)
    expect(lines.slice(0, 2)).toEqual([line, 'selaku Pejabat Pembina Kepegawaian'])
  })
})

it('names province and regency among the copies', () => {
  const facts = { agencyType: 'pemkab', agencyName: 'Pemerintah Kabupaten Contoh', provinceCode: '33' }
  const copies = copyRecipientsOf(copyRecipients, facts, law)
  expect(copies).toContain('Ketua Badan Pengawas Pemilihan Umum Provinsi Jawa Tengah')
  expect(copies).toContain('Ketua Badan Pengawas Pemilihan Umum Kabupaten Contoh')
  expect(copies).toHaveLength(copyRecipients.length)
})

describe('the source of a report', () => {
  const report = {
    senderKind: 'electionSupervisor',
    senderOffice: 'Bawaslu Kabupaten Contoh',
    letterNumber: '12/X/2020',
    letterOn: '2020-10-18' as never,
    receivedOn: '2020-10-20' as never,
  }
  it('is the office with its letter', () => {
    expect(letterWording.source(report)).toBe(
      'surat Bawaslu Kabupaten Contoh Nomor 12/X/2020 tanggal 18 Oktober 2020 yang diterima pada tanggal 20 Oktober 2020',
    )
  })
  it('never names what stands in the office field of a private report', () => {
    const text = letterWording.source({ ...report, senderKind: 'public', senderOffice: 'Melati Pelapora' })
    expect(text).toBe('laporan masyarakat yang diterima pada tanggal 20 Oktober 2020')
  })
})
