import type { DocketGroup, NextStep } from '../../contract/docket.ts'

const nextStep: Readonly<Record<NextStep, string>> = {
  openCase: 'Buka perkara',
  addExhibits: 'Masukkan bukti',
  assess: 'Nilai unsur',
  submitFinding: 'Kirim ke penelaah',
  answerReview: 'Balas catatan',
  answerDeferral: 'Pemeriksaan lanjutan',
  review: 'Telaah temuan',
  schedulePlenary: 'Rencanakan sidang',
  vote: 'Sidang pleno',
  draftLetter: 'Susun surat',
  answerLetterReview: 'Perbaiki surat',
  reviewLetter: 'Telaah surat',
  approveLetter: 'Setujui surat',
  finaliseLetter: 'Finalisasi surat',
  signLetter: 'Tanda tangan',
  awaitSanctionDecision: 'Menunggu SK PPK',
  done: 'Selesai',
}

const group: Readonly<Record<DocketGroup, string>> = {
  late: 'Terlambat',
  returned: 'Dikembalikan',
  mine: 'Menunggu saya',
  elsewhere: 'Di pihak lain',
}

/** Texts of the room "Pekerjaan": what is late, what waits, what came back. */
export const docket = {
  title: 'Pekerjaan saya',
  page: 'Pekerjaan',
  all: 'Semua',
  group,
  nextStep,
  find: 'Cari nomor, nama, NIP, atau instansi',
  columns: {
    state: 'Keadaan',
    caseNumber: 'Perkara',
    name: 'Terlapor',
    nip: 'NIP',
    agencyName: 'Instansi',
    nextStep: 'Langkah berikutnya',
    daysLeft: 'Hari kerja',
    dueOn: 'Tenggat',
  },
  daysLeft: (days: number) => (days < 0 ? `lewat ${-days}` : days === 0 ? 'hari ini' : `sisa ${days}`),
  caseLine: (number: string) => `Perkara ${number}`,
  why: 'Mengapa ada di sini',
  deferral: {
    title: 'Yang diminta sidang',
    since: 'Ditunda sejak',
    plenary: 'Sidang',
    needed: (name: string, text: string) => `${name}: ${text}`,
    nothing: 'Tidak ada permintaan tertulis dari anggota yang menunda.',
    next: 'Perbaiki temuan dan buktinya, lalu minta telaah. Tugas ini hilang setelah perkara masuk agenda sidang lagi.',
    ready: 'Temuan sudah ditelaah lagi. Masukkan perkara ke agenda sidang.',
  },
  facts: { nextStep: 'Langkah', stage: 'Tahap', dueOn: 'Tenggat' },
  open: 'Buka perkara',
  empty: {
    title: 'Tidak ada pekerjaan.',
    next: 'Perkara yang ditugaskan kepada Anda muncul di sini.',
    group: 'Tidak ada pekerjaan dalam kelompok ini.',
    notFound: 'Tidak ada yang cocok.',
    notFoundNext: 'Ubah kata yang dicari, atau kosongkan pencarian.',
    secretariat: 'Sekretariat tidak melihat isi perkara.',
    secretariatNext: 'Akun, lembaga, sertifikat, dan cadangan ada di Pengaturan.',
    settings: 'Buka Pengaturan',
  },
  keys: { move: 'pindah baris', open: 'buka' },
} as const
