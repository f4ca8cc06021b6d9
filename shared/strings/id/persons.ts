import type { OUTCOMES } from '../../contract/persons.ts'

const outcome: Readonly<Record<(typeof OUTCOMES)[number], string>> = {
  alleged: 'Dilaporkan',
  proven: 'Terbukti',
  notProven: 'Tidak terbukti',
  deferred: 'Ditunda',
  recommended: 'Direkomendasikan',
  sanctioned: 'Dijatuhi sanksi',
}

/** Texts of the room "Pegawai": the registry by NIP and earlier outcomes. */
export const persons = {
  title: 'Pegawai',
  outcome,
  find: 'Cari nama atau NIP',
  count: (total: number) => `${total} pegawai`,
  columns: {
    name: 'Nama',
    nip: 'NIP',
    position: 'Jabatan terakhir dilaporkan',
    agencyName: 'Instansi',
    reports: 'Laporan',
    proven: 'Terbukti',
  },
  empty: {
    title: 'Belum ada pegawai.',
    next: 'Pegawai masuk daftar ini ketika namanya disebut dalam laporan.',
    notFound: 'Tidak ada yang cocok.',
    notFoundNext: 'Ubah kata yang dicari, atau kosongkan pencarian.',
  },
  earlier: 'Riwayat perkara',
  noEarlier: 'Belum ada perkara.',
  reportLine: (number: string) => `Laporan ${number}`,
  caseLine: (number: string) => `Perkara ${number}`,
  actOn: (date: string) => `perbuatan ${date}`,
  open: 'Buka pegawai',
  keys: { move: 'pindah baris', open: 'buka' },
} as const
