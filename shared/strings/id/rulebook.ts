import { type CivilDate, formatDate } from '../../dates.ts'
import type { RulebookStepKind, TransitionSituation } from '../../rulebook-step.ts'

/** One step of the choice of a rulebook, with names and dates already looked up. */
export type RulebookSentenceFacts = {
  step: RulebookStepKind
  /** Number of the regulation, such as 'PP 53/2010'. */
  label: string
  on: CivilDate | null
  /** 'PP 94/2021 Pasal 40 ayat (3)'; empty when the step rests on no exception. */
  basis: string
  note: string
  actOn: CivilDate
  examinedOn: CivilDate | null
  decidedOn: CivilDate | null
  /** Of a transition. */
  situation: TransitionSituation | null
}

/** Sentences that explain which rulebook governs a case: which facts, which rule, which citation. */
export const rulebookSentences: Readonly<Record<RulebookStepKind, (f: RulebookSentenceFacts) => string>> = {
  actDate: f => `Perbuatan terjadi pada ${formatDate(f.actOn)}, ketika ${f.label} berlaku.`,
  statusOutside: f =>
    `Terlapor berstatus PPPK, di luar peraturan disiplin PNS; dipakai ${f.label}${based(f.basis)}.`,
  statusBeforeRule: f =>
    `Perbuatan mendahului aturan itu${f.on ? `, yang baru berlaku ${formatDate(f.on)}` : ''}; pada tanggal perbuatan yang terbaca hanya ${f.label}, jadi manusia yang memutuskan.`,
  statusSeveral: f =>
    `Sejak berlakunya, ${f.label} juga mengatur kewajiban terlapor${based(f.basis)}, tetapi dasar tingkat hukumannya tidak sama dengan aturan sebelumnya; manusia yang memilih.`,
  transition: f =>
    `${situationOf(f)} sehingga aturan peralihan menunjuk ${f.label}${based(f.basis)}.${noted(f.note)}`,
  transitionSilent: f =>
    `${situationOf({ ...f, situation: 'examinedNotDecidedBefore' })} dan sejak tanggal itu berlaku ${f.label}. Paket hukum tidak memuat aturan peralihan untuk keadaan ini${f.basis === '' ? '' : `; baca ${f.basis}`}. Manusia yang memilih.`,
  continuingAct: f =>
    `Perbuatan berlanjut sampai ${f.on ? formatDate(f.on) : '-'}, ketika ${f.label} sudah berlaku; undang-undang tidak menyebut tanggal mana yang dipakai, jadi aturan perlu dipilih dengan alasan.`,
  ethicsTrack: f =>
    `Perbuatan terjadi sebelum penetapan calon pada ${f.on ? formatDate(f.on) : '-'}; jalur kode etik diperiksa lebih dahulu${based(f.basis)}.`,
  ethicsOtherStatus: f =>
    `Ketentuan etik jalur itu tidak menyebut status terlapor, sehingga ${f.label} dan dasar etiknya ditimbang manusia.`,
  ethicsContinuing: f =>
    `Perbuatan berlanjut sampai sesudah penetapan calon pada ${f.on ? formatDate(f.on) : '-'}, jadi berada pada jalur etik dan disiplin sekaligus; undang-undang tidak menyebut mana yang dipakai.`,
  sanctionsBorrowed: f =>
    `Jenis sanksi tingkat sedang masih memakai ${f.label}${based(f.basis)}.${noted(f.note)}`,
}

/** The dates as they stood on the day of the change: 'Sampai 31 Agustus 2021 perbuatan belum diperiksa …,'. */
function situationOf(f: RulebookSentenceFacts): string {
  const cut = f.on ? formatDate(f.on) : '-'
  const decided = f.decidedOn
    ? `baru diputus pada ${formatDate(f.decidedOn)}`
    : 'belum diputus menurut tanggal yang diberikan'
  switch (f.situation) {
    case 'decidedBefore':
      return `Hukuman diputus pada ${f.decidedOn ? formatDate(f.decidedOn) : '-'}, sebelum ${cut},`
    case 'notExaminedBefore':
      return f.examinedOn
        ? `Perbuatan itu baru diperiksa pada ${formatDate(f.examinedOn)}, tidak sebelum ${cut},`
        : `Sebelum ${cut} perbuatan itu belum diperiksa menurut tanggal yang diberikan,`
    case 'examinedNotDecidedBefore':
      return `Perbuatan itu diperiksa pada ${f.examinedOn ? formatDate(f.examinedOn) : '-'}, sebelum ${cut}, tetapi ${decided},`
    default:
      return `Aturan berganti pada ${cut},`
  }
}

function based(basis: string): string {
  return basis === '' ? '' : ` (${basis})`
}

function noted(note: string): string {
  return note === '' ? '' : ` ${note}`
}
