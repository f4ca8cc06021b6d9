import { type CivilDate, formatDate } from '../../../shared/dates.ts'

/** What the commands about rulebooks and sanctions say, in Indonesian. */
export const readingWords = {
  byActDate: (on: CivilDate) => `berlaku pada tanggal perbuatan, ${formatDate(on)}`,
  byRange: (on: CivilDate) => `berlaku pada sebagian waktu perbuatan, sampai ${formatDate(on)}`,
  bySilence: 'berlaku kemudian; aturan peralihannya tidak tercatat dalam paket hukum',
  kinds: (level: string, kinds: readonly string[]) => `Sanksi ${level}: ${kinds.join('; ')}.`,
  borrowed: (level: string, lender: string, basis: string) =>
    `Jenis sanksi ${level} diambil dari ${lender} (${basis}).`,
  noKinds: (label: string) => `Paket hukum tidak memuat jenis sanksi ${label}.`,
  ethics: (provision: string, kinds: readonly string[]) =>
    `Dinilai menurut ${provision}. ${kinds.join(' atau ')}.`,
  stillDiscipline:
    'Rumusan yang tidak mensyaratkan calon (partai politik, undang-undang) tetap dapat dipakai.',
  readAs: (given: string, counterpart: string) => `${given} dibaca sebagai padanannya, ${counterpart}.`,
  proposed: (levels: readonly string[], kinds: readonly string[]) =>
    `Usul sanksi disiplin tingkat ${levels.join(' atau ')}: ${kinds.join('; ')}.`,
  aggravated: (levels: readonly string[], kinds: readonly string[]) =>
    `Karena pengulangan, usul sanksi disiplin di luar tingkat pasal, tingkat ${levels.join(' atau ')}: ${kinds.join('; ')}.`,
  moral: (kinds: readonly string[]) => `${kinds.join(' atau ')}.`,
  dismissal: (kinds: readonly string[]) => `Pemberhentian: ${kinds.join('; ')}.`,
  barred: (count: number) => `${count} pelanggaran tidak boleh dihukum lagi.`,
  referred: (citations: readonly string[]) => `Diteruskan karena segi pidana: ${citations.join('; ')}.`,
  basis: (citation: string) => `Dasar: ${citation}.`,
  nothing: 'Tidak ada sanksi yang diusulkan otomatis.',
  future: (on: CivilDate) =>
    `Tanggal perbuatan ${formatDate(on)} belum tiba; hukum pada hari itu masih dapat berubah, jadi jawaban ini harus diperiksa orang.`,
} as const

/** What the selection says beside the rulebook. */
export const besideWords = {
  extended: (status: string, label: string, citation: string) =>
    `Terlapor berstatus ${status}; ${label} berlaku juga baginya (${label} ${citation}).`,
  statute: (label: string | null) =>
    label === null
      ? 'Paket hukum tidak memuat undang-undang kepegawaian untuk tanggal perbuatan.'
      : `Undang-undang kepegawaian pada tanggal perbuatan: ${label}.`,
  laterStatute: (label: string, from: CivilDate) =>
    `Perhatian: perbuatan berlanjut melewati ${formatDate(from)}, ketika ${label} mulai berlaku sebagai undang-undang kepegawaian.`,
  guideline: (label: string) => `Pedoman netralitas pada tanggal perbuatan: ${label}.`,
  laterGuideline: (label: string, from: CivilDate) =>
    `Perhatian: perbuatan berlanjut melewati ${formatDate(from)}, ketika pedoman ${label} mulai berlaku.`,
  objection: (rule: string) => `Upaya administratif: ${rule}.`,
  pendingObjection: (citation: string, summary: string) =>
    `Hanya bila upaya itu masih tertunda ketika aturannya berganti, dua naskah saling bertentangan (${citation}): ${summary} Untuk itu manusia yang memutuskan.`,
} as const

/** What stands in a facts file without being an error. */
export const factsWarnings = {
  unknownField: (at: string) => `Isian ${at} tidak dikenal dan diabaikan.`,
  otherRulebook: (provision: string, rulebook: string) =>
    `${provision} bukan bagian ${rulebook}; tidak ada sanksi yang diusulkan dari pasal itu.`,
  sanctionMissing: (at: string) =>
    `${at}: sanksinya tidak disebut, jadi pengulangan tidak dapat ditimbang otomatis.`,
  onlyForms:
    'Hanya bentuk pelanggaran yang diberikan: yang dicetak saran pasal, bukan temuan dan bukan usul sanksi.',
  notAViolation: (form: string) => `Bentuk “${form}” sendiri bukan pelanggaran.`,
  unsureForm: (form: string, confidence: number) =>
    `Keyakinan paket hukum atas pasal untuk bentuk “${form}” hanya ${Math.round(confidence * 100)} persen; harus diperiksa orang.`,
} as const

type SelectionText = {
  label: string
  track: 'discipline' | 'ethics'
  disciplineLabel: string
  requiresHumanDecision: boolean
  readings: readonly {
    label: string
    track: 'discipline' | 'ethics'
    basis: string
    consequences: readonly string[]
  }[]
  trace: readonly string[]
}

/** The selection as text for a terminal. */
export function selectionText(report: SelectionText): string {
  return [
    `Aturan: ${report.label}, ${trackOf(report)}.`,
    report.requiresHumanDecision
      ? 'Hukumnya tidak memberi satu jawaban: manusia yang memilih, dengan alasan.'
      : 'Hukumnya memberi satu jawaban.',
    '',
    'Bacaan:',
    ...report.readings.flatMap((reading, n) => [
      `  ${n + 1}. ${reading.label}${reading.track === 'ethics' ? ' (kode etik)' : ''}: ${reading.basis}`,
      ...reading.consequences.map(sentence => `     - ${sentence}`),
    ]),
    '',
    'Jejak:',
    ...numbered(report.trace),
  ].join('\n')
}

function trackOf({ track, readings, disciplineLabel }: SelectionText): string {
  if (track === 'discipline') return 'jalur disiplin'
  // The ethics provision of the track does not speak to everybody; then the discipline reading stands first.
  const isEthicsFirst = readings[0]?.track === 'ethics'
  return isEthicsFirst
    ? `jalur kode etik; aturan disiplinnya ${disciplineLabel}`
    : 'sebelum penetapan calon; jalur kode etik ditimbang manusia'
}

export function numbered(sentences: readonly string[]): string[] {
  return sentences.map((sentence, n) => `  ${n + 1}. ${sentence}`)
}

type ProposalText = {
  proposal: { summary: readonly string[]; requiresHumanDecision: boolean } | null
  suggestions: readonly {
    label: string
    provisions: readonly { citation: string }[]
    alsoConsider: readonly { citation: string }[]
  }[]
  warnings: readonly string[]
  proposalTrace: readonly string[]
  /** The reasons under the readings after the first. */
  otherTraces: readonly { label: string; trace: readonly string[] }[]
}

/** What is proposed, after the selection. */
export function proposalText(report: ProposalText): string {
  const { proposal, suggestions, warnings, proposalTrace, otherTraces } = report
  const lines: string[] = []
  if (proposal) {
    lines.push('', 'Usul:', ...proposal.summary.map(sentence => `  - ${sentence}`))
    if (proposal.requiresHumanDecision) lines.push('  Ada yang harus diputus manusia; lihat jejaknya.')
    lines.push('', 'Jejak usul:', ...numbered(proposalTrace))
    for (const { label, trace } of otherTraces) {
      lines.push('', `Jejak usul bila dipilih ${label}:`, ...numbered(trace))
    }
  }
  if (suggestions.length > 0) {
    lines.push('', 'Saran pasal:')
    for (const { label, provisions, alsoConsider } of suggestions) {
      const cite = (list: readonly { citation: string }[]) => list.map(entry => entry.citation).join('; ')
      lines.push(`  - ${label}: ${provisions.length === 0 ? 'tidak ada' : cite(provisions)}`)
      if (alsoConsider.length > 0) lines.push(`    Pertimbangkan juga: ${cite(alsoConsider)}`)
    }
  }
  if (warnings.length > 0) lines.push('', 'Perhatian:', ...warnings.map(warning => `  - ${warning}`))
  return lines.join('\n')
}
