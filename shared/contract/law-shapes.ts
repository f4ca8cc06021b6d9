import { z } from 'zod'
import { civilDate, instant } from '../dates.ts'
import { candidacyStage, electionScope, sanctionLevel } from '../law-pack.ts'

// What the reader of the law shows. Terms of art stay as the pack has them; numbers and dates stay typed.

/** A version of the pack; null asks for the newest. */
export const lawVersion = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/)

const doubt = {
  /** 0 … 1: how sure the compilers are of this entry; null where they do not say. */
  confidence: z.number().nullable(),
  /** Below the pack's threshold: a person checks it before relying on it. */
  needsHumanCheck: z.boolean(),
}

export const lawPackInfo = z.object({
  version: z.string(),
  sha256: z.string(),
  /** Public key of the publisher in hex. */
  signer: z.string(),
  importedAt: instant,
  importedBy: z.string(),
  /** 'program': it came with the program; 'file': the secretariat brought it. */
  source: z.enum(['program', 'file']),
  /** Cases that were opened under it and keep it. */
  cases: z.int(),
  /** New cases take this one. */
  newest: z.boolean(),
  /** Why it cannot be used any more; null = as its publisher signed it. Error code of the engine. */
  fault: z.object({ code: z.string(), line: z.int(), reason: z.string() }).nullable(),
})
export type LawPackInfo = z.infer<typeof lawPackInfo>

/** A provision named from elsewhere. */
export const provisionLink = z.object({
  id: z.string(),
  /** 'PP 53/2010'. */
  regulation: z.string(),
  citation: z.string(),
  subject: z.string(),
})
export type ProvisionLink = z.infer<typeof provisionLink>

export const lawRegulation = z.object({
  id: z.string(),
  kind: z.string(),
  number: z.string(),
  title: z.string(),
  formalName: z.string(),
  effectiveFrom: civilDate,
  effectiveTo: civilDate.nullable(),
  replacedBy: z.object({ id: z.string(), number: z.string() }).nullable(),
  replaces: z.array(z.object({ id: z.string(), number: z.string() })),
  note: z.string(),
  survivingParts: z.array(z.string()),
  numbers: z.array(z.object({ institution: z.string(), number: z.string(), signatory: z.string() })),
  provisions: z.int(),
  ...doubt,
})
export type LawRegulation = z.infer<typeof lawRegulation>

export const provisionRow = z.object({
  ...provisionLink.shape,
  regulationId: z.string(),
  kind: z.enum(['obligation', 'prohibition', 'ethics', 'statute']),
  summary: z.string(),
  neutrality: z.boolean(),
  criminal: z.boolean(),
  /** Light to heavy; empty = the text names no sanction. */
  levels: z.array(sanctionLevel),
  scopes: z.array(electionScope),
  elements: z.int(),
  ...doubt,
})
export type ProvisionRow = z.infer<typeof provisionRow>

export const lawSanction = z.object({
  id: z.string(),
  regulation: z.string(),
  level: sanctionLevel,
  name: z.string(),
  citation: z.string(),
  durationMonths: z.int().nullable(),
  note: z.string(),
  /** Written in the regulation but not usable yet. */
  applicable: z.boolean(),
  /** Still used although its regulation was revoked. */
  survives: z.boolean(),
})
export type LawSanction = z.infer<typeof lawSanction>

export const provisionDetail = z.object({
  ...provisionRow.shape,
  packVersion: z.string(),
  formalName: z.string(),
  inForce: z.object({ from: civilDate, to: civilDate.nullable() }),
  elementList: z.array(z.object({ id: z.string(), label: z.string() })),
  /** The chain as a letter writes it: 'Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9'. */
  basis: z.object({ short: z.string(), long: z.string() }),
  sanctionBasis: z.string(),
  tiers: z.array(z.object({ level: sanctionLevel, basis: z.string(), condition: z.string() })),
  sanctions: z.array(lawSanction),
  /** Levels whose kinds of sanction come from another regulation, and the rule that says so. */
  borrowed: z.array(
    z.object({ level: sanctionLevel, regulation: z.string(), basis: z.string(), note: z.string() }),
  ),
  successor: z.array(provisionLink),
  predecessor: z.array(provisionLink),
  appliesTo: z.array(z.string()),
  note: z.string(),
  exception: z.string(),
  verifiedFrom: z.string(),
  /** Forms of violation that suggest it. */
  forms: z.array(z.object({ id: z.string(), label: z.string() })),
  before: provisionLink.nullable(),
  after: provisionLink.nullable(),
})
export type ProvisionDetail = z.infer<typeof provisionDetail>

export const lawForm = z.object({
  id: z.string(),
  label: z.string(),
  examples: z.array(z.string()),
  isViolation: z.boolean(),
  note: z.string(),
  platforms: z.array(z.string()),
  guideline: z.array(z.string()),
  /** What the pack proposes to start from, per stage, rulebook and kind of election. */
  stages: z.array(
    z.object({
      stage: candidacyStage,
      rulebook: z.string().nullable(),
      scope: z.string().nullable(),
      provisions: z.array(provisionLink),
    }),
  ),
  alsoConsider: z.array(provisionLink),
  ...doubt,
})
export type LawForm = z.infer<typeof lawForm>

const dated = z.object({
  from: civilDate.nullable(),
  to: civilDate.nullable(),
  label: z.string(),
  note: z.string(),
})

/** One pack as a whole, without the details of its provisions. */
export const lawContents = z.object({
  version: z.string(),
  title: z.string(),
  note: z.string(),
  generatedOn: civilDate,
  /** Versions of the store, highest first. */
  versions: z.array(z.string()),
  humanCheckBelow: z.number(),
  warnings: z.array(z.string()),
  regulations: z.array(lawRegulation),
  provisions: z.array(provisionRow),
  sanctions: z.array(lawSanction),
  concurrence: z.array(
    z.object({ id: z.string(), citation: z.string(), summary: z.string(), regulation: z.string(), ...doubt }),
  ),
  procedure: z.array(
    z.object({
      id: z.string(),
      citation: z.string(),
      summary: z.string(),
      regulation: z.string(),
      actor: z.string(),
      days: z.int().nullable(),
      unit: z.string(),
      direction: z.string(),
      note: z.string(),
      ...doubt,
    }),
  ),
  authorities: z.array(
    z.object({
      id: z.string(),
      regulation: z.string(),
      citation: z.string(),
      official: z.string(),
      scope: z.string(),
      summary: z.string(),
    }),
  ),
  forms: z.array(lawForm),
  elections: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      scopes: z.array(electionScope),
      designatedOn: civilDate,
      designatedLegislativeOn: civilDate.nullable(),
      campaignFrom: civilDate,
      campaignTo: civilDate,
      vote: civilDate,
      source: z.string(),
      note: z.string(),
      ...doubt,
    }),
  ),
  selection: z.object({
    inputs: z.array(z.string()),
    start: z.string(),
    continuingActs: z.string(),
    rules: z.array(
      z.object({
        id: z.string(),
        condition: z.string(),
        consequence: z.string(),
        basis: z.string(),
        note: z.string(),
        requiresHumanDecision: z.boolean(),
        ...doubt,
      }),
    ),
    statutes: z.array(dated),
    guidelines: z.array(dated),
    objections: z.array(dated),
  }),
})
export type LawContents = z.infer<typeof lawContents>

export const LAW_HIT_KINDS = [
  'provision',
  'regulation',
  'sanction',
  'concurrence',
  'procedure',
  'form',
  'election',
  'selection',
  'authority',
  'warning',
] as const

export const lawHit = z.object({
  kind: z.enum(LAW_HIT_KINDS),
  id: z.string(),
  title: z.string(),
  /** Where it stands: regulation and citation. */
  place: z.string(),
  /** The words around the first match. */
  excerpt: z.string(),
})
export type LawHit = z.infer<typeof lawHit>
