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

export const headOfDistrictElements: readonly TourAssessment[] = [
  proven('Lampiran surat keputusan jabatan menyebut terlapor sebagai PNS golongan IV/a.'),
  proven('Pasangan Calon Contoh telah ditetapkan tiga minggu sebelum perbuatan.'),
  proven('Terlapor mengunggah ajakan memilih pada akun pribadinya.'),
  {
    ...proven('Unggahan memuat nomor urut dan kata ajakan yang tegas.'),
    defence: 'Terlapor menyatakan unggahan itu undangan silaturahmi.',
    reply: 'Undangan tidak memerlukan nomor urut pasangan calon; pembelaan tidak mengubah penilaian.',
  },
  proven('Unggahan terbuka bagi masyarakat dan dibagikan ke grup kecamatan.'),
]

export const headOfDistrictConsideration =
  'Semua unsur terpenuhi: terlapor sebagai PNS mengunggah ajakan memilih pasangan calon yang telah ditetapkan kepada masyarakat.'

/** Only the element on which the allegation falls; the others may stay open. */
export const clerkElement: TourAssessment = {
  state: 'notProven',
  reasons: 'Percakapan grup memperlihatkan bahwa terlapor hanya menjawab salam; tidak ada ajakan darinya.',
}
export const clerkConsideration = 'Tidak ditemukan kegiatan terlapor yang mengarah pada keberpihakan.'

export const retiredNumberElement: TourAssessment = {
  state: 'insufficient',
  reasons: 'Pembawa pengeras suara pada video tidak dapat dikenali; perlu keterangan saksi.',
}
export const retiredNumberConsideration = 'Bukti belum cukup untuk menyatakan keterlibatan terlapor.'
