// What the assistant writes about each person. Elements are those of Pasal 4 angka 15 huruf d, in their order.

export const PROVISION = 'Pasal 4 angka 15 huruf d'
/** 'Pasal 7 ayat (3) huruf b': one year without promotion, inside the band of the provision. */
export const SANCTION = 'Pasal 7 ayat (3) huruf b'

/** One element as assessed: radio of the state, reasons, and what the person answers to it. */
export type TourAssessment = {
  state: 'proven' | 'notProven' | 'insufficient'
  reasons: string
  defence?: string
  reply?: string
}

const proven = (reasons: string): TourAssessment => ({ state: 'proven', reasons })

export const posterElements: readonly TourAssessment[] = [
  proven('Lampiran surat keputusan jabatan menyebut terlapor sebagai PNS golongan III/c.'),
  proven('Pasangan Calon Contoh telah ditetapkan tiga minggu sebelum perbuatan.'),
  proven('Terlapor mengunggah ajakan memilih pada akun pribadinya.'),
  {
    ...proven('Unggahan memuat nomor urut dan kata ajakan yang tegas.'),
    defence: 'Terlapor menyatakan unggahan itu undangan silaturahmi.',
    reply: 'Undangan tidak memerlukan nomor urut pasangan calon; pembelaan tidak mengubah penilaian.',
  },
  proven('Unggahan terbuka bagi masyarakat; tetangga dan saudara diajak dengan kata-kata.'),
]

export const posterConsideration =
  'Semua unsur terpenuhi: terlapor sebagai PNS mengunggah ajakan memilih pasangan calon yang telah ditetapkan kepada masyarakat.'

/** Only the element on which the allegation falls; the others may stay open. */
export const headElement: TourAssessment = {
  state: 'notProven',
  reasons: 'Undangan di grup menyebut acara warga; tidak ada ajakan memilih dari terlapor.',
}
export const headConsideration = 'Tidak ditemukan kegiatan terlapor yang mengarah pada keberpihakan.'

export const carrierElement: TourAssessment = {
  state: 'insufficient',
  reasons: 'Pembawa pengeras suara pada video tidak dapat dikenali; perlu keterangan saksi.',
}
export const carrierConsideration = 'Bukti belum cukup untuk menyatakan keterlibatan terlapor.'
