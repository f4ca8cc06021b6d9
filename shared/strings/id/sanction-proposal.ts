import { type CivilDate, formatDate } from '../../dates.ts'

// The reasoning behind a proposed sanction, a sentence each: which fact, which rule. Citations, levels and
// names of sanctions come from the law pack and are handed in.

const SCOPES: Readonly<Record<string, string>> = {
  presiden: 'Presiden dan Wakil Presiden',
  dpr: 'DPR',
  dpd: 'DPD',
  dprd: 'DPRD',
  'kepala-daerah': 'kepala daerah',
}
const scopeName = (scope: string) => SCOPES[scope] ?? scope
const list = (items: readonly string[], last = 'dan') => {
  if (items.length < 2) return items[0] ?? ''
  if (items.length === 2) return `${items[0]} ${last} ${items[1]}`
  return `${items.slice(0, -1).join(', ')}, ${last} ${items.at(-1)}`
}
/** A sentence of the pack, with a stop at its end. */
const ended = (text: string) => (text === '' || text.endsWith('.') ? text : `${text}.`)
const noted = (text: string | undefined) => (text ? ` ${ended(text)}` : '')

/** Sentences of `proposeSanction`, by step. */
export const proposalSentences = {
  ethicsTrack: (basis: string) =>
    `Perbuatan terjadi sebelum penetapan calon, sehingga dinilai pada jalur kode etik (${basis}).`,
  stageCut: (summary: string) => `Titik potong tahap calon: ${ended(summary)}`,
  otherRulebook: (name: string, rulebook: string, counterparts: readonly string[]) =>
    `${name} bukan bagian ${rulebook} yang dipakai, jadi tidak menjadi dasar usul sanksi.${
      counterparts.length > 0
        ? ` Padanannya: ${list(counterparts)}.`
        : ' Paket hukum tidak mencatat padanannya.'
    } Periksa pasal atau aturan yang dipilih.`,
  otherPerson: (name: string, status: string) =>
    `${name} tidak ditujukan kepada terlapor berstatus ${status}, jadi tidak menjadi dasar usul sanksi.`,
  notInForce: (
    name: string,
    regulation: string,
    actOn: CivilDate,
    period: { from: CivilDate; to: CivilDate | null },
    counterparts: readonly string[],
  ) =>
    `${name} tidak menjadi dasar usul: ${regulation} berlaku mulai ${formatDate(period.from)}${
      period.to ? ` sampai ${formatDate(period.to)}` : ''
    }, sedangkan perbuatan terjadi pada ${formatDate(actOn)}.${
      counterparts.length > 0 ? ` Yang berlaku saat itu: ${list(counterparts)}.` : ''
    } Periksa pasal atau tanggalnya.`,
  statusNotNamed: (name: string, status: string, named: readonly string[]) =>
    `${name} hanya menyebut ${list(named)}, tidak menyebut ${status}; apakah menjangkau terlapor harus diperiksa orang.`,
  needsCandidate: (name: string, ethics: string) =>
    `${name} mensyaratkan pihak yang didukung sudah ditetapkan sebagai calon; sebelum itu dipakai ${ethics}.`,
  staysOnEthicsTrack: (name: string) =>
    `Rumusan ${name} tidak mensyaratkan calon, jadi tetap berlaku sebelum penetapan calon.`,
  otherElection: (name: string, scope: string, reach: readonly string[]) =>
    `${name} hanya menjangkau pemilihan ${list(reach.map(scopeName))}; pemilihan ${scopeName(scope)} tidak terjangkau, jadi tidak ada sanksi yang diusulkan dari pasal ini.`,
  gapAlternatives: (names: readonly string[], ethics: string) =>
    `Celah itu tidak ditutup oleh program. Yang dapat dipertimbangkan manusia: ${list([...names, `jalur kode etik ${ethics}`], 'atau')}.`,
  debatedScope: (name: string, scope: string, note: string) =>
    `Penerapan ${name} pada pemilihan ${scopeName(scope)} dapat diperdebatkan.${noted(note)}`,
  noSanction: (name: string, note: string | undefined) =>
    `${name} tidak dipetakan ke sanksi apa pun, jadi tidak ada usul otomatis.${noted(note)}`,
  levelElsewhere: (name: string, basis: string) =>
    `${name} tidak menyebut tingkat sanksinya (${basis}), jadi tidak ada usul otomatis; tingkatnya dicari manusia pada aturan itu.`,
  principleOnly: (name: string) =>
    `${name} tidak memuat sanksi disiplin; dipakai sebagai dasar penguat, bukan dasar usul sanksi.`,
  band: (basis: string, levels: readonly string[], kinds: readonly string[]) =>
    `Terbukti melanggar ${basis}: sanksi tingkat ${list(levels, 'atau')}${
      kinds.length > 0 ? `, yaitu ${list(kinds, 'atau')}` : ''
    }.`,
  tierOpen: (name: string, tiers: readonly { level: string; condition: string }[]) =>
    `Tingkat sanksi ${name} bergantung pada syarat yang belum dipilih: ${list(
      tiers.map(tier => `${tier.level} bila ${tier.condition}`),
      'atau',
    )}.`,
  tierUnknown: (name: string, level: string) =>
    `Tingkat ${level} tidak ada pada ${name}; semua tingkat pasal itu ditampilkan.`,
  borrowed: (level: string, lender: string, note: string | undefined) =>
    `Jenis sanksi tingkat ${level} diambil dari ${lender}.${noted(note)}`,
  uncertain: (name: string, confidence: number) =>
    `Keyakinan paket hukum atas ${name} hanya ${Math.round(confidence * 100)} persen; harus diperiksa orang pada naskahnya.`,
  barred: (name: string, sanction: string, source: string) =>
    `Perbuatan ini sudah dijatuhi ${sanction} (${source}), jadi ${name} tidak boleh dihukum disiplin lagi.`,
  barredUnknown: (name: string, source: string) =>
    `Menurut catatan (${source}) perbuatan ini sudah dijatuhi sanksi, tetapi jenisnya tidak diketahui; ${name} ditahan sampai manusia memeriksanya.`,
  sanctionedOtherwise: (sanction: string, source: string) =>
    `${sanction} (${source}) bukan hukuman disiplin, jadi tidak menghalangi dan tidak memperberat usul ini.`,
  heaviest: (name: string, levels: readonly string[], others: readonly string[]) =>
    `Ada ${others.length + 1} pelanggaran; hanya satu sanksi yang dijatuhkan, yaitu yang terberat: ${name} (tingkat ${list(levels, 'atau')}). Yang lain, ${list(others)}, tidak dijatuhi sanksi disiplin sendiri.`,
  heaviestOpen: () => 'Pelanggaran mana yang terberat bergantung pada tingkat yang belum dipilih.',
  earlierNotSanctioned: (state: 'alleged' | 'proven', source: string) =>
    state === 'alleged'
      ? `Dugaan dalam perkara lain (${source}) belum diputus, jadi tidak memperberat dan tidak menghalangi.`
      : `Perkara lain (${source}) terbukti tetapi belum dijatuhi sanksi, jadi tidak memperberat dan tidak menghalangi.`,
  repeated: (sanction: string, on: CivilDate | null, source: string) =>
    `Terlapor pernah dijatuhi ${sanction}${on ? ` pada ${formatDate(on)}` : ''} (${source}) untuk pelanggaran yang sifatnya sama, jadi sanksinya harus lebih berat.`,
  maybeRepeated: (sanction: string, source: string) =>
    `Terlapor pernah dijatuhi ${sanction} (${source}) untuk pelanggaran netralitas lain; apakah sifatnya sama dinilai manusia. Bila sama, sanksinya harus lebih berat.`,
  repeatedKindUnknown: (source: string) =>
    `Terlapor pernah dijatuhi sanksi (${source}) untuk pelanggaran yang sifatnya sama, tetapi jenisnya tidak diketahui; carilah jenis itu lebih dahulu karena sanksi baru harus lebih berat.`,
  otherNature: (sanction: string, source: string) =>
    `${sanction} (${source}) dijatuhkan untuk pelanggaran yang sifatnya lain, jadi tidak memperberat.`,
  actBeforeSanction: (sanction: string, on: CivilDate, source: string) =>
    `${sanction} (${source}) dijatuhkan pada ${formatDate(on)}, tidak sebelum perbuatan ini; apakah ini pengulangan dinilai manusia.`,
  aggravated: (kinds: readonly string[]) =>
    `Semua jenis pada tingkat pasal itu tidak lebih berat dari sanksi terakhir; yang lebih berat di luar tingkat itu: ${list(kinds, 'atau')}. Keluar dari tingkat pasal diputus manusia, dengan alasan.`,
  narrowed: (kinds: readonly string[]) =>
    `Yang lebih berat dari sanksi terakhir dan masih dalam tingkat pasal itu: ${list(kinds, 'atau')}.`,
  nothingHeavier: () =>
    'Tidak ada jenis sanksi yang lebih berat dari sanksi terakhir; putusannya di tangan manusia.',
  ranksOfTwoRulebooks: (earlier: string, now: string) =>
    `Berat sanksi ${earlier} dan ${now} dibandingkan menurut urutan jenisnya; perbandingan itu harus diperiksa orang.`,
  moral: (basis: string, kinds: readonly string[]) => `${basis}: ${list(kinds, 'atau')}.`,
  moralByTrack: (basis: string, kinds: readonly string[]) =>
    `Bila unsur ${basis} terbukti, sanksinya ${list(kinds, 'atau')}.`,
  moralBeside: (summary: string) => `Sanksi moral berdiri di samping sanksi disiplin: ${ended(summary)}`,
  dismissal: (basis: string, kinds: readonly string[]) =>
    `Terbukti ${basis}: ${list(kinds, 'atau')}. Ini pemberhentian menurut undang-undang, bukan sanksi disiplin.`,
  dismissalKindUnknown: (basis: string) =>
    `Terbukti ${basis}: pemberhentian, tetapi paket hukum tidak mencatat jenisnya untuk tanggal perbuatan ini.`,
  contradiction: (names: readonly string[], note: string) =>
    `Dua naskah bertentangan tentang ${list(names)}.${noted(note)} Manusia yang memutuskan.`,
  referral: (name: string, basis: string) =>
    `${name} bersegi pidana (${basis}); teruskan kepada yang berwenang.`,
  possibleReferral: (name: string, basis: string) =>
    `${name} mungkin ikut terlanggar dan bersegi pidana (${basis}); periksa unsurnya sebelum meneruskan.`,
  notReferred: (name: string, basis: string) => `${name} tidak diteruskan otomatis: ${ended(basis)}`,
  criminalBeside: (summary: string) => ended(summary),
  seconded: (summary: string) => `Terlapor bertugas di luar instansi induknya. ${ended(summary)}`,
  officialDidNotSanction: (summary: string) =>
    `Pejabat tidak menjatuhkan sanksi yang diminta. ${ended(summary)}`,
  noSanctionsInRulebook: (rulebook: string) =>
    `Paket hukum tidak memuat jenis sanksi ${rulebook}; tidak ada usul otomatis.`,
  nothingToPropose: () => 'Tidak ada sanksi yang dapat diusulkan otomatis dari ketentuan yang terbukti.',
} as const

/** What a missing piece of an earlier outcome is called. */
export const unknownSanction = 'sanksi yang tidak tercatat jenisnya'
