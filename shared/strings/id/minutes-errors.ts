import type { ErrorFacts } from './errors.ts'

const safe = 'Tidak ada yang berubah.'

/** Sentences for recusal prompts, minutes, their signatures, and decisions that are made again. */
export const minutesErrors: Readonly<Record<string, (facts: ErrorFacts) => string>> = {
  'plenaries.promptUnanswered': f =>
    `Masih ada yang perlu ditanyakan kepada ${f.names ?? 'anggota'} tentang pengunduran diri. ${safe} Catat jawabannya atau pengunduran dirinya, lalu buka pemungutan suara lagi.`,
  'plenaries.noPrompt': () =>
    `Tidak ada pertanyaan pengunduran diri itu bagi anggota ini. ${safe} Muat ulang sidang.`,
  'plenaries.ownAnswerOnly': () =>
    `Anda hanya dapat menjawab untuk diri sendiri. ${safe} Minta pemimpin sidang mencatat jawaban anggota lain.`,
  'plenaries.noteWithoutPlace': () =>
    `Kalimat tambahan perlu tempat: pembukaan, satu perkara, atau penutup. ${safe} Pilih tempatnya, lalu simpan lagi.`,
  'plenaries.noteUnknown': () =>
    `Kalimat tambahan ini sudah dihapus atau tidak ada. ${safe} Muat ulang berita acara.`,
  'plenaries.alreadySigned': () =>
    `Anda sudah menandatangani berita acara ini. ${safe} Lihat daftar penanda tangan.`,
  'plenaries.notPresent': () =>
    `Berita acara ditandatangani oleh anggota yang tercatat hadir. ${safe} Periksa daftar hadir sidang ini.`,
  'plenaries.minutesJustSigned': () =>
    'Anggota lain baru saja menandatangani. Tanda tangannya tersimpan, tanda tangan Anda belum. Tanda tangani sekali lagi.',
  'plenaries.notDecided': () =>
    `Orang ini belum diputus terbukti atau tidak terbukti. ${safe} Bawa ke sidang seperti biasa.`,
  'plenaries.alreadyReconsidered': () =>
    `Putusan ini sudah diminta diputus kembali. ${safe} Masukkan perkaranya ke agenda sidang.`,
  'plenaries.plenaryStillOpen': f =>
    `Sidang ${f.number ?? ''} belum ditutup. ${safe} Tutup sidang itu dahulu, lalu minta putusan kembali.`,
}
