/** Sentences about the rulebook of one person: what follows from a reading, and who chose it. */

/** A provision with its band, as the sentences name it. */
export type BandWords = {
  /** 'Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9'. */
  legalBasis: string
  citation: string
  levels: readonly string[]
  sanctions: readonly string[]
}

export const rulebookChosenBy = (label: string, name: string, reason: string) =>
  `${name} memilih ${label} dengan alasan: ${reason}`

const LEVELS: Readonly<Record<string, string>> = {
  moral: 'sanksi moral',
  ringan: 'sanksi ringan',
  sedang: 'sanksi sedang',
  berat: 'sanksi berat',
  pemberhentian: 'pemberhentian',
}

const SCOPES: Readonly<Record<string, string>> = {
  presiden: 'pemilihan Presiden',
  dpr: 'pemilihan anggota DPR',
  dpd: 'pemilihan anggota DPD',
  dprd: 'pemilihan anggota DPRD',
  'kepala-daerah': 'pemilihan kepala daerah',
}

/** 'sanksi sedang atau sanksi berat'. */
export const levelWords = (levels: readonly string[]): string =>
  levels.map(level => LEVELS[level] ?? level).join(' atau ')

/** What a reading leads to for the form of violation of the report, a sentence each. */
export const readingSentences = {
  suggested: (band: BandWords, form: string) =>
    `Untuk bentuk “${form}” disarankan ${band.legalBasis}: ${levelWords(band.levels)}.`,
  kinds: (band: BandWords) => `Jenisnya (${band.citation}): ${band.sanctions.join('; ')}.`,
  withoutSanction: (band: BandWords) =>
    `${band.citation} melarang tanpa menyebut sanksi; tidak ada sanksi yang dapat diusulkan dari sini.`,
  byAgency: (band: BandWords, basis: string) =>
    `${band.citation} tidak menyebut tingkat sanksi${basis === '' ? '' : ` (${basis})`}; tingkatnya perlu dicari di luar pasal ini.`,
  noProhibition: (label: string, scope: string) =>
    `${label} tidak memuat larangan untuk bentuk ini pada ${SCOPES[scope] ?? 'pemilihan ini'}.`,
  nothing: (label: string) =>
    `${label} tidak mempunyai ketentuan yang disarankan untuk bentuk ini; ketentuannya perlu dicari sendiri atau lewat kode etik.`,
  onlyObligation: (citations: string) => `Yang tersisa hanya kewajiban umum: ${citations}.`,
  borrowed: (level: string, from: string, basis: string) =>
    `Jenis ${levelWords([level])} masih dipinjam dari ${from} (${basis}).`,
  ethics: (citation: string) =>
    `Selama yang didukung belum ditetapkan sebagai calon, perbuatan dinilai lewat kode etik: ${citation}.`,
  notDesignated: () =>
    'Tanggal penetapan calon tidak tercatat; bila belum ada penetapan pada hari perbuatan, kode etik yang dipakai.',
  heavier: (label: string, own: string, other: string) =>
    `Lebih berat daripada ${label}: ${own}, bukan ${other}.`,
  lighter: (label: string, own: string, other: string) =>
    `Lebih ringan daripada ${label}: ${own}, bukan ${other}.`,
  same: (label: string) => `Tingkat sanksi terberatnya sama dengan ${label}.`,
  sameOtherKinds: (label: string) =>
    `Tingkat sanksi terberatnya sama dengan ${label}, tetapi jenis sanksinya berbeda.`,
  onlyHere: (label: string) => `${label} tidak memungkinkan sanksi apa pun; bacaan ini memungkinkannya.`,
  onlyThere: (label: string) => `${label} memungkinkan sanksi; bacaan ini tidak.`,
  uncertain: () => 'Anjuran paket hukum untuk bentuk ini kurang pasti; periksa naskah peraturannya.',
} as const

/** Levels of a reading in a comparison. */
export const noSanctionWords = 'tanpa sanksi'

/** What the other rulebook says to one finding. */
export const comparisonNotes = {
  suggested: () => 'Belum ada temuan; ini anjuran untuk bentuk perbuatannya.',
  successor: (label: string) => `Padanan langsung di ${label}.`,
  byForm: (label: string) =>
    `Tidak ada padanan langsung di ${label}; ini yang disarankan untuk bentuk perbuatannya.`,
  none: (label: string) => `${label} tidak memuat larangan seperti ini; temuan ini tidak akan ada di sana.`,
  noProhibition: readingSentences.noProhibition,
  ethics: () => 'Kode etik tidak bergantung pada buku aturan disiplin.',
  statute: () => 'Undang-undang ini berlaku di samping kedua buku aturan.',
  withoutSanction: (citation: string) => `${citation} melarang tanpa menyebut sanksi.`,
  otherKinds: () => 'Tingkatnya sama, jenis sanksinya berbeda.',
  borrowed: (from: string) => `Jenis sanksi sedang dipinjam dari ${from}.`,
} as const
