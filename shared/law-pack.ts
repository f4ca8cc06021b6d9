import { z } from 'zod'
import { civilDate } from './dates.ts'

// The shape of a law pack. Values inside it (levels, scopes, names) are the terms of art of the regulations
// and stay Indonesian, because the pack is reference data that a lawyer must be able to compare with the text.

/** Levels of sanction from light to heavy; 'moral' is ethics, 'pemberhentian' is dismissal by statute. */
export const sanctionLevel = z.enum(['moral', 'ringan', 'sedang', 'berat', 'pemberhentian'])
export type SanctionLevel = z.infer<typeof sanctionLevel>

export const electionScope = z.enum(['presiden', 'dpr', 'dpd', 'dprd', 'kepala-daerah'])
export type ElectionScope = z.infer<typeof electionScope>

/** Whether the supported person was still a prospective candidate or already designated. */
export const candidacyStage = z.enum(['bakalCalon', 'calon'])
export type CandidacyStage = z.infer<typeof candidacyStage>

export const employmentStatus = z.enum(['PNS', 'CPNS', 'PPPK'])
export type EmploymentStatus = z.infer<typeof employmentStatus>

const confidence = z.number().min(0).max(1)
const id = z.string().regex(/^[a-z0-9][a-z0-9/.-]*$/i)

export const regulation = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  number: z.string(),
  /** The name as a letter writes it: 'Peraturan Pemerintah Nomor 53 Tahun 2010 tentang …'. */
  formalName: z.string(),
  year: z.int(),
  effectiveFrom: civilDate,
  effectiveTo: civilDate.nullable(),
  replacedBy: id.nullable(),
  note: z.string(),
  confidence,
  survivingParts: z.array(z.string()).optional(),
  numbers: z
    .array(z.object({ institution: z.string(), number: z.string(), signatory: z.string() }))
    .optional(),
})
export type Regulation = z.infer<typeof regulation>

export const provisionElement = z.object({ id, label: z.string().min(1) })
export type ProvisionElement = z.infer<typeof provisionElement>

export const sanctionTier = z.object({ level: sanctionLevel, basis: z.string(), condition: z.string() })
export type SanctionTier = z.infer<typeof sanctionTier>

export const provision = z.object({
  id,
  regulation: id,
  citation: z.string(),
  kind: z.enum(['obligation', 'prohibition', 'ethics', 'statute']),
  subject: z.string(),
  summary: z.string(),
  elements: z.array(provisionElement),
  electionScope: z.array(electionScope),
  sanctionLevel: sanctionLevel.nullable(),
  sanctionBasis: z.string().nullable(),
  sanctionTiers: z.array(sanctionTier).optional(),
  appliesTo: z.array(z.string()).optional(),
  confidence,
  verifiedFrom: z.string(),
  neutrality: z.boolean(),
  criminal: z.boolean().optional(),
  successor: z.array(id).optional(),
  predecessor: z.array(id).optional(),
  note: z.string().optional(),
  exception: z.string().optional(),
})
export type Provision = z.infer<typeof provision>

export const sanction = z.object({
  id,
  regulation: id,
  level: sanctionLevel,
  name: z.string(),
  citation: z.string(),
  durationMonths: z.int().nullable(),
  rank: z.int().optional(),
  abbreviation: z.string().optional(),
  /** False: written in the regulation but not usable yet. */
  applicable: z.boolean().optional(),
  /** True: still used although its regulation was revoked. */
  survives: z.boolean().optional(),
  note: z.string().optional(),
})
export type Sanction = z.infer<typeof sanction>

const provisionIds = z.array(id)
export const violationForm = z.object({
  id,
  label: z.string(),
  examples: z.array(z.string()),
  isViolation: z.boolean(),
  confidence,
  suggestedProvisions: provisionIds,
  byStage: z.object({
    bakalCalon: provisionIds,
    /** Per rulebook: one list, or a list per kind of election ('legislatif' covers dpr, dpd, dprd). */
    calon: z.record(id, z.union([provisionIds, z.record(z.string(), provisionIds)])),
  }),
  skb2022: z.array(z.string()),
  alsoConsider: provisionIds.optional(),
  platforms: z.array(z.string()).optional(),
  note: z.string().optional(),
})
export type ViolationForm = z.infer<typeof violationForm>

export const procedureStep = z.object({
  id: z.string(),
  regulation: id,
  citation: z.string(),
  summary: z.string(),
  actor: z.string(),
  days: z.int().nullable(),
  unit: z.enum(['hari', 'hari kerja']).optional(),
  direction: z.string().optional(),
  confidence: confidence.optional(),
  note: z.string().optional(),
})

export const election = z.object({
  id,
  name: z.string(),
  scope: z.array(electionScope),
  candidatesDesignated: civilDate,
  candidatesDesignatedLegislative: civilDate.optional(),
  campaignFrom: civilDate,
  campaignTo: civilDate,
  vote: civilDate,
  confidence,
  source: z.string(),
  note: z.string().optional(),
})
export type Election = z.infer<typeof election>

export const province = z.object({
  code: z.string().regex(/^\d{2}$/),
  name: z.string(),
  kabupaten: z.int(),
  kota: z.int(),
  aliases: z.array(z.string()).optional(),
})

const datedStatute = z.object({ from: civilDate, to: civilDate.nullable(), statute: id })
const datedGuideline = z.object({ from: civilDate, to: civilDate.nullable(), guideline: id })

export const rulebookException = z.object({
  id,
  when: z.string(),
  // biome-ignore lint/suspicious/noThenProperty: field name of the published reference file, never awaited
  then: z.string(),
  basis: z.string(),
  note: z.string().optional(),
  requiresHumanDecision: z.boolean().optional(),
  confidence: confidence.optional(),
})
export type RulebookException = z.infer<typeof rulebookException>

export const concurrenceUse = z.enum([
  'moralBeside',
  'criminalBeside',
  'stageCut',
  'seconded',
  'officialDidNotSanction',
])
export type ConcurrenceUse = z.infer<typeof concurrenceUse>

/**
 * The machine-readable side of `rulebookSelection`. scripts/import-law.ts takes it from resources/law/
 * supplement.json and checks it against the prose conditions, so that the engine holds no date, article or
 * regulation of its own.
 */
export const rulebookMachine = z.object({
  /** Discipline rulebooks in order of time, by regulation id. */
  disciplineRulebooks: z.array(id).min(1),
  /** A change of rulebook: acts before `onOrAfter`, but examined or decided from then on. */
  transitions: z.array(
    z.object({
      exception: id,
      from: id,
      to: id,
      cutOn: civilDate,
      /** Which of the three situations the exception speaks about. */
      situation: z.enum(['decidedBefore', 'notExaminedBefore', 'examinedNotDecidedBefore']),
      /** The rulebook that the text picks for the finding. */
      rulebook: id,
    }),
  ),
  /** Levels whose kinds of sanction are borrowed from another regulation. */
  borrowedSanctions: z.array(
    z.object({ exception: id, rulebook: id, level: sanctionLevel, fromRegulation: id }),
  ),
  /** Employment statuses outside the discipline rulebooks. */
  otherStatuses: z.array(
    z.object({
      exception: id,
      statuses: z.array(z.string()),
      readings: z
        .array(
          z.object({
            regulation: id,
            from: civilDate,
            to: civilDate.nullable(),
            /** The provision of it that speaks to the status. */
            provision: id.optional(),
          }),
        )
        .min(1),
    }),
  ),
  /** Statuses that a rulebook was written for besides its own, with the article that says so. */
  extendedStatuses: z
    .array(z.object({ rulebook: id, status: employmentStatus, citation: z.string() }))
    .default([]),
  /**
   * A change of rulebook of which no exception speaks for one situation, and the text that a person has to
   * read before choosing.
   */
  unruledTransitions: z.array(z.object({ from: id, to: id, basis: z.string() })).default([]),
  /** Objections that were pending when their rules changed: a step of `procedure` names the contradiction. */
  pendingObjections: z
    .object({
      procedure: z.string(),
      /** Only a sanction decided before this day can have been objected to before the change. */
      decidedBefore: civilDate,
      /** Whom the older objection rules reached. */
      olderRulesFor: z.array(employmentStatus),
    })
    .optional(),
  /** Statements of lower confidence than this are shown with "check by a person". */
  humanCheckBelow: confidence,
  /** Ethics track while the supported person is not designated yet. */
  ethicsTrack: z.object({
    exception: id,
    provision: id,
    /** Ethics provisions for those to whom `provision` does not speak, by date of act. */
    otherProvisions: z
      .array(z.object({ provision: id, from: civilDate, to: civilDate.nullable() }))
      .default([]),
  }),
  /** What a concurrence rule is for, where the rule itself holds no machine expression. */
  concurrenceUses: z.array(z.object({ rule: id, use: concurrenceUse })).default([]),
  /** Dismissal by statute: the kind that belongs to a provision whose own article names none, by date of act. */
  dismissalKinds: z
    .array(z.object({ provision: id, sanction: id, from: civilDate, to: civilDate.nullable() }))
    .default([]),
  /** Two texts that contradict each other; `note` names the provision that says so. Never decided here. */
  contradictions: z.array(z.object({ sanctions: z.array(id).min(2), from: civilDate, note: id })).default([]),
  /** Kinds of election for which the wording of a provision is debated; `note` as above. */
  debatedScopes: z.array(z.object({ provision: id, scopes: z.array(electionScope), note: id })).default([]),
  /** Provisions with a criminal side that does not reach an ordinary civil servant. */
  notReferred: z.array(id).default([]),
  /** Series whose periods must follow each other without a day between; a pack with a gap is refused. */
  withoutGap: z.array(z.enum(['disciplineRulebooks', 'statuteByDate', 'guidelineByDate'])).optional(),
})
export type RulebookMachine = z.infer<typeof rulebookMachine>

export const lawPackSignature = z.object({
  /** Public key of the publisher: 32 bytes in hex. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** 64 bytes in base64. */
  value: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
})

export const lawPack = z.object({
  packId: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  generatedOn: civilDate,
  language: z.literal('id'),
  title: z.string(),
  note: z.string(),
  keyWarnings: z.array(z.string()),
  /** SHA-256 in hex of the canonical JSON (RFC 8785) of the pack without this field and `signature`. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ed25519 over the canonical JSON of the pack without this field, by the publisher of the pack. */
  signature: lawPackSignature,
  regulations: z.array(regulation),
  provisions: z.array(provision),
  sanctions: z.array(sanction),
  concurrenceRules: z.array(
    z.object({
      id,
      citation: z.string(),
      summary: z.string(),
      regulation: id,
      machine: z.string().optional(),
      confidence: confidence.optional(),
    }),
  ),
  procedure: z.array(procedureStep),
  violationForms: z.array(violationForm),
  authorities: z.array(
    z.object({
      id,
      regulation: id,
      citation: z.string(),
      official: z.string(),
      scope: z.string(),
      sanctions: z.array(z.string()),
      summary: z.string(),
    }),
  ),
  elections: z.array(election),
  rulebookSelection: z.object({
    inputs: z.array(z.string()),
    default: z.string(),
    exceptions: z.array(rulebookException),
    statuteByDate: z.array(datedStatute),
    guidelineByDate: z.array(datedGuideline),
    objectionByDecisionDate: z.array(
      z.object({
        from: civilDate.optional(),
        to: civilDate.optional(),
        rule: z.string(),
        confidence: confidence.optional(),
        note: z.string().optional(),
      }),
    ),
    continuingActs: z.string(),
    machine: rulebookMachine,
  }),
  reference: z.object({
    provinces: z.array(province),
    golongan: z.array(z.object({ code: z.string(), pangkat: z.string() })),
    jabatanKinds: z.array(z.string()),
    instansiTypes: z.array(z.string()),
    ppkByInstansi: z.array(z.object({ instansi: z.string(), ppk: z.string() })),
    letterNumberFormats: z.array(
      z.object({ era: z.string(), pattern: z.string(), examples: z.array(z.string()), note: z.string() }),
    ),
  }),
})
export type LawPack = z.infer<typeof lawPack>
