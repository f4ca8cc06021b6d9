import { accessErrors } from './access-errors.ts'
import { decisionErrors } from './decision-errors.ts'
import { day } from './error-dates.ts'
import { examinationErrors } from './examination-errors.ts'
import { intakeErrors } from './intake-errors.ts'
import { lawErrors } from './law-errors.ts'
import { letterErrors } from './letter-errors.ts'
import { minutesErrors } from './minutes-errors.ts'
import { reportErrors } from './report-errors.ts'
import { sessionErrors } from './session-errors.ts'
import { storeErrors } from './store-errors.ts'

export type ErrorFacts = Readonly<Record<string, string | number | boolean | null>>
type Sentence = (facts: ErrorFacts) => string

/** One line per code: what is wrong, what is safe, what to do next. */
const sentences: Readonly<Record<string, Sentence>> = {
  ...accessErrors,
  ...decisionErrors,
  ...examinationErrors,
  ...intakeErrors,
  ...lawErrors,
  ...letterErrors,
  ...minutesErrors,
  ...reportErrors,
  ...sessionErrors,
  ...storeErrors,
  internal: () =>
    'Terjadi kesalahan di dalam program. Yang sudah tersimpan aman. Coba lagi; bila berulang, mulai ulang program.',
  validation: () => 'Ada isian yang belum benar. Tidak ada yang disimpan. Perbaiki isian yang ditandai.',
  cancelled: () => 'Pekerjaan dihentikan. Yang sudah selesai tetap tersimpan.',
  'engine.gone': () =>
    'Mesin data berhenti dan dinyalakan lagi. Yang sudah tersimpan aman. Buka kunci, lalu ulangi langkah terakhir.',
  'session.locked': () => 'Program terkunci. Tidak ada yang hilang. Buka kunci untuk melanjutkan.',
  'law.unknownProvision': () =>
    'Ketentuan itu tidak ada dalam paket hukum yang dipakai. Tidak ada yang berubah. Periksa versi paket hukum.',
  'law.unknownRegulation': () =>
    'Peraturan itu tidak ada dalam paket hukum yang dipakai. Tidak ada yang berubah. Periksa versi paket hukum.',
  'law.unknownForm': () =>
    'Bentuk pelanggaran itu tidak ada dalam paket hukum yang dipakai. Tidak ada yang berubah. Pilih bentuk lain.',
  'law.datesOutOfOrder': f =>
    `Tanggal ${day(f.later)} mendahului ${day(f.earlier)}. Tidak ada yang disimpan. Periksa tanggal perbuatan, pemeriksaan, dan keputusan.`,
  'law.noRulebookForDate': f =>
    `Paket hukum tidak memuat aturan disiplin untuk tanggal ${day(f.on)}. Tidak ada yang disimpan. Periksa tanggal perbuatan.`,
  'law.badDayCount': f =>
    `Jumlah hari ${f.n} tidak dapat dihitung. Tidak ada yang berubah. Isi bilangan bulat 0 sampai 1000.`,
  'example.docketInvalid': f =>
    `Data perkara contoh rusak (di ${f.at}). Tidak ada yang dibuat dan data Anda aman. Pasang ulang program.`,
  'example.wordListsInvalid': f =>
    `Bahan perkara rekaan rusak (di ${f.at}). Tidak ada yang dibuat dan data Anda aman. Pasang ulang program.`,
  'institution.packMissing': f =>
    `Paket lembaga ${f.file} tidak ditemukan. Data perkara aman. Pilih berkas lain.`,
  'institution.packInvalid': f =>
    `Paket lembaga ${f.file} belum benar pada bagian ${f.at}. Paket yang lama tetap dipakai. Perbaiki bagian itu.`,
  'access.denied': f => accessDenied[String(f.reason ?? '')] ?? accessDenied.role ?? '',
}

const accessDenied: Readonly<Record<string, string>> = {
  role: 'Peran Anda tidak memakai langkah ini. Tidak ada yang berubah. Minta petugas yang berwenang melakukannya.',
  notAssigned: 'Anda tidak ditugasi pada perkara ini. Tidak ada yang berubah. Minta penugasan kepada ketua.',
  ownWork:
    'Pekerjaan sendiri tidak boleh ditelaah atau disetujui sendiri. Tidak ada yang berubah. Minta orang kedua melakukannya.',
  recused:
    'Anda mengundurkan diri dari perkara ini, jadi isinya tertutup bagi Anda. Tidak ada yang berubah. Minta anggota lain melakukannya.',
  publicPort:
    'Layar umum hanya menampilkan panel publik. Tidak ada yang berubah. Kerjakan langkah ini di jendela utama.',
}

/** Sentences that stand under one field; keyed by the message that a schema gives. */
const fieldSentences: Readonly<Record<string, string>> = {
  'dates.notACivilDate': 'Tanggal ini tidak ada di kalender. Tulis seperti 14-10-2020.',
  'dates.notAnInstant': 'Waktu ini tidak terbaca. Isi tanggal dan jam.',
  'institution.badNumberPattern':
    'Format nomor harus memuat satu nomor urut ({n}) dan tahun ({yyyy}), tanpa spasi.',
  required: 'Wajib diisi.',
  'text.required': 'Wajib diisi.',
  'text.controls': 'Ada tanda tak terlihat di dalam isian ini. Ketik ulang bagian itu.',
  'input.invalid_type': 'Wajib diisi.',
  'input.invalid_value': 'Pilih salah satu.',
  'input.too_big': 'Isian ini terlalu panjang atau terlalu banyak.',
  'input.too_small': 'Isian ini terlalu pendek atau terlalu sedikit.',
  'input.invalid_format': 'Isian ini belum sesuai bentuknya.',
  'input.unrecognized_keys': 'Ada isian yang tidak dikenal. Muat ulang halaman.',
  'dates.notATime': 'Tulis pukul seperti 19.46.',
  'accounts.signInNameForm': 'Huruf kecil dan angka, titik atau tanda hubung; paling sedikit 2 karakter.',
  'accounts.passphraseShort': 'Paling sedikit 12 karakter; satu kalimat pendek mudah diingat.',
  'accounts.nipForm': 'NIP terdiri atas 18 angka. Periksa angkanya, atau kosongkan bila tidak ada.',
  'reports.noRespondent': 'Sebutkan paling sedikit satu terlapor.',
  'letters.reasonShort': 'Jelaskan alasannya, paling sedikit 10 karakter.',
  'reports.reasonShort': 'Jelaskan alasannya, paling sedikit 10 karakter.',
  'cases.noAssistant': 'Pilih paling sedikit satu asisten.',
  'plenaries.emptyAgenda': 'Pilih paling sedikit satu perkara.',
  'letters.noAddressee': 'Alamat tujuan wajib diisi.',
  'followUps.reasonShort': 'Jelaskan alasannya, paling sedikit 20 karakter.',
}

/** The sentence for a coded error; an unknown code is named so that it can be reported. */
export function errorSentence(code: string, facts: ErrorFacts = {}): string {
  const sentence = sentences[code]
  if (sentence) return sentence(facts)
  return `Langkah ini tidak jadi dilakukan (kode ${code}). Yang sudah tersimpan aman. Coba lagi, atau catat kode ini.`
}

/** The sentence under a refused field; `message` is a code or what the schema said. */
export function fieldSentence(message: string): string {
  const known = fieldSentences[message]
  if (known) return known
  const sentence = sentences[message]
  if (sentence) return sentence({})
  if (/received undefined|received null|>=1 characters|expected string to have >=1/i.test(message))
    return 'Wajib diisi.'
  return 'Isian ini belum benar.'
}
