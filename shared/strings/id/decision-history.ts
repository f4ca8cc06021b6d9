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
  'plenaries.castVote': 'menyegel suara[ {voter}] pada sidang[ {number}]',
  'plenaries.closeVote':
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
