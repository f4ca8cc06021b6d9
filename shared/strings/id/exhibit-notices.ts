import type { ExhibitNotice } from '../../contract/evidence.ts'

/** Why an exhibit is shown as it is; one sentence beside the viewer for each notice of the engine. */
export const exhibitNotices: Readonly<Record<ExhibitNotice, string>> = {
  emptyFile: 'Berkas ini kosong. Berkas aslinya tetap tersimpan.',
  truncated: 'Berkas ini terpotong, jadi tidak ditampilkan. Berkas aslinya tetap tersimpan.',
  undecodable: 'Berkas ini rusak, jadi tidak ditampilkan. Berkas aslinya tetap tersimpan.',
  imageTooLarge: 'Gambar ini terlalu besar untuk dibuka dengan aman. Berkas aslinya tetap tersimpan.',
  imageNotShown:
    'Jenis gambar ini belum dapat ditampilkan. Ekspor salinan untuk membukanya dengan program lain.',
  heifNotShown:
    'Foto HEIC/HEIF belum dapat ditampilkan. Ekspor salinan untuk membukanya dengan program lain.',
  shownAsText: 'Berkas ini dapat memuat perintah. Isinya ditampilkan sebagai teks dan tidak dijalankan.',
  nameMismatch: 'Nama berkas tidak sesuai dengan isinya. Yang ditampilkan adalah isinya.',
  pdfEncrypted: 'PDF ini dikunci dengan sandi.',
  pdfIncomplete: 'PDF ini tidak lengkap. Yang dapat dibaca ditampilkan.',
  pdfScriptsNotRun: 'PDF ini memuat perintah atau lampiran. Semuanya tidak dijalankan.',
  documentNotShown:
    'Dokumen ini belum dapat ditampilkan. Ekspor salinan untuk membukanya dengan program lain.',
  archiveNotOpened:
    'Arsip ini tidak dibuka di sini. Masukkan berkas di dalamnya satu per satu bila diperlukan.',
  programNotRun: 'Berkas ini adalah program. Disimpan sebagai bukti dan tidak pernah dijalankan.',
  notPlayable: 'Rekaman ini memakai format yang belum dapat diputar. Berkas aslinya tetap tersimpan.',
  unknownKind: 'Jenis berkas ini tidak dikenal, jadi tidak ditampilkan. Berkas aslinya tetap tersimpan.',
}
