/** Words that mean the same on every screen. */
export const common = {
  save: 'Simpan',
  saveAndNext: 'Simpan & lanjut',
  cancel: 'Batal',
  close: 'Tutup',
  open: 'Buka',
  add: 'Tambah',
  remove: 'Hapus',
  edit: 'Ubah',
  back: 'Kembali',
  next: 'Lanjut',
  done: 'Selesai',
  print: 'Cetak',
  search: 'Cari',
  choose: 'Pilih',
  undo: 'Batalkan',
  retry: 'Coba lagi',
  yes: 'Ya',
  no: 'Tidak',
  required: 'wajib',
  optional: 'boleh kosong',
  notAssessed: 'Belum dinilai',
  unknown: 'Tidak diketahui',
  none: 'Tidak ada',
  loading: 'Memuat',
  today: 'hari ini',
  savedAt: (clock: string) => `Tersimpan ${clock}`,
  saving: 'Menyimpan',
  of: (n: number, total: number) => `${n} dari ${total}`,
  people: (n: number) => `${n} orang`,
  items: (n: number) => `${n} butir`,
  fileSize: (bytes: number) => fileSize(bytes),
} as const

/** '14,2 MB': decimal units and comma, as Indonesian readers expect. */
function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bita`
  const units = ['kB', 'MB', 'GB', 'TB']
  let size = bytes / 1000
  let unit = 0
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  const shown = size < 10 ? size.toFixed(1).replace('.', ',').replace(',0', '') : String(Math.round(size))
  return `${shown} ${units[unit]}`
}
