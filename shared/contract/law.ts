import { z } from 'zod'
import { civilDate } from '../dates.ts'
import { ticket } from '../ids.ts'
import { contract, everyone, noInput, read, secretariat, write } from './define.ts'
import { lawContents, lawHit, lawPackInfo, lawVersion, provisionDetail } from './law-shapes.ts'
import { AGENCY_TYPES, ELECTION_SCOPES } from './reports.ts'

const named = z.object({ id: z.string(), label: z.string() })

/** What the forms offer to choose from; all of it from the law pack. */
export const lawChoices = z.object({
  packVersion: z.string(),
  provinces: z.array(z.object({ code: z.string(), name: z.string() })),
  grades: z.array(z.object({ code: z.string(), rank: z.string() })),
  positionKinds: z.array(named),
  agencyTypes: z.array(z.object({ id: z.enum(AGENCY_TYPES), supervisingAuthority: z.string() })),
  elections: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      scopes: z.array(z.enum(ELECTION_SCOPES)),
      designatedOn: civilDate.nullable(),
      campaignFrom: civilDate.nullable(),
      campaignTo: civilDate.nullable(),
      needsHumanCheck: z.boolean(),
    }),
  ),
  violationForms: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      examples: z.array(z.string()),
      isViolation: z.boolean(),
      note: z.string(),
    }),
  ),
})
export type LawChoices = z.infer<typeof lawChoices>

export const rulebookReading = z.object({
  rulebook: z.string(),
  label: z.string(),
  /** The law is unclear or the act crosses a boundary: a person chooses among `readings`, with a reason. */
  requiresHumanDecision: z.boolean(),
  /** Acts before the designation of the candidate go the way of the code of ethics. */
  track: z.enum(['discipline', 'ethics']),
  readings: z.array(z.object({ rulebook: z.string(), label: z.string(), basis: z.string() })),
  trace: z.array(z.string()),
})
export type RulebookReading = z.infer<typeof rulebookReading>

export const law = contract('law', {
  choices: read({ input: noInput, output: lawChoices, roles: everyone }),
  /** Packs that the store keeps, highest version first. */
  listPacks: read({ input: noInput, output: z.array(lawPackInfo), roles: everyone }),
  /**
   * Adds a signed pack from a file; nothing is taken away and no case changes its pack. Codes: law.packInvalid
   * {file, reason, line, at, id}, law.packKnown {version}, law.packTooLarge {file}, files.unreadable.
   */
  importPack: write({
    input: z.strictObject({ file: ticket }),
    output: z.object({ version: z.string(), packs: z.array(lawPackInfo) }),
    roles: secretariat,
  }),
  /** All of one pack but the details of provisions. Codes: law.packUnknown, law.packChanged. */
  contents: read({
    input: z.strictObject({ version: lawVersion.nullable().default(null) }),
    output: lawContents,
    roles: everyone,
  }),
  /** Codes: law.unknownProvision and as `contents`. */
  provision: read({
    input: z.strictObject({
      provisionId: z.string().max(120),
      version: lawVersion.nullable().default(null),
    }),
    output: provisionDetail,
    roles: everyone,
  }),
  /** Everything of one pack that holds all the words, with their affixes folded; best first. */
  search: read({
    input: z.strictObject({
      query: z.string().max(200),
      version: lawVersion.nullable().default(null),
      limit: z.number().int().min(1).max(200).default(200),
    }),
    output: z.array(lawHit),
    roles: everyone,
  }),
})
