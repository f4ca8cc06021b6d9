import { type CivilDate, formatDate } from '../../../../shared/dates.ts'
import { terbilang } from '../../../../shared/terbilang.ts'

// Sentences of the letter with which a report goes back to its sender. Version of 22 November 2026. It names
// no respondent: who receives it is not necessarily who may know (features row 47).

export const returnWording = {
  subject: (registerNumber: string) => `Permintaan kelengkapan laporan nomor register ${registerNumber}`,
  greeting: 'Dengan hormat,',
  opening: (facts: { letterNumber: string; letterOn: CivilDate | null; receivedOn: CivilDate }) => {
    const on = facts.letterOn ? ` tanggal ${formatDate(facts.letterOn)}` : ''
    const source = facts.letterNumber
      ? `surat Saudara Nomor ${facts.letterNumber}${on} yang kami terima pada tanggal ${formatDate(facts.receivedOn)}`
      : `laporan Saudara yang kami terima pada tanggal ${formatDate(facts.receivedOn)}`
    return `Sehubungan dengan ${source} dan dicatat dengan nomor register `
  },
  openingEnd: (persons: number) =>
    ` tentang dugaan pelanggaran netralitas ${persons} (${terbilang(persons)}) pegawai Aparatur Sipil Negara, bersama ini laporan tersebut kami kembalikan karena belum lengkap. Hal-hal yang perlu dilengkapi:`,
  kinds: { formal: 'kelengkapan formil', material: 'kelengkapan materiil' },
  item: (label: string, kind: string, sentence: string) => `${label} (${kind}). ${sentence}`,
  period: (days: number, unit: string) =>
    `Kelengkapan tersebut mohon disampaikan paling lambat ${days} (${terbilang(days)}) ${unit} sejak surat ini diterima, dengan menyebut nomor register di atas. Setelah lengkap, laporan diperiksa kembali tanpa perlu didaftarkan ulang.`,
  noPeriod:
    'Kelengkapan tersebut mohon disampaikan dengan menyebut nomor register di atas. Setelah lengkap, laporan diperiksa kembali tanpa perlu didaftarkan ulang.',
  closing: 'Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.',
  footNote: 'Surat ini tidak memuat identitas pegawai yang dilaporkan.',
  attachments: '-',
  sender: (office: string) =>
    `Yth. ${/^(kepala|ketua|pimpinan)\b/i.test(office) ? '' : 'Pimpinan '}${office}`,
  reporter: (registerNumber: string) => `Yth. Pelapor pada laporan nomor register ${registerNumber}`,
  place: 'di tempat',
} as const
