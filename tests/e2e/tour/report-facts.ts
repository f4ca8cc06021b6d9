// The invented case of the tour: what is typed into the report form. Dates as people type them.

/** A civil servant as typed into the form. */
export type TourRespondent = {
  nip: string
  name: string
  grade: string
  position: string
  workUnit: string
}

export const AGENCY = 'Pemerintah Kabupaten Contoh Utara'

/** The people of the exhibits that ship with the program: two 18-digit NIPs and an old one of 9 digits. */
export const respondents = {
  poster: {
    nip: '19830907 200801 2 994',
    name: 'Siti Rekaanwati, S.E.',
    grade: 'III/c',
    position: 'Kepala Subbagian Umum',
    workUnit: 'Kecamatan Contoh',
  },
  headOfDistrict: {
    nip: '19700115 199503 1 993',
    name: 'Joko Andaikata, S.Sos.',
    grade: 'IV/a',
    position: 'Camat Contoh',
    workUnit: 'Kecamatan Contoh',
  },
  carrier: {
    nip: '131 876 995',
    name: 'Wayan Semisalnya',
    grade: 'II/d',
    position: 'Pengadministrasi Pemerintahan',
    workUnit: 'Seksi Pemerintahan Kecamatan Contoh',
  },
} as const satisfies Record<string, TourRespondent>

export const everyRespondent: readonly TourRespondent[] = Object.values(respondents)

export const reportFacts = {
  senderOffice: 'Pengawas Pemilihan Kabupaten Contoh Utara',
  senderLetterNumber: '061/REKAAN/PM.06/X/2020',
  senderLetterOn: '16-10-2020',
  receivedOn: '19-10-2020',
  violationForm: 'medsos-unggahan',
  actOn: '14-10-2020',
  actTime: '19.46',
  zone: 'WITA',
  place: 'Balai Desa Contoh, Kecamatan Contoh',
  province: 'Sulawesi Tenggara',
  narrative:
    'Pada Rabu malam, 14 Oktober 2020, di Balai Desa Contoh diadakan silaturahmi warga. Kepala subbagian umum malam itu mengunggah ajakan memilih Pasangan Calon Contoh nomor urut X pada akun pribadinya. Camat mengundang staf lewat grup percakapan; seorang staf membawa pengeras suara kantor.',
  election: 'pilkada-2020',
  candidate: 'Pasangan Calon Contoh, nomor urut X',
} as const
