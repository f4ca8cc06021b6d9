import type { REJECTIONS } from '../../contract/plenary-shapes.ts'

type Rejection = (typeof REJECTIONS)[number]

/** "3f2a9c01…" as two groups of four, to be compared by eye. */
const shortSeal = (hash: string) =>
  hash
    .slice(0, 8)
    .toUpperCase()
    .replace(/^(.{4})/, '$1 ')

/** Texts of sealed ballots: seats, replacement, files that carry ballots, the ceremony that opens them. */
export const ballots = {
  seal: (hash: string) => `Segel ${shortSeal(hash)}`,
  sealOf: (name: string, hash: string) => `${name} · segel ${shortSeal(hash)}`,
  replaced: (n: number) =>
    n === 1 ? 'Pernah diganti; kedua segel disimpan.' : `Diganti ${n} kali; semua segel disimpan.`,
  seatMenu: (name: string) => `Langkah untuk ${name}`,
  cast: 'Beri suara',
  replace: 'Ganti suara',
  replaceOf: (name: string) => `Ganti suara ${name}`,
  left: 'Catat pulang',
  leftWhy:
    'Anggota yang belum bersuara dan pulang tidak lagi ditunggu. Pemegang segel yang lain tetap dapat membuka suara.',
  leftQuestion: (name: string) => `Catat bahwa ${name} meninggalkan sidang?`,
  iAmRecused: 'Anda mengundurkan diri dari perkara ini dan tidak bersuara.',
  rejected: 'Suara yang tidak dihitung',
  rejectedNote: 'Disimpan dan disebut dalam berita acara, tidak pernah dihitung.',
  rejectedBallot: (name: string, person: string) =>
    `${name || 'Tidak dikenal'}, untuk ${person || 'orang yang tidak dikenal'}`,
  reasons: {
    late: 'datang setelah suara dibuka',
    duplicate: 'suara kedua; anggota ini sudah bersuara di laptop lain',
    tampered: 'isinya berubah setelah disegel',
    unknownKey: 'tidak ditandatangani dengan kunci anggota ini',
    notAMember: 'bukan dari anggota sidang ini',
    recused: 'anggota ini mengundurkan diri dari perkara',
    absent: 'anggota ini tidak tercatat hadir',
    unknownVote: 'bukan untuk pemungutan suara di laptop ini',
  } as const satisfies Readonly<Record<Rejection, string>>,
  annulled: 'Pemungutan suara sebelumnya dibatalkan',
  annulledWhy: (reason: string) =>
    `Alasan: ${reason} Suaranya tetap tersegel dan disebut dalam berita acara.`,
  annul: 'Batalkan pemungutan suara',
  annulTitle: (name: string) => `Batalkan pemungutan suara untuk ${name}`,
  annulWhy:
    'Hanya bila suaranya tidak dapat dibuka. Suara tetap tersegel, alasannya masuk berita acara, dan pemungutan suara baru dapat dibuka.',
  annulReason: 'Alasan',
  files: {
    menu: 'Berkas suara',
    export: 'Simpan suara tersegel ke berkas',
    exportName: (number: string) => `Suara tersegel ${number.replaceAll('/', '-')}.json`,
    exported: (n: number, name: string) => `${n} suara tersegel tersimpan: ${name}`,
    exportOff: 'Disimpan oleh anggota atau pemimpin sidang.',
    import: 'Ambil berkas suara dari laptop lain',
    importOff: 'Diambil oleh ketua atau wakil ketua.',
    recount: 'Simpan bahan hitung ulang',
    recountName: (number: string) => `Hitung ulang ${number.replaceAll('/', '-')}.json`,
    recounted: (votes: number, name: string) =>
      `Bahan hitung ulang ${votes} pemungutan suara tersimpan: ${name}`,
    recountOff: 'Ada setelah suara pertama dibuka.',
    noVote: 'Belum ada suara yang tersegel.',
    title: 'Suara dari laptop lain',
    accepted: (n: number) => (n === 0 ? 'Tidak ada suara baru.' : `${n} suara diterima`),
    known: (n: number) => `${n} suara sudah ada di laptop ini sebelumnya.`,
    done: 'Selesai',
  },
} as const

/** Texts of the ceremony at the close: the holders open the ballots together. */
export const opening = {
  action: 'Buka suara bersama',
  title: 'Buka suara bersama',
  why: 'Suara hanya terbuka bila cukup banyak pemegang segel memasukkan frasa sandinya. Sampai saat itu tidak seorang pun, juga pemilik laptop ini, dapat membacanya.',
  scope: 'Yang dibuka',
  person: (name: string) => `Hanya ${name}`,
  case: (number: string, n: number) => `Semua ${n} orang dalam perkara ${number}`,
  meeting: (n: number) => `Semua ${n} suara yang sudah lengkap`,
  needed: (needed: number, of: number) => `Perlu ${needed} dari ${of} anggota.`,
  given: (n: number, needed: number) => `${n} dari ${needed} pembuka sudah masuk`,
  missing: (n: number) => `Masih perlu ${n} anggota lagi.`,
  enough: 'Cukup. Suara dapat dibuka.',
  self: 'Anda, dengan kunci yang sudah terbuka',
  entered: 'Frasa sandi sudah dimasukkan',
  takeBack: (name: string) => `Keluarkan ${name} dari daftar pembuka`,
  openers: 'Pembuka',
  member: 'Anggota',
  passphrase: (name: string) => `Frasa sandi ${name}`,
  chooseFirst: 'Frasa sandi',
  add: 'Masukkan',
  open: 'Buka suara',
  wrong: (name: string) => `Frasa sandi ${name} tidak cocok. Suara tetap tersegel. Masukkan lagi.`,
  damagedNext:
    'Suara yang rusak dapat diganti oleh pemiliknya selagi suara belum dibuka, atau pemungutan suara dibatalkan dan diulang.',
  tieRule: 'Bila suara sama banyak, diputus menurut tata tertib yang tercatat dalam data lembaga.',
} as const
