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
  objection: (rule: string, note: string | undefined) =>
    `Upaya administratif: ${rule}.${note ? ` ${note}` : ''}`,
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
  notAViolation: (form: string) => `Bentuk ${form} sendiri bukan pelanggaran.`,
  unsureForm: (form: string) => `Pemetaan bentuk ${form} belum pasti; periksa pasalnya.`,
} as const

type SelectionText = {
  rulebook: string
  label: string
  track: 'discipline' | 'ethics'
  disciplineRulebook: string
  requiresHumanDecision: boolean
  readings: readonly { label: string; rulebook: string; basis: string; consequences: readonly string[] }[]
  trace: readonly string[]
}

/** The selection as text for a terminal. */
export function selectionText(report: SelectionText): string {
  const track = report.track === 'ethics' ? 'jalur kode etik' : 'jalur disiplin'
  const beside = report.track === 'ethics' ? `; aturan disiplinnya ${report.disciplineRulebook}` : ''
  return [
    `Aturan: ${report.label} (${report.rulebook}), ${track}${beside}.`,
    report.requiresHumanDecision
      ? 'Hukumnya tidak memberi satu jawaban: manusia yang memilih, dengan alasan.'
      : 'Hukumnya memberi satu jawaban.',
    '',
    'Bacaan:',
    ...report.readings.flatMap((reading, n) => [
      `  ${n + 1}. ${reading.label} (${reading.rulebook}): ${reading.basis}`,
      ...reading.consequences.map(sentence => `     - ${sentence}`),
    ]),
    '',
    'Jejak:',
    ...numbered(report.trace),
  ].join('\n')
}

export function numbered(sentences: readonly string[]): string[] {
  return sentences.map((sentence, n) => `  ${n + 1}. ${sentence}`)
}

type ProposalText = {
  proposal: { summary: readonly string[]; requiresHumanDecision: boolean } | null
  suggestions: readonly { label: string; provisions: readonly { citation: string }[] }[]
  warnings: readonly string[]
  proposalTrace: readonly string[]
}

/** What is proposed, after the selection. */
export function proposalText(report: ProposalText): string {
  const { proposal, suggestions, warnings, proposalTrace } = report
  const lines: string[] = []
  if (proposal) {
    lines.push('', 'Usul:', ...proposal.summary.map(sentence => `  - ${sentence}`))
    if (proposal.requiresHumanDecision) lines.push('  Ada yang harus diputus manusia; lihat jejaknya.')
    lines.push('', 'Jejak usul:', ...numbered(proposalTrace))
  }
  if (suggestions.length > 0) {
    lines.push('', 'Saran pasal:')
    for (const { label, provisions } of suggestions) {
      const cited = provisions.map(entry => entry.citation).join('; ')
      lines.push(`  - ${label}: ${cited === '' ? 'tidak ada' : cited}`)
    }
  }
  if (warnings.length > 0) lines.push('', 'Perhatian:', ...warnings.map(warning => `  - ${warning}`))
  return lines.join('\n')
}
