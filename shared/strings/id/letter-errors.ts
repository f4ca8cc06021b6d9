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
  'letters.addresseeOpen': f =>
    `${f.authority} ikut berkepentingan dalam perkara ini. Surat belum disusun. Pilih kepada siapa surat dialamatkan dan tuliskan alasannya.`,
  'letters.noConflict': () =>
    'Tidak ada benturan kepentingan PPK yang ditetapkan untuk orang ini. Surat belum disusun. Susun surat kepada PPK, atau tetapkan benturannya di halaman laporan.',
  'letters.noHigher': () =>
    'Paket lembaga tidak menyebut pejabat di atas PPK ini. Surat belum disusun. Lengkapi paket lembaga atau provinsi instansi terlapor, atau pilih PPK dengan alasan.',
  'letters.decisionReplaced': () =>
    'Putusan surat ini sudah digantikan putusan yang lebih baru. Konsep tetap tersimpan dan dapat dibaca. Susun surat untuk putusan yang baru.',
  'letters.notReplaced': () =>
    'Putusan surat ini masih berlaku; tidak ada salinan bertanda. Tidak ada berkas yang dibuat. Ekspor surat aslinya.',
  'signing.wrongPassword': () =>
    'Frasa sandi sertifikat tidak cocok. Dokumen belum ditandatangani dan tidak berubah. Ketik ulang; perhatikan Caps Lock.',
  'signing.notPkcs12': () =>
    'Berkas ini bukan sertifikat .p12 atau .pfx yang terbaca. Dokumen tidak berubah. Pilih berkas sertifikat Anda.',
  'signing.noPrivateKey': () =>
    'Berkas sertifikat ini tidak memuat kunci pribadi. Dokumen tidak berubah. Pilih berkas .p12 yang lengkap.',
  'signing.keyUnsupported': () =>
    'Jenis kunci dalam sertifikat ini tidak dapat dipakai. Dokumen tidak berubah. Pakai sertifikat dengan kunci RSA atau EC.',
  'signing.notACertificate': () =>
    'Berkas ini bukan sertifikat yang terbaca. Tidak ada yang berubah. Pilih berkas PEM, CRT, atau DER.',
  'signing.notOurPdf': () =>
    'Berkas ini bukan dokumen yang dibuat untuk ditandatangani di sini. Tidak ada yang berubah. Buat dokumennya lagi dari perkara.',
  'signing.fieldMissing': () =>
    `Dokumen ini tidak menyediakan tempat tanda tangan yang diperlukan. Dokumen tidak berubah. Periksa daftar penanda tangannya.`,
  'signing.alreadySigned': () =>
    'Tempat tanda tangan ini sudah terisi. Dokumen yang sudah ditandatangani tidak berubah. Muat ulang halamannya.',
  'signing.certificateExpired': f =>
    `Sertifikat Anda berakhir pada ${day(f.validUntil)}. Dokumen belum ditandatangani. Pakai sertifikat yang masih berlaku.`,
  'signing.certificateNotYetValid': f =>
    `Sertifikat Anda baru berlaku pada ${day(f.validFrom)}. Dokumen belum ditandatangani. Periksa jam laptop ini atau pakai sertifikat lain.`,
  'signing.certificateTooLarge': () =>
    'Rantai sertifikat terlalu besar untuk tempat tanda tangan. Dokumen tidak berubah. Minta berkas .p12 tanpa sertifikat tambahan.',
}
