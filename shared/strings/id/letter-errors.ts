import { day } from './error-dates.ts'
import type { ErrorFacts } from './errors.ts'
import { letterVariable } from './letter-variables.ts'

const parts: Readonly<Record<string, string>> = {
  number: 'nomor',
  date: 'tanggal',
  signatory: 'penanda tangan',
}

/** Sentences for drawing and signing letters: what is wrong, what is safe, what to do. */
export const letterErrors: Readonly<Record<string, (facts: ErrorFacts) => string>> = {
  'letters.bodyInvalid': () =>
    'Naskah surat memuat bagian yang tidak dikenal. Konsep yang tersimpan aman. Hapus bagian yang ditempel terakhir, lalu tulis ulang.',
  'letters.variableMissing': f =>
    `Isian “${letterVariable(String(f.name))}” dalam naskah belum ada nilainya. Konsep aman. Lengkapi data perkara atau ganti isian itu dengan teks.`,
  'letters.characterMissing': f =>
    `Tanda “${f.character}” (${f.codePoint}) tidak ada dalam huruf cetak surat. Konsep aman. Hapus atau ganti tanda itu.`,
  'letters.logoUnreadable': () =>
    'Gambar lambang pada kop tidak terbaca. Surat tidak dibuat dan konsep aman. Pasang lagi lambang sebagai berkas PNG.',
  'letters.notReady': f =>
    `Surat belum memiliki ${parts[String(f.missing)] ?? 'bagian yang diperlukan'}. Konsep aman. Lengkapi dahulu, lalu buat suratnya lagi.`,
  'letters.signatoryInvalid': () =>
    'Daftar penanda tangan surat tidak benar. Konsep aman. Periksa penanda tangan pada paket lembaga.',
  'letters.fontMissing': f => `Huruf cetak ${f.file} tidak ditemukan. Data aman. Pasang ulang program.`,
  'signing.wrongPassword': () =>
    'Frasa sandi sertifikat tidak cocok. Surat belum ditandatangani dan tidak berubah. Ketik ulang; perhatikan Caps Lock.',
  'signing.notPkcs12': () =>
    'Berkas ini bukan sertifikat .p12 atau .pfx yang terbaca. Surat tidak berubah. Pilih berkas sertifikat Anda.',
  'signing.noPrivateKey': () =>
    'Berkas sertifikat ini tidak memuat kunci pribadi. Surat tidak berubah. Pilih berkas .p12 yang lengkap.',
  'signing.keyUnsupported': () =>
    'Jenis kunci dalam sertifikat ini tidak dapat dipakai. Surat tidak berubah. Pakai sertifikat dengan kunci RSA atau EC.',
  'signing.notACertificate': () =>
    'Berkas ini bukan sertifikat yang terbaca. Tidak ada yang berubah. Pilih berkas PEM, CRT, atau DER.',
  'signing.notOurPdf': () =>
    'Berkas ini bukan surat yang dibuat untuk ditandatangani di sini. Tidak ada yang berubah. Buat suratnya lagi dari perkara.',
  'signing.fieldMissing': () =>
    `Surat ini tidak menyediakan tempat tanda tangan yang diperlukan. Surat tidak berubah. Periksa penanda tangan surat.`,
  'signing.alreadySigned': () =>
    'Tempat tanda tangan ini sudah terisi. Surat yang sudah ditandatangani tidak berubah. Muat ulang surat.',
  'signing.certificateExpired': f =>
    `Sertifikat Anda berakhir pada ${day(f.validUntil)}. Surat belum ditandatangani. Pakai sertifikat yang masih berlaku.`,
  'signing.certificateNotYetValid': f =>
    `Sertifikat Anda baru berlaku pada ${day(f.validFrom)}. Surat belum ditandatangani. Periksa jam laptop ini atau pakai sertifikat lain.`,
  'signing.certificateTooLarge': () =>
    'Rantai sertifikat terlalu besar untuk tempat tanda tangan. Surat tidak berubah. Minta berkas .p12 tanpa sertifikat tambahan.',
}
