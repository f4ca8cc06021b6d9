import type { ErrorFacts } from './errors.ts'

const outcomes: Readonly<Record<string, string>> = {
  proven: 'terbukti',
  notProven: 'tidak terbukti',
  deferred: 'ditunda',
}
const differences: Readonly<Record<string, string>> = {
  same: 'sama dengan rekomendasi',
  lighter: 'lebih ringan dari rekomendasi',
  heavier: 'lebih berat dari rekomendasi',
  notComparable: 'tidak dapat dibandingkan dengan rekomendasi',
}

/** What the readable history says of plenaries, letters and follow-ups; the person's name stands before it. */
export const decisionHistory: Readonly<Record<string, (facts: ErrorFacts) => string>> = {
  'plenaries.plan': f => `menjadwalkan sidang ${f.number}`,
  'plenaries.putOnAgenda': f => `memasukkan perkara ke agenda sidang ${f.number}`,
  'plenaries.recordAttendance': f =>
    `mencatat kehadiran ${f.present} dari ${f.members} anggota pada sidang ${f.number}`,
  'plenaries.open': f => `membuka sidang ${f.number} dengan ${f.present} anggota hadir`,
  'plenaries.recuse': f => `mencatat pengunduran diri ${f.member} pada sidang ${f.number}: ${f.reason}`,
  'plenaries.openVote': f => `membuka pemungutan suara pada sidang ${f.number}`,
  'plenaries.castVote': f => `menyegel suara ${f.voter} pada sidang ${f.number}`,
  'plenaries.closeVote': f =>
    `menutup pemungutan suara: ${outcomes[String(f.outcome)] ?? f.outcome} (${f.proven} terbukti, ${f.notProven} tidak terbukti, ${f.deferred} tunda)`,
  'plenaries.close': f => `menutup sidang ${f.number} dan menetapkan berita acara`,
  'plenaries.minutes': f => `membuka berita acara ${f.number}`,
  'plenaries.exportMinutes': f => `menyalin berita acara ${f.number} ke luar`,
  'letters.draft': f => `menyusun surat untuk ${f.person}`,
  'letters.save': f => `menyimpan surat untuk ${f.person}, versi ${f.version}`,
  'letters.confirmTrace': f =>
    f.choice === 'useSource'
      ? `memakai teks sumber dalam surat untuk ${f.person}`
      : `menyatakan satu paragraf surat untuk ${f.person} masih benar`,
  'letters.submit': f => `mengirim surat untuk ${f.person} ke penelaah`,
  'letters.review': f =>
    f.step === 'returned'
      ? `mengembalikan surat untuk ${f.person}: ${f.comment}`
      : `menelaah surat untuk ${f.person}`,
  'letters.approve': f => `menyetujui surat untuk ${f.person}`,
  'letters.finalise': f => `memberi nomor ${f.number} pada surat untuk ${f.person}`,
  'letters.sign': f => `menandatangani dan menerbitkan surat untuk ${f.person} dengan sertifikat ${f.signer}`,
  'letters.open': () => 'membuka surat',
  'letters.export': f => `menyalin surat ke luar sebagai ${f.fileName}: ${f.purpose}`,
  'followUps.recordSanctionDecision': f =>
    `mencatat SK ${f.number} untuk ${f.person}, ${differences[String(f.difference)] ?? f.difference}`,
  'followUps.closeWithout': f => `menutup tindak lanjut ${f.person} tanpa SK`,
}
