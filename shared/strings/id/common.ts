/** Words that mean the same on every screen. */
export const common = {
  save: 'Simpan',
  cancel: 'Batal',
  close: 'Tutup',
  back: 'Kembali',
  next: 'Lanjut',
  search: 'Cari',
  undo: 'Batalkan',
  retry: 'Coba lagi',
  yes: 'Ya',
  required: 'wajib',
  optional: 'boleh kosong',
  loading: 'Memuat',
  savedAt: (clock: string) => `Tersimpan ${clock}`,
  saving: 'Menyimpan',
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
