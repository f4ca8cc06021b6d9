import { cases } from './cases.ts'
import { decisionHistory } from './decision-history.ts'
import type { ErrorFacts } from './errors.ts'

type Facts = ErrorFacts
const stances: Readonly<Record<string, string>> = { supports: 'mendukung', contradicts: 'membantah' }
const elementStates: Readonly<Record<string, string>> = {
  proven: 'terbukti',
  notProven: 'tidak terbukti',
  insufficient: 'bukti kurang',
  notAssessed: 'belum dinilai',
}
const conclusions: Readonly<Record<string, string>> = {
  proven: 'terbukti',
  notProven: 'tidak terbukti',
  undecided: 'belum disimpulkan',
}
const integrities: Readonly<Record<string, string>> = {
  intact: 'sidik cocok',
  changed: 'sidik TIDAK cocok',
  missing: 'berkas hilang',
}

/** Where and about whom a step on a finding was, as far as its entry says. */
const about = (f: Facts) => [f.citation, f.person].filter(Boolean).join(', ')
const kind = (f: Facts) =>
  (cases.summary.kind as Readonly<Record<string, string>>)[String(f.kind)]?.toLowerCase() ??
  String(f.kind ?? '')

/** What the readable history says; the person's name stands before it, `subject` is the thing's number. */
const sentences: Readonly<Record<string, (facts: Facts, subject: string) => string>> = {
  ...decisionHistory,
  'system.seed': (f, subject) =>
    `membuat perkara contoh ${subject} dari laporan ${f.reportNumber} (data rekaan)`,
  'reports.register': (f, subject) => `mendaftarkan laporan ${subject} dengan ${f.persons} terlapor`,
  'reports.revealReporter': f => `melihat identitas pelapor yang dilindungi: ${f.reason}`,
  'cases.open': (f, subject) =>
    `membuka perkara ${subject} dari laporan ${f.reportNumber} menurut ${f.rulebook}; petugas: ${f.people}`,
  'cases.assign': f => `menugaskan ${f.name} sebagai ${kind(f)}`,
  'cases.unassign': f => `melepas ${f.name} sebagai ${kind(f)}`,
  'evidence.takeIn': (f, subject) =>
    f.sha256
      ? `memasukkan bukti ${subject}: ${f.fileName}`
      : `mencoba memasukkan berkas; ${f.refused} tidak diterima`,
  'evidence.open': (f, subject) => `membuka bukti ${subject}, ${integrities[String(f.integrity)] ?? ''}`,
  'evidence.verify': (_f, subject) => `memeriksa ulang sidik bukti ${subject}`,
  'evidence.describe': (f, subject) => `mengubah kartu asal bukti ${subject}: ${f.title}`,
  'evidence.export': (f, subject) => `mengekspor salinan bukti ${subject} (${f.purpose})`,
  'findings.add': f => `menambah temuan ${about(f)}`,
  'findings.withdraw': f => `menarik temuan ${about(f)}`,
  'findings.assess': f =>
    `menilai unsur “${f.element}” ${elementStates[String(f.state)] ?? ''} (${about(f)})`,
  'findings.link': f =>
    f.stance === undefined
      ? `mengubah catatan kaitan ${f.number} dengan unsur “${f.element}” (${about(f)})`
      : `mengaitkan ${f.number} yang ${stances[String(f.stance)] ?? ''} unsur “${f.element}” (${about(f)})`,
  'findings.unlink': f => `melepas kaitan ${f.number} dari unsur “${f.element}” (${about(f)})`,
  'findings.conclude': f => `menyimpulkan ${conclusions[String(f.conclusion)] ?? ''} (${about(f)})`,
  'findings.propose': f => `mengusulkan sanksi (${about(f)})`,
  'findings.submit': f => `menyerahkan temuan untuk ditelaah (${about(f)})`,
  'findings.reopen': f => `membuka lagi temuan (${about(f)})`,
  'findings.review': f =>
    `${f.outcome === 'returned' ? 'mengembalikan' : 'menyetujui'} temuan sebagai penelaah (${about(f)})`,
  'findings.printMatrix': () => 'mencetak matriks unsur',
}

/** One step of a case as a sentence without its subject: 'membuka bukti P-4, sidik cocok'. */
export function caseHistorySentence(method: string, facts: Facts, subject: string): string {
  return sentences[method]?.(facts, subject) ?? `melakukan ${method} pada ${subject}`
}
