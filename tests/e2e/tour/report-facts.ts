// The invented case of the tour: what is typed into the report form. Dates as people type them.

/** A civil servant as typed into the form. */
export type TourRespondent = {
  nip: string
  name: string
  grade: string
  position: string
  workUnit: string
}

export const AGENCY = 'Pemerintah Kabupaten Misalraya'

/** Two 18-digit NIPs and an old one of 9 digits. */
export const respondents = {
  headOfDistrict: {
    nip: '19710226 199603 1 993',
    name: 'Wiratmajaya Seandainya, S.Sos.',
    grade: 'IV/a',
    position: 'Camat Misalraya Utara',
    workUnit: 'Kecamatan Misalraya Utara',
  },
  clerk: {
    nip: '19840518 200902 2 994',
    name: 'Hapsariningtyas Misalkan, S.E.',
    grade: 'III/c',
    position: 'Kepala Subbagian Umum',
    workUnit: 'Kecamatan Misalraya Utara',
  },
  retiredNumber: {
    nip: '131 876 993',
    name: 'Tukiminarso Bayangkan',
    grade: 'II/d',
    position: 'Pengadministrasi Pemerintahan',
    workUnit: 'Seksi Pemerintahan',
  },
} as const satisfies Record<string, TourRespondent>

export const everyRespondent: readonly TourRespondent[] = Object.values(respondents)

export const reportFacts = {
  senderOffice: 'Pengawas Pemilihan Kabupaten Misalraya',
  senderLetterNumber: '061/REKAAN/PM.06/X/2020',
  senderLetterOn: '16-10-2020',
  receivedOn: '19-10-2020',
  violationForm: 'medsos-unggahan',
  actOn: '14-10-2020',
  actTime: '19.46',
  zone: 'WITA',
  place: 'Balai Desa Misalraya',
  province: 'Sulawesi Tenggara',
  narrative:
    'Pada Rabu malam, 14 Oktober 2020, camat mengunggah ajakan memilih Pasangan Calon Contoh nomor urut X pada akun pribadinya dan membagikannya ke grup percakapan kecamatan. Kepala subbagian umum disebut ikut menyebarkan; seorang staf membawa pengeras suara kantor ke silaturahmi warga.',
  election: 'pilkada-2020',
  candidate: 'Pasangan Calon Contoh, nomor urut X',
} as const
