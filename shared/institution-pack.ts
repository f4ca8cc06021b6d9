import { z } from 'zod'
import { civilDate, zone } from './dates.ts'

// No institution is named in code: everything that a letterhead, a number or a clock needs is in this pack.

/** Confidentiality class; its letter stands at {sifat} in a number (R-12/…, B-12/…, UND-3/…). */
export const letterClass = z.object({
  id: z.string(),
  label: z.string(),
  prefix: z.string(),
})

export const deadlineRule = z.object({
  id: z.string(),
  label: z.string(),
  days: z.int().min(1).max(366),
  unit: z.enum(['hari', 'hari kerja']),
  /** Why this long: an article, a practice, or the institution's own decision. */
  basis: z.string(),
})
export type DeadlineRule = z.infer<typeof deadlineRule>

/** Members needed to open a plenary: a number, or a fraction of the base ('more than half' has `over`). */
export const quorumRule = z.object({
  rule: z.union([
    z.object({ minimum: z.int().min(1) }),
    z.object({
      numerator: z.int().min(1),
      denominator: z.int().min(1),
      over: z.boolean(),
    }),
  ]),
  /** Whether members who recused themselves count in the base. */
  base: z.enum(['allCommissioners', 'withoutRecused']),
  basis: z.string(),
})
export type QuorumRule = z.infer<typeof quorumRule>

/** Holders whose keys open the ballots of a vote together: a number, or a share of those present. */
export const openingRule = z.object({ rule: quorumRule.shape.rule, basis: z.string() })
export type OpeningRule = z.infer<typeof openingRule>

/** What an equal number of votes means: not carried, the chair's vote, or another round. */
export const tieRule = z.enum(['rejected', 'chairDecides', 'voteAgain'])

export const holiday = z.object({
  on: civilDate,
  name: z.string(),
  kind: z.enum(['national', 'collectiveLeave']),
})
export type Holiday = z.infer<typeof holiday>

/** One year of holidays; `checkedBy` stays null until a person has compared it with the joint decree. */
export const holidayYear = z.object({
  year: z.int(),
  source: z.string(),
  exampleData: z.boolean(),
  checkedBy: z.string().nullable(),
  days: z.array(holiday),
})

/** What an intake gate may look at; the engine knows how. */
export const INTAKE_NEEDS = [
  'sender',
  'senderLetter',
  'reporterName',
  'reporterContact',
  'nip',
  'workUnit',
  'narrative',
  'initialEvidence',
  'actTime',
  'candidate',
  'election',
  'designation',
  'province',
] as const

/**
 * One requirement of a complete report. A missing formal item asks for a reason before the case file is
 * opened; a missing material one warns.
 */
export const intakeGate = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(['formal', 'material']),
  needs: z.enum(INTAKE_NEEDS),
  label: z.string().min(1),
  /** What is missing and how to complete it, one sentence, as it is printed in the letter to the sender. */
  sentence: z.string().min(1),
  basis: z.string(),
  /** Kinds of sender to which it applies; all when left out. */
  senders: z.array(z.enum(['electionSupervisor', 'agency', 'public', 'commission'])).optional(),
  /** Shortest narrative, in characters. */
  atLeast: z.int().min(1).optional(),
})
export type IntakeGate = z.infer<typeof intakeGate>

/** Who stands above a supervising authority (PPK) that is itself part of the matter. */
export const higherAuthority = z.object({
  /** Kinds of agency, as in the law pack. */
  agencyTypes: z.array(z.string()).min(1),
  title: z.string().min(1),
  /** 'province': the name of the agency's province follows the title. */
  follows: z.enum(['province', 'nothing']),
  place: z.string(),
  basis: z.string(),
})

/** What the letter says where a proven provision also carries a punishment. */
export const criminalReferral = z.object({
  /** One sentence; {dasar} stands for the provisions. */
  sentence: z.string().min(1),
  copies: z.array(z.string()),
  basis: z.string(),
})

/** What the institution does when a recommendation is not followed, under one statute on the civil service. */
export const nonComplianceStep = z.object({
  /** Regulation and provision of the law pack; of another statute the letter says no article. */
  statute: z.string().min(1),
  provision: z.string().min(1),
  /** What follows the institution's name, without the full stop; {dasar} stands for the provision. */
  sentence: z.string().min(1),
  basis: z.string(),
})

/** The months of a number pattern: {m} without, {mm} with leading zero, {mr} Roman. */
export const numberPattern = z.string().refine(isNumberPattern, { error: 'institution.badNumberPattern' })

export const institutionPack = z.object({
  packId: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** True for invented institutions: the window and the letters say so. */
  example: z.boolean(),
  name: z.string().min(1),
  englishName: z.string(),
  shortName: z.string().min(1),
  addressLines: z.array(z.string()).min(1).max(4),
  city: z.string().min(1),
  contactLines: z.array(z.string()).max(4),
  /** PNG file beside the pack, or null. */
  logo: z
    .string()
    .regex(/^[\w-]+\.png$/)
    .nullable(),
  zone,
  /** Value of {kode}. */
  classificationCode: z.string(),
  letterNumberFormat: numberPattern,
  reportNumberFormat: numberPattern,
  caseNumberFormat: numberPattern,
  minutesNumberFormat: numberPattern,
  letterClasses: z.array(letterClass).min(1),
  urgencies: z.array(z.string()).min(1),
  deadlines: z.array(deadlineRule),
  quorum: quorumRule,
  tieRule,
  /** Without it more than half of the holders open the ballots. */
  openingThreshold: openingRule.optional(),
  commissionerSeats: z.int().min(1),
  signatories: z
    .array(
      z.object({
        role: z.enum(['chair', 'deputyChair']),
        title: z.string(),
        /** When this person may sign; empty for the regular signatory. */
        condition: z.string(),
        basis: z.string(),
      }),
    )
    .min(1),
  /** Paragraphs of the mandate, in the order of the letter. */
  legalBasis: z.array(z.string()).min(1),
  copyRecipients: z.array(z.string()),
  /** Absent in packs that were kept before these were known. */
  intakeGates: z.array(intakeGate).optional(),
  higherAuthorities: z.array(higherAuthority).optional(),
  criminalReferral: criminalReferral.optional(),
  nonComplianceSteps: z.array(nonComplianceStep).optional(),
  holidays: z.array(holidayYear),
})
export type InstitutionPack = z.infer<typeof institutionPack>

/** What fills a number pattern; `n` counts from 1 within the year of `on`. */
export type NumberFacts = {
  n: number
  on: z.infer<typeof civilDate>
  code?: string
  prefix?: string
}

const ROMAN = 'I II III IV V VI VII VIII IX X XI XII'.split(' ')
const TOKEN = /\{([a-z]+)\}/g

const TOKENS: Readonly<Record<string, (facts: NumberFacts) => string>> = {
  n: facts => String(facts.n),
  nnn: facts => String(facts.n).padStart(3, '0'),
  nnnn: facts => String(facts.n).padStart(4, '0'),
  kode: facts => facts.code ?? '',
  sifat: facts => facts.prefix ?? '',
  m: facts => String(Number(facts.on.slice(5, 7))),
  mm: facts => facts.on.slice(5, 7),
  mr: facts => ROMAN[Number(facts.on.slice(5, 7)) - 1] ?? '',
  yyyy: facts => facts.on.slice(0, 4),
}

/**
 * Whether a pattern has only known tokens, exactly one running number and a year (numbers start anew each
 * year, so without a year two letters could carry the same number), and no blank or control character.
 */
export function isNumberPattern(pattern: string): boolean {
  const tokens = [...pattern.matchAll(TOKEN)].map(match => match[1] ?? '')
  const running = tokens.filter(token => /^n+$/.test(token))
  const rest = pattern.replace(TOKEN, '')
  return (
    pattern.length <= 80 &&
    running.length === 1 &&
    tokens.includes('yyyy') &&
    tokens.every(token => Object.hasOwn(TOKENS, token)) &&
    /^[\w./-]*$/.test(rest)
  )
}

/**
 * Fills a number pattern: 'R-{n}/KASN/{m}/{yyyy}' and n 1136 in April 2019 give 'R-1136/KASN/4/2019'. Throws
 * RangeError 'institution.badNumberPattern' for a pattern or 'institution.badRunningNumber' for a number that
 * cannot make a unique letter number.
 */
export function formatNumber(pattern: string, facts: NumberFacts): string {
  if (!isNumberPattern(pattern)) throw new RangeError('institution.badNumberPattern')
  if (!Number.isInteger(facts.n) || facts.n < 1) throw new RangeError('institution.badRunningNumber')
  return pattern.replace(TOKEN, (_, token: string) => TOKENS[token]?.(facts) ?? '')
}
