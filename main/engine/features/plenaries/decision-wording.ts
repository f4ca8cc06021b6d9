import { type CivilDate, formatDate } from '../../../../shared/dates.ts'
import { withTerbilang } from '../../../../shared/terbilang.ts'
import type { Decided, Tally } from './plenaries.rules.ts'

// Sentences of the plenary's decision. Version of 21 November 2026; style: Pedoman Umum Tata Naskah Dinas.

export type DecisionFacts = Pick<Decided, 'outcome' | 'tally' | 'tieBroken'> & {
  number: string
  heldOn: CivilDate
  name: string
  nip: string
  /** Legal bases of the findings on which the decision rests. */
  bases: readonly string[]
  /** Null when not proven, deferred, or without a sanction. */
  sanction: { name: string; level: string } | null
  /** A moral sanction beside the disciplinary one, or alone. */
  moralSanction?: { name: string; level: string } | null
  /** The earlier decision that this one corrects or reopens; null for a first decision. */
  reconsiders?: { kind: 'correction' | 'reopening'; cites: string } | null
}

const OUTCOMES = {
  proven: 'terbukti melanggar',
  notProven: 'tidak terbukti melanggar',
  deferred: 'ditunda putusannya atas dugaan pelanggaran',
} as const

const RECONSIDERS = {
  correction: 'dengan membetulkan',
  reopening: 'setelah membuka kembali pemeriksaan atas',
} as const

/** How a later decision, a letter or the screen names an earlier one. */
export const decisionCite = (number: string, heldOn: CivilDate): string =>
  `Putusan Rapat Pleno Nomor ${number} tanggal ${formatDate(heldOn)}`

const LEVELS: Readonly<Record<string, (sanction: string) => string>> = {
  moral: sanction => sanction,
  ringan: sanction => `hukuman disiplin tingkat ringan berupa ${sanction}`,
  sedang: sanction => `hukuman disiplin tingkat sedang berupa ${sanction}`,
  berat: sanction => `hukuman disiplin tingkat berat berupa ${sanction}`,
  pemberhentian: sanction => sanction,
}

/** One sentence with person, outcome, provisions, sanction and the votes that gave it. */
export function decisionSentence(facts: DecisionFacts): string {
  const { number, heldOn, outcome, tally, name, nip } = facts
  const earlier = facts.reconsiders
    ? `, ${RECONSIDERS[facts.reconsiders.kind]} ${facts.reconsiders.cites},`
    : ''
  const opening = `Rapat Pleno Nomor ${number} tanggal ${formatDate(heldOn)}${earlier} memutuskan Sdr. ${name}, NIP ${nip},`
  const basis =
    facts.bases.length > 0 ? ` ${joinWithAnd(facts.bases)}` : ' ketentuan netralitas yang diperiksa'
  const sanctions = [facts.sanction, facts.moralSanction ?? null].flatMap(entry =>
    entry ? [sanctionPhrase(entry.name, entry.level)] : [],
  )
  const sanction =
    outcome === 'proven' && sanctions.length > 0
      ? `, dengan rekomendasi ${sanctions.join(' di samping ')}`
      : ''
  const tie = facts.tieBroken ? '; suara yang sama banyak diputus menurut tata tertib' : ''
  return `${opening} ${OUTCOMES[outcome]}${basis}${sanction} (${tallyPhrase(tally)}${tie}).`
}

/** 'hukuman disiplin tingkat sedang berupa penundaan kenaikan pangkat selama 1 (satu) tahun'. */
export function sanctionPhrase(name: string, level: string): string {
  return (LEVELS[level] ?? LEVELS.moral)?.(sanctionInWords(name)) ?? sanctionInWords(name)
}

/** The pack's name of a sanction inside a sentence, its numbers also in words. */
export function sanctionInWords(name: string): string {
  const words = name.replace(/\b(\d{1,3})(?!\d|%)/g, digits => withTerbilang(Number(digits)))
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** '4 suara terbukti, 1 suara tidak terbukti'; verdicts without a vote are left out. */
function tallyPhrase(tally: Tally): string {
  const parts = [
    [tally.proven, 'terbukti'],
    [tally.notProven, 'tidak terbukti'],
    [tally.deferred, 'tunda'],
  ] as const
  const cast = parts.filter(([count]) => count > 0)
  return cast.map(([count, label]) => `${count} suara ${label}`).join(', ') || 'tanpa suara'
}

/** 'a', 'a dan b', 'a, b, dan c'. */
export function joinWithAnd(items: readonly string[]): string {
  if (items.length <= 2) return items.join(' dan ')
  return `${items.slice(0, -1).join(', ')}, dan ${items.at(-1)}`
}

export const minutesPhrases = {
  undecided: 'Belum diputus.',
  notVoted: 'Tidak dibawa ke pemungutan suara pada sidang ini.',
  act: (actOn: string, place: string, province: string) =>
    `Dugaan perbuatan pada ${actOn} di ${[place, province].filter(Boolean).join(', ')}.`,
  referral: (basis: string, subject: string, needsCheck: boolean) =>
    needsCheck
      ? `${basis} (${subject}) mungkin ikut terlanggar dan bersegi pidana; unsurnya diperiksa sebelum diteruskan kepada yang berwenang.`
      : `${basis} (${subject}) bersegi pidana; diteruskan kepada yang berwenang.`,
  /** Stands where a text would have named the protected reporter. */
  notShown: '[tidak ditampilkan]',
  summary: (actOn: CivilDate, place: string, narrative: string) =>
    `Dugaan perbuatan pada ${formatDate(actOn)} di ${place}. ${narrative}`,
} as const

/** Why a vote was given up, as the presider wrote it; 'upgraded' was written by the program. */
export const annulledPhrase = (reason: string): string =>
  reason === 'upgraded'
    ? 'Suara ini dibuka dengan program versi lama, sebelum suara disegel. Pemungutan suara diulang.'
    : reason
