import { type CivilDate, formatMonth, weekdayName, type Zone } from '../../../shared/dates.ts'
import { terbilang, withTerbilang } from '../../../shared/terbilang.ts'
import type { MinutesChoice, MinutesDocument } from './minutes-types.ts'

// Sentences that the program itself puts into the minutes of a plenary.

export const choiceLabels: Readonly<Record<MinutesChoice, string>> = {
  proven: 'Terbukti',
  notProven: 'Tidak terbukti',
  deferred: 'Ditunda',
  recused: 'Mengundurkan diri',
  absent: 'Tidak hadir',
  notCast: 'Tidak memberikan suara',
}

/** 'Kamis, tanggal sembilan belas bulan November tahun dua ribu dua puluh (19-11-2020)'. */
function solemnDate(on: CivilDate): string {
  const [year, month, day] = on.split('-').map(Number)
  const monthName = formatMonth(on).split(' ')[0]
  const figures = `${String(day).padStart(2, '0')}-${String(month).padStart(2, '0')}-${year}`
  return `${weekdayName(on)}, tanggal ${terbilang(day ?? 0)} bulan ${monthName} tahun ${terbilang(year ?? 0)} (${figures})`
}

const clock = (time: string, zone: Zone) => `pukul ${time.replace(':', '.')} ${zone}`

export const minutesWording = {
  title: 'BERITA ACARA RAPAT PLENO',
  number: (number: string) => `Nomor ${number}`,
  opening: (minutes: MinutesDocument) =>
    `Pada hari ini, ${solemnDate(minutes.heldOn)}, ${clock(minutes.startTime, minutes.zone)}, bertempat di ${minutes.place}, telah dilaksanakan Rapat Pleno ${minutes.letterhead.name} yang dipimpin oleh ${minutes.presidedBy}, dengan hasil sebagai berikut.`,
  attendance: 'Kehadiran dan Kuorum',
  attendanceHead: ['No.', 'Nama', 'Jabatan', 'Kehadiran'],
  present: 'Hadir',
  notPresent: 'Tidak hadir',
  quorum: ({ present, base, needed, met }: MinutesDocument['quorum']) =>
    `Rapat dihadiri oleh ${withTerbilang(present)} dari ${withTerbilang(base)} anggota yang berhak. Kuorum sekurang-kurangnya ${withTerbilang(needed)} anggota, sehingga rapat ${met ? 'dinyatakan memenuhi kuorum dan sah mengambil keputusan' : 'dinyatakan tidak memenuhi kuorum dan tidak mengambil keputusan'}.`,
  recusals: 'Pengunduran Diri dari Perkara',
  noRecusal: 'Tidak ada anggota yang mengundurkan diri dari perkara yang dibahas.',
  recusal: (name: string, caseNumber: string, reason: string) =>
    `${name} mengundurkan diri dari perkara ${caseNumber} dengan alasan: ${reason}`,
  decisions: 'Pembahasan dan Putusan',
  caseTitle: (caseNumber: string) => `Perkara ${caseNumber}`,
  person: (position: string, agency: string) => `${position} pada ${agency}`,
  question: 'Ketentuan yang diputuskan:',
  considerations: 'Pertimbangan:',
  voteHead: ['No.', 'Anggota', 'Suara', 'Usul sanksi'],
  voteSummary: (name: string) => `Suara anggota atas nama ${name}`,
  result: 'Putusan: ',
  dissent: (name: string) => `Pendapat berbeda ${name}: `,
  closing: (minutes: MinutesDocument) =>
    minutes.endTime
      ? `Rapat ditutup pada ${clock(minutes.endTime, minutes.zone)}. Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.`
      : 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
  auditRoot: (root: string) => `Akar harian jejak audit: ${root}`,
  noValue: '–',
  attendanceSummary: 'Daftar hadir rapat pleno',
} as const
