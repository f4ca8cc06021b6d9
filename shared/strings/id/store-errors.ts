import type { ErrorFacts } from './errors.ts'

const nothingLost = 'Data yang tersimpan tidak diubah.'

/** Sentences for the store, keys, vault and audit chain: what is wrong, what is safe, what to do. */
export const storeErrors: Readonly<Record<string, (facts: ErrorFacts) => string>> = {
  'store.missing': () =>
    'Di folder ini tidak ada penyimpanan AdjudikASN. Tidak ada yang diubah. Pilih folder lain atau buat penyimpanan baru.',
  'store.exists': () =>
    'Di folder ini sudah ada penyimpanan. Isinya tidak disentuh. Buka penyimpanan itu atau pilih folder kosong.',
  'store.wrongKey': () =>
    `Kunci tidak cocok dengan basis data ini. ${nothingLost} Periksa folder yang dipilih.`,
  'store.keyMismatch': () =>
    `Berkas kunci (keyring.json) utuh, tetapi tidak cocok dengan basis data di folder ini. Mungkin berkas kunci lama dipasang kembali, berasal dari penyimpanan lain, atau basis datanya rusak. ${nothingLost} Pulihkan kedua berkas dari cadangan yang sama.`,
  'store.damaged': () =>
    `Basis data rusak atau terpotong. Jangan ditulisi lagi: salin folder ini apa adanya, lalu pulihkan cadangan terakhir dari folder “backups”.`,
  'store.inUse': () =>
    'Penyimpanan sedang dipakai program lain. Tidak ada yang diubah. Tutup program itu, lalu coba lagi.',
  'store.readOnly': () =>
    'Folder penyimpanan tidak dapat ditulisi. Tidak ada yang berubah. Lepaskan kunci tulis pada media atau salin folder ke tempat yang dapat ditulisi.',
  'store.diskFull': () =>
    'Ruang disk habis. Yang sudah tersimpan aman, langkah terakhir tidak jadi. Kosongkan ruang, lalu ulangi.',
  'store.cannotOpen': () =>
    `Berkas penyimpanan tidak dapat dibuka. ${nothingLost} Periksa izin folder dan media, lalu coba lagi.`,
  'store.inputOutput': () =>
    'Media penyimpanan gagal dibaca atau ditulis. Yang sudah tersimpan dibiarkan. Salin folder ke media lain, lalu coba lagi.',
  'store.newer': f =>
    `Penyimpanan ini dibuat program yang lebih baru (format ${f.found}, program ini mengenal sampai ${f.known}). ${nothingLost} Pasang program terbaru.`,
  'store.unknownVersion': f =>
    `Format penyimpanan ${f.found} tidak dikenal. ${nothingLost} Pasang program terbaru atau pulihkan cadangan.`,
  'store.migrationFailed': f =>
    `Pembaruan format ${f.number} gagal dan dibatalkan. Data lama utuh dan cadangannya ada di folder “backups”. Catat nomor ini.`,
  'store.backupDamaged': () =>
    'Cadangan yang baru dibuat tidak lulus pemeriksaan dan dibuang. Data asli utuh. Periksa ruang dan media, lalu ulangi.',
  'store.backupFailed': () =>
    'Cadangan tidak jadi dibuat. Data asli utuh. Periksa ruang dan media, lalu ulangi.',
  'keyring.missing': () =>
    `Berkas keyring.json tidak ada di folder ini. ${nothingLost} Pulihkan berkas itu dari cadangan; tanpanya basis data tidak dapat dibuka.`,
  'keyring.damaged': () =>
    `Berkas kunci rusak atau diubah di luar program. ${nothingLost} Pulihkan keyring.json dari cadangan terakhir.`,
  'keyring.changedMeanwhile': () =>
    `Kunci akun sedang diubah oleh pekerjaan lain. ${nothingLost} Ulangi sekali lagi.`,
  'keyring.newer': f =>
    `Berkas kunci ini dibuat program yang lebih baru (versi ${f.found}). ${nothingLost} Pasang program terbaru.`,
  'keyring.rolledBack': f =>
    `Berkas kunci ini lebih tua (nomor ${f.found}) daripada yang dicatat basis data (nomor ${f.known}): berkas lama dipasang kembali. ${nothingLost} Kembalikan keyring.json yang terakhir.`,
  'keyring.otherStore': () =>
    `Berkas kunci ini milik penyimpanan lain. ${nothingLost} Kembalikan keyring.json yang benar.`,
  'keys.wrongPassphrase': () =>
    'Nama masuk atau frasa sandi tidak cocok. Tidak ada yang berubah. Periksa, lalu coba lagi.',
  'keys.waitBeforeTrying': f =>
    `Terlalu banyak percobaan yang gagal. Data tetap aman dan akun tidak dikunci selamanya. Coba lagi ${waitText(Number(f.seconds))}.`,
  'keys.nameTaken': () => 'Nama masuk ini sudah dipakai. Tidak ada yang disimpan. Pilih nama lain.',
  'keys.accountTaken': () =>
    'Akun ini sudah mempunyai kunci. Tidak ada yang disimpan. Muat ulang daftar akun.',
  'keys.noSuchAccount': () =>
    'Akun itu tidak ada atau sudah ditutup. Tidak ada yang berubah. Periksa namanya.',
  'keys.ownAccount': () =>
    'Akun sendiri tidak dapat ditutup. Tidak ada yang berubah. Minta sekretariat lain.',
  'keys.recoveryLength': f =>
    `Kode pemulihan terdiri atas ${f.expected} karakter (8 kelompok berisi 4, lalu 1 karakter pemeriksa); yang diketik ${f.found}. Tidak ada yang berubah. Periksa lembar pemulihan.`,
  'keys.recoveryCharacter': f =>
    `Tanda “${f.character}” di kelompok ${f.group} tidak dipakai dalam kode pemulihan. Tidak ada yang berubah. Periksa kelompok itu di lembar pemulihan.`,
  'keys.recoveryTypo': () =>
    'Kode pemulihan salah ketik: karakter pemeriksanya tidak cocok. Tidak ada yang berubah. Bandingkan setiap kelompok dengan lembar pemulihan.',
  'keys.wrongRecoveryCode': () =>
    'Kode pemulihan ini tidak membuka penyimpanan ini. Tidak ada yang berubah. Pakai lembar yang terakhir dicetak untuk penyimpanan ini.',
  'vault.missing': () =>
    'Berkas bukti ini tidak ada di brankas. Catatannya utuh. Pulihkan folder “vault” dari cadangan.',
  'vault.damaged': () =>
    'Berkas bukti ini rusak atau diubah. Catatan dan bukti lain utuh. Pulihkan berkas itu dari cadangan.',
  'vault.wrongIdentity': () =>
    'Berkas bukti ini bukan milik brankas ini. Bukti lain utuh. Pulihkan berkas itu dari cadangan.',
  'vault.cancelled': () =>
    'Pengambilan berkas dihentikan. Tidak ada sisa yang tertinggal. Ulangi kapan saja.',
  'vault.sourceUnreadable': () =>
    'Berkas asal tidak dapat dibaca. Tidak ada yang disimpan. Periksa media dan izin berkas, lalu coba lagi.',
  'vault.noIdentity': () =>
    'Kunci brankas tidak ada di basis data. Bukti tidak disentuh. Pulihkan cadangan basis data.',
  'audit.cancelled': () => 'Pemeriksaan jejak audit dihentikan. Tidak ada yang diubah. Ulangi kapan saja.',
  'audit.notCanonical': () =>
    'Langkah ini memuat tanda yang tidak dapat dicatat pada jejak audit, jadi dibatalkan. Data lama utuh. Hapus tanda aneh dari isian, lalu ulangi.',
}

function waitText(seconds: number): string {
  return seconds < 90 ? `dalam ${seconds} detik` : `dalam ${Math.ceil(seconds / 60)} menit`
}
