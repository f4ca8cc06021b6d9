import { formatDate } from '../../dates.ts'

/** Texts of the public display: what an audience reads from the back of a ballroom. */
export const publicDisplay = {
  title: 'Layar umum',
  waiting: 'Sidang pleno',
  waitingNext: 'Perkara ditampilkan setelah ruang sidang dibuka di laptop pemimpin sidang.',
  meeting: (date: Parameters<typeof formatDate>[0]) => `Sidang pleno · ${formatDate(date)}`,
  at: (n: number, of: number) => `Perkara ${n} dari ${of}`,
  attendance: (present: number, of: number) => `Hadir ${present} dari ${of}`,
  quorumMet: 'Kuorum terpenuhi',
  quorumMissing: (needed: number) => `Kuorum belum terpenuhi, perlu ${needed}`,
  facts: 'Peristiwa',
  elements: 'Unsur',
  exhibits: (numbers: readonly string[]) => (numbers.length === 0 ? 'tanpa bukti' : numbers.join(', ')),
  states: {
    proven: 'Terbukti',
    notProven: 'Tidak terbukti',
    insufficient: 'Belum cukup bukti',
    notAssessed: 'Belum dinilai',
  } as Readonly<Record<string, string>>,
  conclusion: {
    proven: 'Temuan: terbukti',
    notProven: 'Temuan: tidak terbukti',
    undecided: 'Temuan: belum disimpulkan',
  },
  proposal: 'Usulan sanksi',
  sealed: (n: number, of: number) => `Tersegel ${n} dari ${of}`,
  sealedHint: 'Isi suara dibuka bersamaan. Sebelum itu tidak seorang pun dapat membacanya.',
  notVoting: 'Pemungutan suara belum dibuka.',
  decision: 'Putusan',
  recused: (names: readonly string[]) => `Tidak ikut dalam perkara ini: ${names.join(', ')}`,
} as const
