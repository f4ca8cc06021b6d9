import type { ErrorFacts } from './errors.ts'

const unchanged = 'Tidak ada yang berubah.'

/** Sentences for completing reports, sending them back, conflicts of authorities and linked cases. */
export const reportErrors: Readonly<Record<string, (facts: ErrorFacts) => string>> = {
  'reports.assistantsOnly': () =>
    `Laporan dilengkapi dan dikembalikan oleh asisten komisioner. ${unchanged} Mintalah asisten melakukannya.`,
  'reports.nothingNew': () =>
    `Isian itu sudah sama dengan yang tersimpan. ${unchanged} Isi sekurang-kurangnya satu hal yang belum ada.`,
  'reports.caseFixed': () =>
    `Pemilihan, tanggal penetapan calon, dan provinsi ikut menentukan aturan perkara yang sudah dibuka. ${unchanged} Lengkapi isian lain, atau catat perubahannya dalam pemeriksaan.`,
  'reports.alreadyCase': () =>
    `Laporan ini sudah menjadi perkara dan tidak dapat dikembalikan. ${unchanged} Mintalah kekurangannya dalam pemeriksaan.`,
  'reports.alreadyReturned': () =>
    `Laporan ini sudah dikembalikan dan menunggu kelengkapan. ${unchanged} Buka surat pengembaliannya di halaman laporan.`,
  'reports.nothingMissing': () =>
    `Tidak ada kelengkapan yang kurang. ${unchanged} Laporan ini dapat dibuka sebagai perkara.`,
  'reports.ownReport': () =>
    `Laporan ini prakarsa lembaga sendiri; tidak ada pengirim untuk dikirimi surat. ${unchanged} Lengkapi isiannya di sini.`,
  'reports.changedMeanwhile': () =>
    'Laporan berubah saat suratnya disusun. Tidak ada surat yang dibuat dan tidak ada nomor yang terpakai. Ulangi pengembaliannya.',
  'reports.notReturned': () =>
    `Laporan ini tidak sedang dikembalikan. ${unchanged} Muat ulang halaman laporan.`,
  'reports.returned': () =>
    'Laporan ini sedang dikembalikan kepada pengirim. Perkara belum dibuka. Lengkapi kekurangannya, atau periksa kembali laporan ini dengan alasan.',
  'reports.incomplete': f =>
    `Kelengkapan formil belum ada: ${f.missing}. Perkara belum dibuka. Lengkapi, kembalikan ke pengirim, atau tuliskan alasan (paling sedikit 10 karakter) mengapa perkara tetap dibuka.`,
  'reports.returnSigned': () =>
    `Surat pengembalian ini sudah ditandatangani. ${unchanged} Muat ulang halaman laporan, lalu simpan salinannya.`,
  'reports.returnDamaged': () =>
    `Berkas surat pengembalian tidak lagi sama dengan yang dicatat, jadi tidak ditandatangani. ${unchanged} Pulihkan folder “vault” dari cadangan.`,
  'reports.returnOtherSigner': () =>
    `Surat pengembalian dari versi program yang lama ini disiapkan untuk penanda tangan lain. ${unchanged} Minta penanda tangan yang tertera, atau tanda tangani cetakannya.`,
  'reports.returnUnknown': () => `Surat pengembalian itu tidak ada. ${unchanged} Muat ulang halaman laporan.`,
  'reports.unknownRespondent': () =>
    `Orang itu bukan terlapor dalam laporan mana pun. ${unchanged} Muat ulang halaman.`,
  'reports.noteRequired': () =>
    `Penandaan benturan kepentingan memerlukan keterangan. ${unchanged} Tulis dari mana hal itu diketahui.`,
  'reports.linkItself': () =>
    `Perkara tidak dapat ditautkan dengan dirinya sendiri. ${unchanged} Pilih perkara lain.`,
  'reports.alreadyLinked': f =>
    `Perkara ini sudah tertaut dengan ${f.caseNumber}. ${unchanged} Tautannya terlihat di ringkasan perkara.`,
  'reports.notLinked': () => `Kedua perkara itu tidak sedang tertaut. ${unchanged} Muat ulang halaman.`,
}
