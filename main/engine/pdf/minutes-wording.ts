import { type CivilDate, formatMonth, weekdayName, type Zone } from '../../../shared/dates.ts'
import { terbilang, withTerbilang } from '../../../shared/terbilang.ts'
import type {
  MinutesChoice,
  MinutesDocument,
  MinutesOpinion,
  MinutesPrompt,
  MinutesRejection,
} from './minutes-types.ts'

// Sentences that the program itself puts into the minutes of a plenary.

export const choiceLabels: Readonly<Record<MinutesChoice, string>> = {
  proven: 'Terbukti',
  notProven: 'Tidak terbukti',
  deferred: 'Ditunda',
  recused: 'Mengundurkan diri',
  absent: 'Tidak hadir',
  notCast: 'Tidak memberikan suara',
}

const PROMPTS: Readonly<Record<MinutesPrompt, string>> = {
  sameRegion: 'asal wilayah yang sama dengan perkara',
  kinship: 'hubungan keluarga',
  earlierRole: 'peran sebelumnya dalam perkara',
  recusedBefore: 'pengunduran diri pada rapat sebelumnya',
}

const REJECTIONS: Readonly<Record<MinutesRejection, string>> = {
  late: 'masuk setelah suara dibuka',
  duplicate: 'suara kedua tanpa penggantian yang sah',
  tampered: 'isi atau segelnya tidak utuh',
  unknownKey: 'ditandatangani dengan kunci yang tidak dikenal',
  notAMember: 'bukan anggota rapat',
  recused: 'anggota mengundurkan diri dari perkara',
  absent: 'anggota tidak tercatat hadir',
  unknownVote: 'pemungutan suara tidak dikenal',
}

const TRACKS = { discipline: 'jalur disiplin', ethics: 'jalur kode etik' } as const

const RECONSIDERS = {
  correction: 'Pembetulan atas',
  reopening: 'Pembukaan kembali atas',
} as const

const OPINIONS: Readonly<Record<MinutesOpinion['kind'], string>> = {
  dissenting: 'Pendapat berbeda',
  concurring: 'Pendapat sejalan dengan alasan tersendiri',
}

const ended = (text: string) => (/[.!?…”"]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

/** 'a1b2 c3d4 e5f6 0718': enough of a hash to be compared by eye. */
const shortHash = (hash: string) =>
  hash
    .slice(0, 16)
    .match(/.{1,4}/g)
    ?.join(' ') ?? hash

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
  /** What a verifier names the document. */
  subject: 'Berita acara rapat pleno',
  attachmentDescription: 'Isi berita acara sebagai data',
  number: (number: string) => `Nomor ${number}`,
  opening: (minutes: MinutesDocument) =>
    `Pada hari ini, ${solemnDate(minutes.heldOn)}, ${clock(minutes.startTime, minutes.zone)}, bertempat di ${minutes.place}, telah dilaksanakan Rapat Pleno ${minutes.letterhead.name} yang dipimpin oleh ${minutes.presidedBy}, dengan hasil sebagai berikut.`,
  attendance: 'Kehadiran dan Kuorum',
  attendanceHead: ['No.', 'Nama', 'Jabatan', 'Kehadiran', 'Sidik kunci'],
  present: 'Hadir',
  notPresent: 'Tidak hadir',
  leftEarly: 'Hadir, lalu meninggalkan rapat',
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
  voteHead: ['No.', 'Anggota', 'Suara', 'Usul sanksi', 'Segel'],
  voteSummary: (name: string) => `Suara anggota atas nama ${name}`,
  result: 'Putusan: ',
  answers: 'Jawaban atas pertanyaan tentang pengunduran diri:',
  answer: (name: string, prompt: MinutesPrompt, detail: string, text: string) =>
    `${name} ditanya tentang ${PROMPTS[prompt]}${detail ? ` (${detail})` : ''} dan menjawab: ${ended(text)}`,
  caseQuorum: ({ present, base, needed }: { present: number; base: number; needed: number }) =>
    `Anggota yang berhak memutus perkara ini ${withTerbilang(base)}, hadir ${withTerbilang(present)}; kuorum sekurang-kurangnya ${withTerbilang(needed)}.`,
  rulebook: 'Dasar pemeriksaan: ',
  rulebookText: (label: string, track: keyof typeof TRACKS) => `${label}, ${TRACKS[track]}.`,
  rulebookChoice: (name: string, reason: string) => ` Dipilih oleh ${name} dengan alasan: ${ended(reason)}`,
  reconsiders: (kind: keyof typeof RECONSIDERS) => `${RECONSIDERS[kind]} `,
  reconsidersText: (cites: string, reason: string) => `${cites}, dengan alasan: ${ended(reason)}`,
  seal: (hash: string, replaced: number) =>
    `${shortHash(hash)}${replaced > 0 ? ` (mengganti ${replaced} suara)` : ''}`,
  sealing: (threshold: number, holders: number, openers: string) =>
    `Suara disegel dan baru dapat dibaca setelah dibuka bersama oleh sekurang-kurangnya ${withTerbilang(threshold)} dari ${withTerbilang(holders)} pemegang kunci${openers ? `; dibuka oleh ${openers}` : ''}.`,
  rejected: (name: string, reason: MinutesRejection, at: string, sealHash: string) =>
    `Suara atas nama ${name || 'tidak dikenal'} yang diterima ${at} tidak dihitung: ${REJECTIONS[reason]} (segel ${shortHash(sealHash)}).`,
  annulled: (at: string, reason: string) =>
    `Pemungutan suara yang dibuka ${at} dibatalkan sebelum dibaca: ${ended(reason)}`,
  outsideBand: 'Alasan sanksi di luar rentang ketentuan:',
  referrals: 'Penerusan:',
  needed: 'Yang dibutuhkan agar dapat diputus:',
  numberedOpinion: ({ name, ordinal, text }: MinutesOpinion) =>
    `${name} (pendapat nomor ${ordinal}): ${ended(text)}`,
  opinions: 'Pendapat terpisah:',
  opinion: (opinion: MinutesOpinion) => `${OPINIONS[opinion.kind]} ${opinion.name}: `,
  note: (name: string, at: string) => `[Ditambahkan dengan tangan oleh ${name}, ${at}] `,
  closing: (minutes: MinutesDocument) =>
    minutes.endTime
      ? `Rapat ditutup pada ${clock(minutes.endTime, minutes.zone)}. Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.`
      : 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
  auditRoot: (root: string) => `Akar harian jejak audit: ${root}`,
  noValue: '–',
  attendanceSummary: 'Daftar hadir rapat pleno',
} as const
