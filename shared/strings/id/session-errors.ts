import type { ErrorFacts } from './errors.ts'

const safe = 'Tidak ada yang berubah.'

/** Sentences for choosing a store, for accounts, and for the institution's data. */
export const sessionErrors: Readonly<Record<string, (facts: ErrorFacts) => string>> = {
  'store.notAStore': () =>
    `Di folder ini tidak ada tempat penyimpanan AdjudikASN. ${safe} Pilih folder lain atau buat tempat baru.`,
  'store.noneChosen': () =>
    `Tempat penyimpanan belum dipilih. ${safe} Pilih folder yang sudah ada atau buat tempat baru.`,
  'keys.notIntroduced': () =>
    `Kunci akun ini belum tercatat pada jejak audit; pemulihan terakhir rupanya terputus. ${safe} Pulihkan sekali lagi dengan kode pemulihan.`,
  'accounts.nameTaken': () => `Nama masuk ini sudah dipakai. ${safe} Pilih nama lain.`,
  'accounts.nipTaken': f =>
    `NIP ini sudah tercatat pada akun ${f.name}. ${safe} Periksa angkanya, atau kosongkan NIP pada akun yang keliru.`,
  'accounts.nipSame': () => `NIP akun ini sudah seperti itu. ${safe} Ubah angkanya atau tutup isian.`,
  'accounts.alreadyRetired': () => `Akun ini sudah diakhiri. ${safe} Muat ulang daftar akun.`,
  'accounts.ownAccount': () => `Akun sendiri tidak dapat diakhiri. ${safe} Minta sekretariat lain.`,
  'accounts.lastSecretariat': () =>
    `Ini akun sekretariat yang terakhir. ${safe} Tambahkan sekretariat lain lebih dahulu.`,
  'accounts.noSecretariat': () =>
    'Tempat penyimpanan memerlukan paling sedikit satu akun sekretariat. Belum ada yang dibuat. Tambahkan akun itu.',
  'institution.missing': () =>
    'Data lembaga tidak ada dalam basis data. Perkara tidak disentuh. Pulihkan cadangan terakhir.',
  'institution.rootUnknown': () =>
    `Sertifikat ini tidak ada dalam daftar. ${safe} Muat ulang daftar sertifikat.`,
  'signing.notACa': () =>
    `Sertifikat ini bukan milik otoritas (CA). ${safe} Pilih sertifikat otoritas yang menerbitkan sertifikat penanda tangan.`,
  'audit.noChain': () =>
    'Jejak audit tidak ada dalam basis data ini. Jangan diubah lagi: salin folder apa adanya, lalu pulihkan cadangan terakhir.',
  'audit.entryMissing': () =>
    'Langkah ini tidak meninggalkan jejak audit, jadi dibatalkan. Yang sudah tersimpan aman. Catat langkahnya dan beri tahu sekretariat.',
  'vault.closed': () =>
    'Berkas bukti ini sudah ditutup, mungkin karena program terkunci. Isinya utuh. Buka bukti itu lagi.',
}
