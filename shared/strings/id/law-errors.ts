import type { ErrorFacts } from './errors.ts'

const unchanged = 'Tidak ada yang berubah; paket hukum yang sudah tersimpan tetap dipakai.'

/** What a pack is refused for, without its line; `{id}` is the value or name that stands there. */
const faults: Readonly<Record<string, (id: string) => string>> = {
  notJson: () => 'teksnya terputus atau rusak, sehingga tidak terbaca',
  doubleKey: id => `nama “${id}” ditulis dua kali dalam satu bagian`,
  shape: () => 'isian di baris itu tidak ada atau bentuknya salah',
  level: id => `tingkat hukuman “${id}” tidak dikenal`,
  unsigned: () => 'paket ini tidak ditandatangani penerbitnya',
  reference: id => `“${id}” dirujuk, tetapi tidak ada dalam paket`,
  notMutual: id => `“${id}” disebut sebagai penerus atau pendahulu, tetapi tidak menyebut balik`,
  sanctionBasis: id => `tingkat “${id}” tidak mempunyai satu pun jenis hukuman dalam paket`,
  duplicate: id => `“${id}” tercantum dua kali`,
  dates: id => `tanggal di baris itu tidak berurutan${id ? ` (“${id}”)` : ''}`,
  overlap: id => `masa berlakunya bertumpuk dengan “${id}”`,
  gap: id => `ada hari tanpa aturan antara “${id}” dan yang berikutnya`,
  checksum: () => 'isinya tidak cocok dengan sidik paket, jadi paket ini berubah setelah dibuat',
  unknownKey: id => `penanda tangannya (${id}…) bukan penerbit yang dipercaya program ini`,
  signature: () => 'tanda tangan penerbit tidak cocok dengan isinya',
  otherPack: id => `ini paket lain (“${id}”), bukan paket hukum program ini`,
  sameVersion: id => `versi ${id} sudah tersimpan dengan isi yang berbeda`,
  olderVersion: id => `versi ${id} tidak lebih baru daripada yang tersimpan`,
}

/** What to do next, where it is not to ask the publisher for a whole pack. */
const advice: Readonly<Record<string, string>> = {
  unknownKey: 'Pastikan asal paket; bila penerbitnya memang berganti, pasang program dari penerbit itu.',
  otherPack: 'Pilih berkas paket hukum yang benar.',
  olderVersion: 'Minta paket dengan nomor versi yang lebih tinggi.',
  sameVersion: 'Minta penerbit menaikkan nomor versi paketnya.',
}

/** Sentences for law packs, what is asked of them, and their versions. */
export const lawErrors: Readonly<Record<string, (facts: ErrorFacts) => string>> = {
  'law.packMissing': f =>
    `Paket hukum ${f.file} tidak ditemukan. Data perkara aman. Pasang ulang program atau masukkan paket dari USB.`,
  'law.publishersInvalid': () => 'Kunci penerbit paket hukum rusak. Data perkara aman. Pasang ulang program.',
  'law.packInvalid': f => {
    const what = faults[String(f.reason)]?.(String(f.id ?? '')) ?? 'isinya tidak dapat dipercaya'
    const next = advice[String(f.reason)] ?? 'Minta paket yang utuh dari penerbitnya.'
    return `Paket hukum ${f.file} ditolak di baris ${f.line}: ${what}. ${unchanged} ${next}`
  },
  'law.packTooLarge': f =>
    `Berkas ${f.file} terlalu besar untuk paket hukum. ${unchanged} Pilih berkas paket hukum yang benar.`,
  'law.packKnown': f =>
    `Paket hukum versi ${f.version} sudah tersimpan dengan isi yang sama. ${unchanged} Tidak perlu memasukkannya lagi.`,
  'law.packUnknown': f =>
    `Paket hukum versi ${f.version} tidak ada dalam penyimpanan ini. Tidak ada yang berubah. Minta sekretariat memasukkan versi itu.`,
  'law.packChanged': f =>
    `Paket hukum versi ${f.version} di penyimpanan ini tidak lagi seperti yang ditandatangani penerbit${Number(f.line) > 0 ? ` (baris ${f.line})` : ''}. Paket itu tidak dipakai dan tidak ada yang berubah. Pulihkan cadangan dan laporkan kepada ketua.`,
}
