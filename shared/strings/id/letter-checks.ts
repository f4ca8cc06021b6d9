import type { ErrorFacts } from './errors.ts'
import { letterVariable } from './letter-variables.ts'

/** What the check panel of a letter says, by code; facts name the place. */
const sentences: Readonly<Record<string, (facts: ErrorFacts) => string>> = {
  'letters.bodyInvalid': () => 'Naskah memuat bagian yang tidak dikenal',
  'letters.bodyEmpty': () => 'Naskah masih kosong',
  'letters.bodyComplete': () => 'Naskah lengkap',
  'letters.variableMissing': f => `Isian “${letterVariable(String(f.name))}” belum ada nilainya`,
  'letters.noAddressee': () => 'Alamat tujuan belum diisi',
  'letters.addressed': f => `Alamat: ${f.addressee}`,
  'letters.addresseeForm': () => 'Alamat biasanya dimulai dengan “Yth.”',
  'letters.addressedToRespondent': () => 'Surat ditujukan kepada terlapor sendiri',
  'letters.reporterNamed': () => 'Surat menyebut pelapor yang dilindungi',
  'letters.reporterNotNamed': () => 'Pelapor tidak disebut',
  'letters.decisionDiffers': () => 'Kesimpulan berbeda dengan putusan sidang pleno',
  'letters.decisionMatches': () => 'Kesimpulan sama dengan putusan sidang pleno',
  'letters.sanctionDiffers': f => `Sanksi menurut sidang pleno tidak disebut: ${f.sanction}`,
  'letters.sanctionMatches': () => 'Sanksi sama dengan putusan sidang pleno',
  'letters.otherSanctionNamed': f => `Sanksi lain juga disebut: ${f.sanction}`,
  'letters.exhibitChanged': f => `Bukti berubah: ${f.exhibits}`,
  'letters.noProvenFinding': () => 'Tidak ada temuan terbukti yang sudah ditelaah',
  'letters.elementWithoutExhibit': f => `Unsur terbukti tanpa bukti: ${f.element}`,
  'letters.exhibitsComplete': f => `Setiap unsur terbukti mempunyai bukti (${f.count} bukti)`,
  'letters.plenaryOpen': f => `Sidang ${f.number} belum ditutup`,
  'letters.plenaryClosed': f => `Sidang ${f.number} sudah ditutup`,
  'letters.decisionReplaced': f => `Putusan ini sudah digantikan: ${f.cite}`,
  'letters.authorityInvolved': f => `${f.authority} ikut berkepentingan, tetapi surat dialamatkan kepadanya`,
  'letters.conflictLifted': () => 'Surat dialamatkan ke atasan PPK, tetapi benturannya sudah dicabut',
  'letters.traceChanged': f => `Sumber berubah: ${f.label}`,
  'letters.tracesCurrent': () => 'Semua paragraf sesuai dengan sumbernya',
  'letters.numberPending': () => 'Belum bernomor; nomor diambil saat finalisasi',
  'letters.numbered': f => `Nomor ${f.number}`,
}

/** The sentence of one check. */
export function letterCheckSentence(code: string, facts: ErrorFacts = {}): string {
  return sentences[code]?.(facts) ?? 'Butir ini tidak dikenal versi program ini'
}
