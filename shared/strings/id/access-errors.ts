import type { ErrorFacts } from './errors.ts'

const safe = 'Tidak ada yang berubah.'

/** Sentences for what a person may not do, and for files and calls that lead nowhere. */
export const accessErrors: Readonly<Record<string, (facts: ErrorFacts) => string>> = {
  'access.notAssigned': () => `Anda tidak ditugasi pada perkara ini. ${safe} Minta penugasan kepada ketua.`,
  'access.secretariat': () =>
    `Sekretariat tidak memeriksa perkara. ${safe} Minta asisten atau komisioner melakukannya.`,
  'cases.unknown': () => `Perkara ini tidak ada. ${safe} Muat ulang daftar perkara.`,
  'cases.closed': () =>
    `Perkara ini sudah selesai. ${safe} Koreksi dibuat sebagai perkara baru yang menyebutnya.`,
  'cases.unknownRespondent': () =>
    `Orang ini tidak dilaporkan dalam perkara ini. ${safe} Muat ulang perkara.`,
  'files.unreadable': () => `Berkas tidak dapat dibaca. ${safe} Periksa media dan izinnya, lalu pilih lagi.`,
  'files.notWritten': () =>
    'Berkas tidak dapat ditulis di tempat itu. Data di penyimpanan aman. Pilih tempat lain atau periksa ruang dan izinnya.',
  'files.ticketUnknown': () => `Pilihan berkas sudah tidak berlaku. ${safe} Pilih berkasnya sekali lagi.`,
  'method.unknown': () => `Langkah ini tidak dikenal. ${safe} Mulai ulang program.`,
  'input.invalid': () => 'Ada isian yang belum benar. Tidak ada yang disimpan. Perbaiki isian yang ditandai.',
  'call.cancelled': () => 'Pekerjaan dihentikan. Yang sudah selesai tetap tersimpan. Ulangi kapan saja.',
}
