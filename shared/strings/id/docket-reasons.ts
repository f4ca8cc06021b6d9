import type { DocketReasonCode, DocketRow } from '../../contract/docket.ts'
import { type CivilDate, formatShortDate } from '../../dates.ts'

type Facts = DocketRow['reason']['facts']

const reasons: Readonly<Record<DocketReasonCode, (f: Facts) => string>> = {
  noExhibits: () => 'Belum ada bukti dalam berkas.',
  noFindings: () => 'Belum ada temuan untuk orang ini.',
  elementsOpen: f => `${f.open} dari ${f.elements} unsur belum dinilai.`,
  notConcluded: () => 'Semua unsur dinilai; kesimpulan belum dipilih.',
  notSubmitted: () => 'Temuan selesai, belum dikirim untuk ditelaah.',
  findingReturned: f => `Dikembalikan oleh ${f.name ?? 'penelaah'}${quoted(f.comment)}.`,
  findingReopened: () => 'Temuan dibuka kembali untuk sidang berikutnya; perbaiki, lalu kirim ke penelaah.',
  deferredNeeds: f => `Ditunda sidang ${f.number ?? ''}${on(f.heldOn)}; yang diminta belum dipenuhi.`,
  deferredReady: f => `Ditunda sidang ${f.number ?? ''}${on(f.heldOn)}; belum masuk agenda lagi.`,
  waitsForReview: f => `Temuan ${f.name ? `susunan ${f.name} ` : ''}menunggu telaah orang kedua.`,
  notOnAgenda: () => 'Temuan sudah ditelaah; belum masuk agenda sidang.',
  onAgenda: f => `Masuk agenda sidang ${f.number ?? ''}${on(f.heldOn)}.`,
  noLetter: () => 'Sudah diputus; surat belum disusun.',
  letterUnfinished: f => `Konsep surat versi ${f.version} belum dikirim.`,
  letterReturned: f => `Konsep surat dikembalikan oleh ${f.name ?? 'penelaah'}${quoted(f.comment)}.`,
  letterWaitsForReview: f => `Konsep surat ${f.name ? `susunan ${f.name} ` : ''}menunggu telaah.`,
  letterWaitsForApproval: () => 'Konsep surat sudah ditelaah; menunggu persetujuan.',
  letterWaitsForNumber: () => 'Surat disetujui; belum diberi nomor dan tanggal.',
  letterWaitsForSignature: f => `Surat ${f.number ?? ''} menunggu tanda tangan.`,
  awaitsAuthority: f => `Menunggu SK PPK atas surat ${f.number ?? ''}${on(f.startedOn, ' sejak ')}.`,
  closed: () => 'Selesai.',
}

/** Why a person stands where it stands, as one sentence. */
export function docketReason(reason: DocketRow['reason']): string {
  return reasons[reason.code](reason.facts)
}

function quoted(comment: Facts[string] | undefined): string {
  if (typeof comment !== 'string' || comment === '') return ''
  return `: “${comment.length > 120 ? `${comment.slice(0, 119)}…` : comment}”`
}

function on(date: Facts[string] | undefined, before = ', '): string {
  return typeof date === 'string' && date !== '' ? `${before}${formatShortDate(date as CivilDate)}` : ''
}
