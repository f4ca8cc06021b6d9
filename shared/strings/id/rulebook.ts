import { type CivilDate, formatDate } from '../../dates.ts'

/** One step of the choice of a rulebook, with names and dates already looked up. */
export type RulebookSentenceFacts = {
  step:
    | 'actDate'
    | 'statusOutside'
    | 'statusBeforeRule'
    | 'transition'
    | 'transitionSilent'
    | 'continuingAct'
    | 'ethicsTrack'
    | 'ethicsOtherStatus'
    | 'ethicsContinuing'
    | 'sanctionsBorrowed'
  /** Number of the regulation, such as 'PP 53/2010'. */
  label: string
  on: CivilDate | null
  /** 'PP 94/2021 Pasal 40 ayat (3)'; empty when the step rests on no exception. */
  basis: string
  note: string
  actOn: CivilDate
}

/** Sentences that explain which rulebook governs a case. */
export const rulebookSentences: Readonly<
  Record<RulebookSentenceFacts['step'], (f: RulebookSentenceFacts) => string>
> = {
  actDate: f => `Perbuatan terjadi pada ${formatDate(f.actOn)}, ketika ${f.label} berlaku.`,
  statusOutside: f =>
    `Terlapor berstatus PPPK, di luar peraturan disiplin PNS; dipakai ${f.label}${based(f.basis)}.`,
  statusBeforeRule: f =>
    `Perbuatan mendahului aturan itu${f.on ? `, yang baru berlaku ${formatDate(f.on)}` : ''}; pada tanggal perbuatan yang terbaca hanya ${f.label}, jadi manusia yang memutuskan.`,
  transition: f =>
    `Aturan peralihan mulai ${f.on ? formatDate(f.on) : '-'} menunjuk ${f.label}${based(f.basis)}.${noted(f.note)}`,
  transitionSilent: f =>
    `Sejak ${f.on ? formatDate(f.on) : '-'} berlaku ${f.label}, tetapi paket hukum tidak memuat aturan peralihan untuk perbuatan yang sudah diperiksa dan belum diputus saat itu; manusia yang memilih.`,
  continuingAct: f =>
    `Perbuatan berlanjut sampai ${f.on ? formatDate(f.on) : '-'}, ketika ${f.label} sudah berlaku; aturan perlu dipilih dengan alasan.`,
  ethicsTrack: f =>
    `Perbuatan terjadi sebelum penetapan calon pada ${f.on ? formatDate(f.on) : '-'}; jalur kode etik diperiksa lebih dahulu${based(f.basis)}.`,
  ethicsOtherStatus: f =>
    `Ketentuan etik jalur itu tidak menyebut status terlapor, sehingga ${f.label} dan dasar etiknya ditimbang manusia.`,
  ethicsContinuing: f =>
    `Perbuatan berlanjut sampai sesudah penetapan calon pada ${f.on ? formatDate(f.on) : '-'}, jadi berada pada jalur etik dan disiplin sekaligus; undang-undang tidak menyebut mana yang dipakai.`,
  sanctionsBorrowed: f =>
    `Jenis sanksi tingkat sedang masih memakai ${f.label}${based(f.basis)}.${noted(f.note)}`,
}

/** What a person decided where the law is unclear. */
export const rulebookChosen = (label: string, reason: string) => `Dipilih ${label} dengan alasan: ${reason}`

function based(basis: string): string {
  return basis === '' ? '' : ` (${basis})`
}

function noted(note: string): string {
  return note === '' ? '' : ` ${note}`
}
