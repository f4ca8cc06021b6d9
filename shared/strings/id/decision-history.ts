import type { HistoryPattern } from './history.ts'

/** What the history says of plenaries, letters and follow-ups; see `HistoryPattern`. */
export const decisionHistory: Readonly<Record<string, HistoryPattern>> = {
  'plenaries.plan': 'merencanakan sidang[ {number}]',
  'plenaries.putOnAgenda': 'memasukkan perkara ke agenda sidang[ {number}]',
  'plenaries.removeCase': 'mengeluarkan perkara dari agenda sidang[ {number}][: {reason}]',
  'plenaries.recordAttendance':
    'mencatat kehadiran[ {present} dari {members} anggota] pada sidang[ {number}]',
  'plenaries.open': 'membuka sidang[ {number}][ dengan {present} anggota hadir]',
  'plenaries.recuse': 'mencatat pengunduran diri[ {member}] pada sidang[ {number}][; alasannya: {reason}]',
  'plenaries.openVote': 'membuka pemungutan suara[ untuk {subject}] pada sidang[ {number}]',
  'plenaries.castVote': f =>
    f.replaced
      ? 'menyegel suara pengganti[ {voter}] pada sidang[ {number}]'
      : 'menyegel suara[ {voter}] pada sidang[ {number}]',
  'plenaries.takeBallot': 'memasukkan suara tersegel[ {voter}] dari berkas pada sidang[ {number}]',
  'plenaries.rejectBallot':
    'menolak suara dari berkas[ atas nama {voter}] pada sidang[ {number}][: {rejection}]',
  'plenaries.importBallots':
    'membaca berkas suara[: {accepted} diterima][, {known} sudah ada][, {rejected} ditolak]',
  'plenaries.exportBallots': 'menyimpan[ {count}] suara tersegel[ sidang {number}] ke berkas',
  'plenaries.exportRecount': 'menyimpan berkas hitung ulang[ sidang {number}][, {votes} pemungutan suara]',
  'plenaries.annulVote':
    'membatalkan pemungutan suara[ untuk {subject}] sebelum dibuka[; alasannya: {reason}]',
  'plenaries.closeVotes':
    'menutup pemungutan suara[ untuk {subject}][: {outcome}][ ({proven} terbukti, {notProven} tidak terbukti, {deferred} tunda)]',
  'plenaries.close': 'menutup sidang[ {number}] dan menetapkan berita acara',
  'plenaries.minutes': 'membuka berita acara sidang[ {number}]',
  'plenaries.exportMinutes': 'menyimpan salinan berita acara sidang[ {number}]',
  'letters.draft': 'menyusun surat[ untuk {person}]',
  'letters.save': 'menyimpan surat[ untuk {person}][, konsep ke-{version}]',
  'letters.confirmTrace': f =>
    f.choice === 'useSource'
      ? 'memakai teks sumber dalam surat[ untuk {person}]'
      : 'menyatakan satu paragraf surat[ untuk {person}] masih benar',
  'letters.submit': 'mengirim surat[ untuk {person}] ke penelaah',
  'letters.review': f =>
    f.step === 'returned'
      ? 'mengembalikan surat[ untuk {person}][: {comment}]'
      : 'menyetujui surat[ untuk {person}] sebagai penelaah',
  'letters.approve': 'menyetujui surat[ untuk {person}]',
  'letters.finalise': 'memberi nomor[ {number}] pada surat[ untuk {person}]',
  'letters.sign': 'menandatangani dan menerbitkan surat[ untuk {person}][ dengan sertifikat {signer}]',
  'letters.open': 'membuka surat[ {subject}]',
  'letters.export': 'menyimpan salinan surat[ {subject}][ sebagai {fileName}][; keperluan: {purpose}]',
  'followUps.recordSanctionDecision': 'mencatat SK[ {number}][ untuk {person}][; {difference}]',
  'followUps.closeWithout': 'menutup tindak lanjut[ {person}] tanpa SK',
}
