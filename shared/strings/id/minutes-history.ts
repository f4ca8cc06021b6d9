import type { HistoryPattern } from './history.ts'

/** What the history says of recusal prompts, minutes and decisions that are made again. */
export const minutesHistory: Readonly<Record<string, HistoryPattern>> = {
  'plenaries.answerPrompt':
    'mencatat bahwa[ {member}] tetap ikut memutus pada sidang[ {number}][; alasannya: {text}]',
  'plenaries.confirmNoKinship':
    'mencatat bahwa[ {members}] anggota menyatakan tidak mempunyai hubungan keluarga pada sidang[ {number}]',
  'plenaries.addMinutesNote': 'menambah kalimat pada berita acara sidang[ {number}][: “{beginning}”]',
  'plenaries.removeMinutesNote':
    'menghapus kalimat tambahan dari berita acara sidang[ {number}][: “{beginning}”]',
  'plenaries.signMinutes': 'menandatangani berita acara sidang[ {number}][ dengan sertifikat {signer}]',
  'plenaries.reconsider': f =>
    f.reconsidered === 'correction'
      ? 'meminta pembetulan[ {cites}][ untuk {person}]'
      : 'meminta pembukaan kembali[ {cites}][ untuk {person}]',
}
