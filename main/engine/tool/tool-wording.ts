import { formatDate, parseCivilDate } from '../../../shared/dates.ts'
import { errorSentence } from '../../../shared/strings/id/errors.ts'
import type { ChainFault } from '../audit-chain/verify-chain.ts'
import type { ErrorFacts } from '../errors.ts'
import type { Verdict } from '../verification/verdict.ts'
import type { AuditReport } from './audit-store.ts'
import type { RecoverReport } from './recover-store.ts'

/** What the command-line tool says, in Indonesian; `--json` gives the reports themselves. */
export const usage = `Pemakaian:
  tool verify [--trust CA.pem] SURAT.pdf [--json]   0 asli, 1 diubah, 2 tidak dapat dipastikan
  tool audit FOLDER [--json]                        0 utuh, 1 putus, 2 tidak dapat diperiksa
  tool recount BERKAS [--keys KUNCI.json] [--json]  0 sama, 1 berbeda atau diubah, 2 tidak dapat dipastikan
  tool recover FOLDER [--json]                      mencetak kunci dan cara membuka tanpa program ini
  tool rulebook --act T [--act-end T] [--examined T] [--decided T] [--designated T]
       --status PNS|CPNS|PPPK [--json]              aturan yang berlaku, semua bacaannya, dan jejaknya
  tool propose FACTS.json [--json]                  usul sanksi dari berkas fakta, dengan jejaknya
       keduanya: 0 terjawab (juga bila manusia yang harus memilih), 2 masukan keliru; T seperti 2020-10-14
       --act hari pertama perbuatan, --act-end hari terakhirnya, --examined pemeriksaan (BAP) pertama,
       --decided keputusan hukuman, --designated penetapan calon; yang tidak diketahui tidak ditulis
       isi FACTS.json dijelaskan dalam main/engine/tool/README.md
Untuk audit dan recover, rahasia dibaca dari masukan baku:
  dua baris: nama masuk, lalu frasa sandi; atau
  satu baris: kode pemulihan (8 kelompok dan karakter pemeriksa); atau
  satu baris: frasa sandi saja (dicoba pada setiap akun).`

const faults: Record<ChainFault, string> = {
  missingEntry: 'barisnya tidak ada',
  unreadable: 'isinya tidak terbaca',
  wrongNumber: 'nomor di dalamnya berbeda',
  columnsDiffer: 'kolomnya tidak sama dengan isi yang ditandatangani',
  wrongHash: 'isinya tidak cocok dengan sidik rantainya',
  unknownSigner: 'ditandatangani kunci yang tidak berhak',
  wrongSignature: 'tanda tangannya tidak cocok dengan isinya',
  cutTail: 'baris ini dan sesudahnya dipotong',
  headDiffers: 'ujung rantai tidak cocok dengan catatan ujungnya',
  headSignature: 'catatan ujung rantai tidak ditandatangani orang yang berhak',
  headMissing: 'catatan ujung rantai tidak ada',
  headFileMissing: 'berkas audit-head.json tidak ada',
  headFileDamaged: 'berkas audit-head.json rusak',
  headFileForeign: 'berkas audit-head.json berasal dari rantai lain',
  headFileAhead:
    'berkas audit-head.json menjamin baris yang tidak ada lagi: basis data lama dipasang kembali',
  headFileOlder: 'berkas audit-head.json lebih tua daripada seharusnya: salinan lama dipasang kembali',
}

/** Sentences of an audit report. */
export function auditText(report: AuditReport): string {
  const root = report.rootKey ? `Kunci pangkal: ${report.rootKey}` : ''
  if (!report.firstBroken) return `Jejak audit utuh: ${report.entries} baris.\n${root}`
  const { seq, reason } = report.firstBroken
  const row = report.brokenRow
  const about = row
    ? `\nBaris itu: ${row.at}, ${row.method}${row.caseId ? `, perkara ${row.caseId}` : ''}.`
    : ''
  return `Jejak audit PUTUS pada baris ${seq}: ${faults[reason]}.\nBaris yang utuh dari awal: ${report.entries}.${about}\n${root}`
}

/** Sentences of a recover report. */
export function recoverText(report: RecoverReport): string {
  return [
    'RAHASIA: siapa pun yang memegang teks ini dapat membaca semua perkara. Jangan disimpan.',
    `Basis data: ${report.database}`,
    `Kunci (heksadesimal): ${report.keyHex}`,
    'Buka dengan pembaca SQLCipher 4 mana pun, dengan perintah berurutan:',
    ...report.pragmas.map(line => `  ${line}`),
    `Brankas bukti: ${report.vault}`,
    `Identitas age: ${report.ageIdentity}`,
    'Buka satu bukti: simpan identitas itu dalam berkas KUNCI, lalu: age -d -i KUNCI BUKTI.age > HASIL',
  ].join('\n')
}

const outcomes: Record<Verdict['outcome'], string> = {
  genuine: 'ASLI: surat ini utuh, lengkap, dan ditandatangani pejabat yang dipercaya.',
  changed: 'DIUBAH: isi surat ini bukan lagi yang ditandatangani.',
  cannotTell: 'TIDAK DAPAT DIPASTIKAN: belum cukup bukti bahwa surat ini asli.',
}

const reasons: Record<Verdict['reasons'][number]['code'], string> = {
  'verification.intact': 'Semua yang ditandatangani masih utuh.',
  'verification.trusted': 'Sertifikat penanda tangan berpangkal pada penerbit yang dipercaya.',
  'verification.complete': 'Semua tanda tangan yang diminta surat ini ada.',
  'verification.revocationChecked': 'Daftar pencabutan sertifikat sudah diperiksa.',
  'verification.revocationNotChecked': 'Pencabutan sertifikat tidak diperiksa: daftar pencabutan tidak ada.',
  'verification.contentChanged': 'Isi berkas berbeda dengan yang ditandatangani.',
  'verification.signatureBroken': 'Tanda tangan tidak cocok dengan kunci dalam sertifikat.',
  'verification.changedAfterSigning': 'Ada yang ditambahkan sesudah penandatanganan.',
  'verification.structureChanged': 'Susunan berkas diubah.',
  'verification.empty': 'Berkas ini kosong.',
  'verification.tooLarge': 'Berkas ini terlalu besar untuk sebuah surat.',
  'verification.notPdf': 'Berkas ini bukan PDF.',
  'verification.unreadable': 'Berkas ini tidak terbaca sebagai surat.',
  'verification.unsigned': 'Berkas ini tidak bertanda tangan elektronik.',
  'verification.foreignStructure': 'Berkas ini tidak dibuat oleh program ini.',
  'verification.noTrustedRoots': 'Tidak ada penerbit yang dipercaya: berikan --trust CA.pem.',
  'verification.untrustedIssuer': 'Penerbit sertifikat tidak termasuk yang dipercaya.',
  'verification.certificateExpired': 'Sertifikat sudah tidak berlaku.',
  'verification.certificateNotYetValid': 'Sertifikat belum berlaku.',
  'verification.certificateRevoked': 'Sertifikat sudah dicabut.',
  'verification.certificateUnsuitable': 'Sertifikat ini bukan untuk menandatangani dokumen.',
  'verification.signatureForm': 'Bentuk tanda tangan tidak sesuai PAdES.',
  'verification.timestampInvalid': 'Stempel waktu tidak sah.',
  'verification.claimedTimeWrong': 'Waktu penandatanganan tidak mungkin benar.',
  'verification.incomplete': 'Belum semua tanda tangan yang diminta ada.',
  'verification.signerNotNamed': 'Penanda tangan bukan orang yang disebut dalam surat.',
  'verification.decisionMissing': 'Putusan yang terlampir tidak ada atau tidak terbaca.',
}

/** Sentences of a verdict. */
export function verdictText(verdict: Verdict): string {
  const lines = [outcomes[verdict.outcome]]
  if (verdict.letter)
    lines.push(`Surat ${verdict.letter.number || '(tanpa nomor)'}: ${verdict.letter.subject}`)
  for (const { code, facts } of verdict.reasons) lines.push(`- ${reasons[code]}${factsText(facts)}`)
  for (const s of verdict.signatures) {
    const state = s.valid && s.trusted ? 'sah' : s.valid ? 'utuh, belum dipercaya' : 'tidak sah'
    lines.push(`- Tanda tangan ${s.signerName || s.field}: ${state}.`)
  }
  return lines.join('\n')
}

/** Both names of a date: the option of `rulebook` and the field of a facts file. */
const dateNames: Readonly<Record<string, string>> = {
  actEndOn: 'Tanggal akhir perbuatan (--act-end, actEndDate)',
  examinedOn: 'Tanggal pemeriksaan (--examined, examinationDate)',
  decidedOn: 'Tanggal putusan (--decided, decisionDate)',
}
const dayText = (value: unknown) => {
  const parsed = parseCivilDate(String(value))
  return parsed === null ? String(value) : formatDate(parsed)
}

const toolErrors: Record<string, (facts: ErrorFacts) => string> = {
  'tool.missingOption': f => `${f.option} wajib diberikan; lihat tool --help.`,
  'tool.unknownWord': f => `Kata “${f.word}” tidak dikenal di tempat itu; lihat tool --help.`,
  'tool.badDate': f =>
    /^\d{4}-\d{2}-\d{2}$/.test(String(f.value))
      ? `${f.field}: “${f.value}” bukan tanggal yang ada di kalender (tahun 1900 sampai 2199); tulis seperti 2020-10-14.`
      : `${f.field}: “${f.value}” tidak terbaca sebagai tanggal; tulis tahun-bulan-hari, seperti 2020-10-14.`,
  'tool.unknownOption': f => `Pilihan ${f.option} tidak dikenal; lihat tool --help.`,
  'tool.optionWithoutValue': f => `Pilihan ${f.option} belum diberi nilai; lihat tool --help.`,
  'tool.optionTwice': f =>
    `Pilihan ${f.option} diberikan dua kali; tulis satu kali saja, supaya tidak ada nilai yang hilang.`,
  'tool.badStatus': f => `${f.field}: “${f.value}” bukan status yang dikenal; tulis PNS, CPNS, atau PPPK.`,
  'tool.factsNotJson': f => `Berkas ${f.file} bukan JSON yang terbaca.`,
  'tool.missingField': f => `Isian ${f.field} wajib ada.`,
  'tool.notFields': f => `${f.field} harus berupa objek JSON dengan isian bernama.`,
  'tool.notText': f => `${f.field} harus berupa teks.`,
  'tool.notYesNo': f => `${f.field} harus true atau false.`,
  'tool.misspelt': f => `Isian ${f.field} tidak dikenal; mungkin maksudnya ${f.meant}.`,
  'tool.badScope': f =>
    `${f.field}: “${f.value}” bukan satu pemilihan yang dikenal; tulis presiden, dpr, dpd, dprd, atau kepala-daerah.`,
  'tool.badLevel': f =>
    `${f.field}: “${f.value}” bukan tingkat yang dikenal; tulis ringan, sedang, berat, moral, atau pemberhentian.`,
  'tool.badState': f =>
    `${f.field}: “${f.value}” bukan keadaan yang dikenal; tulis alleged, proven, atau sanctioned.`,
  'tool.unknownProvision': f => `${f.field}: ketentuan “${f.value}” tidak ada dalam paket hukum.`,
  'tool.unknownSanction': f => `${f.field}: sanksi “${f.value}” tidak ada dalam paket hukum.`,
  'tool.unknownForm': f => `${f.field}: bentuk pelanggaran “${f.value}” tidak ada dalam paket hukum.`,
  'law.datesOutOfOrder': f =>
    `${dateNames[String(f.field)] ?? f.field} ${dayText(f.later)} mendahului ${f.field === 'decidedOn' ? 'perbuatan atau pemeriksaan' : 'perbuatan'} ${dayText(f.earlier)}; periksa urutan tanggalnya.`,
  'law.noRulebookForDate': f =>
    `Paket hukum tidak memuat aturan disiplin untuk perbuatan pada ${dayText(f.on)}; perbuatan sebelum aturan tertua paket itu dinilai manusia.`,
  'tool.noSecret': () => `Rahasia tidak diberikan pada masukan baku. Tidak ada yang dibuka.\n${usage}`,
  'tool.fileUnreadable': f => `Berkas ${f.file} tidak ada atau tidak dapat dibaca.`,
  'tool.notARecount': f =>
    `Berkas ${f.file} bukan bahan hitung ulang. Simpan lagi dari ruang sidang: “Simpan bahan hitung ulang”.`,
  'tool.notKeys': f =>
    `Berkas ${f.file} bukan daftar kunci: isi dengan nama dan kunci atau sidiknya, atau pakai bahan hitung ulang lain.`,
  'tool.noCertificates': f => `Berkas ${f.file} tidak memuat sertifikat PEM yang terbaca.`,
}

/** The sentence of a coded error, the tool's own first. */
export function toolErrorText(code: string, facts: ErrorFacts): string {
  return toolErrors[code]?.(facts) ?? errorSentence(code, facts)
}

function factsText(facts: ErrorFacts): string {
  const values = Object.values(facts).filter(value => value !== null && value !== '')
  return values.length > 0 ? ` (${values.join(', ')})` : ''
}
