import type { Input } from '../../shared/contract/index.ts'

type ReportIn = Input<'reports.register'>
type Person = ReportIn['respondents'][number]

/** Invented NIPs that pass the checks; all but the first are distinct from it in one digit group. */
export const NIPS = [
  '198309072008012994',
  '197805122005011007',
  '196911301995031002',
  '199001152015022003',
] as const

/** A civil servant as the form gives it. */
export function samplePerson(n = 0, change: Partial<Person> = {}): Person {
  return {
    nip: NIPS[n] ?? NIPS[0],
    name: ['Andai Seumpama', 'Budi Ibarat', 'Citra Kiranya', 'Dewi Semisal'][n] ?? 'Orang Contoh',
    status: 'pns',
    grade: 'III/c',
    position: 'Kepala Seksi Tata Naskah',
    positionKind: 'pengawas',
    workUnit: 'Bagian Umum',
    agencyName: 'Pemerintah Kabupaten Rekaan',
    agencyType: 'pemkab',
    provinceCode: '73',
    ...change,
  }
}

/** A report on one person under PP 53/2010, received six days after the act. */
export function sampleReport(change: Partial<ReportIn> = {}): ReportIn {
  return {
    channel: 'letter',
    receivedOn: '2020-10-20',
    senderKind: 'electionSupervisor',
    senderOffice: 'Pengawas Pemilihan Kabupaten Rekaan',
    senderLetterNumber: '101/PP/X/2020',
    senderLetterOn: change.receivedOn ?? '2020-10-20',
    electionId: 'pilkada-2020',
    electionScope: 'kepala-daerah',
    candidate: 'Pasangan Calon Nomor Urut 9',
    violationForm: 'medsos-unggahan',
    actOn: '2020-10-14',
    zone: 'WITA',
    place: 'Kabupaten Rekaan',
    provinceCode: '73',
    initialEvidence: 'Tangkapan layar unggahan',
    narrative: 'Mengunggah ajakan memilih pada akun pribadi.',
    respondents: [samplePerson()],
    ...change,
  } as ReportIn
}
