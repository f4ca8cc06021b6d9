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
}

const OUTCOMES = {
  proven: 'terbukti melanggar',
  notProven: 'tidak terbukti melanggar',
  deferred: 'ditunda putusannya atas dugaan pelanggaran',
} as const

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
  const opening = `Rapat Pleno Nomor ${number} tanggal ${formatDate(heldOn)} memutuskan Sdr. ${name}, NIP ${nip},`
  const basis =
    facts.bases.length > 0 ? ` ${joinWithAnd(facts.bases)}` : ' ketentuan netralitas yang diperiksa'
  const sanction =
    outcome === 'proven' && facts.sanction
      ? `, dengan rekomendasi ${sanctionPhrase(facts.sanction.name, facts.sanction.level)}`
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
export function tallyPhrase(tally: Tally): string {
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
  summary: (actOn: CivilDate, place: string, narrative: string) =>
    `Dugaan perbuatan pada ${formatDate(actOn)} di ${place}. ${narrative}`,
} as const
