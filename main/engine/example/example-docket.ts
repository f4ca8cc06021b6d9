import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { STAGES } from '../../../shared/contract/cases.ts'
import { role } from '../../../shared/contract/define.ts'
import { EXHIBIT_SERIES, provenance } from '../../../shared/contract/evidence.ts'
import { elementState, place, REVIEW_CHECKS, STANCES } from '../../../shared/contract/findings.ts'
import { completion, conflictKind } from '../../../shared/contract/intake-shapes.ts'
import { VERDICTS } from '../../../shared/contract/plenaries.ts'
import { reportInput } from '../../../shared/contract/reports.ts'
import { civilDate, instant, zone } from '../../../shared/dates.ts'
import { CodedError } from '../errors.ts'

// The example docket speaks the inputs of the contract, so whoever loads it only has to replace keys
// ('rina', 'P-1', person 2) by the ids that the engine gave.

const key = z.string().regex(/^[a-z0-9-]+$/)

const link = z.object({
  /** Key of an exhibit of the same case. */
  exhibit: key,
  stance: z.enum(STANCES),
  place,
  note: z.string(),
})

const finding = z.object({
  /** 1-based position of the person in the report. */
  respondent: z.int().min(1),
  provisionId: z.string(),
  author: key,
  assessments: z.array(
    z.object({
      elementId: z.string(),
      state: elementState,
      reasons: z.string(),
      defence: z.string(),
      defenceReply: z.string(),
      links: z.array(link),
    }),
  ),
  conclusion: z.enum(['proven', 'notProven', 'undecided']),
  consideration: z.string(),
  proposal: z.object({ sanctionId: z.string(), reason: z.string() }).nullable(),
  /** Null: not handed to a second person yet. */
  review: z
    .object({
      reviewer: key,
      outcome: z.enum(['approved', 'returned']),
      checks: z.array(z.enum(REVIEW_CHECKS)),
      comment: z.string(),
    })
    .nullable(),
})
export type ExampleFinding = z.infer<typeof finding>

const plenary = z.object({
  heldOn: civilDate,
  startTime: z.string(),
  zone,
  place: z.string(),
  present: z.array(key),
  recusals: z.array(z.object({ member: key, reason: z.string() })),
  votes: z.array(
    z.object({
      respondent: z.int().min(1),
      ballots: z.array(
        z.object({
          member: key,
          verdict: z.enum(VERDICTS),
          sanctionId: z.string().nullable(),
          opinion: z.string(),
        }),
      ),
    }),
  ),
})

const exampleCase = z.object({
  key,
  report: key,
  stage: z.enum(STAGES),
  openedAt: instant,
  assistants: z.array(key).min(1),
  reviewers: z.array(key),
  commissioners: z.array(key),
  /** The rulebook a person chose, with the dates and the reason that are kept. */
  rulebook: z.object({
    chosen: z.string(),
    examinedOn: civilDate.nullable(),
    decidedOn: civilDate.nullable(),
    reason: z.string(),
  }),
  exhibits: z.array(
    z.object({ key, series: z.enum(EXHIBIT_SERIES), title: z.string(), file: z.string(), provenance }),
  ),
  findings: z.array(finding),
  plenary: plenary.nullable(),
  /** The sanction decisions of the supervising authority, where they came. */
  sanctionDecisions: z.array(
    z.object({
      respondent: z.int().min(1),
      number: z.string(),
      on: civilDate,
      sanctionId: z.string(),
      note: z.string(),
    }),
  ),
})
export type ExampleCase = z.infer<typeof exampleCase>

/** One person under one provision, all elements in the same state but those named. */
const briefFinding = z.object({
  respondent: z.int().min(1),
  provisionId: z.string(),
  /** Elements that are not proven; then neither is the finding. */
  notProven: z.array(z.string()).default([]),
  reasons: z.string(),
  defence: z.string().default(''),
  defenceReply: z.string().default(''),
  consideration: z.string(),
  /** The level where the provision has several, by its effect. */
  level: z.object({ level: z.enum(['ringan', 'sedang', 'berat']), reason: z.string() }).nullable(),
  proposal: z.object({ sanctionId: z.string(), reason: z.string() }).nullable(),
})
export type BriefFinding = z.infer<typeof briefFinding>

const briefLetter = z.object({
  respondent: z.int().min(1),
  until: z.enum(['draft', 'issued']),
  addressee: z
    .object({ to: z.enum(['ppk', 'higher']), reason: z.string() })
    .nullable()
    .default(null),
  withOpinions: z.boolean().default(false),
})
export type BriefLetter = z.infer<typeof briefLetter>

/** A case told in short: what it is there to show, and the acts that lead to it. */
const briefCase = z.object({
  key,
  /** Paths of the program that it shows; the test of the docket knows them. */
  shows: z.array(z.string()).min(1),
  report: reportInput,
  /** Sent back on a day and, where it came again, completed on another. */
  returned: z
    .object({ on: civilDate, completedOn: civilDate.nullable(), values: completion })
    .nullable()
    .default(null),
  conflicts: z
    .array(z.object({ respondent: z.int().min(1), kind: conflictKind, note: z.string() }))
    .default([]),
  /** Null: only a report, without a case file. */
  opened: z
    .object({
      at: instant,
      incompleteReason: z.string().default(''),
      examinedOn: civilDate.nullable().default(null),
      decidedOn: civilDate.nullable().default(null),
      /** Where the law leaves a choice: which rulebook, why, and whether the letter says so. */
      choice: z
        .object({ rulebook: z.string(), reason: z.string(), inLetter: z.boolean() })
        .nullable()
        .default(null),
      /** Title and what it says; a text file is made of it. `sameAs`: the same bytes as that of another case. */
      exhibit: z.object({ title: z.string(), text: z.string(), sameAs: key.nullable().default(null) }),
      findings: z.array(briefFinding),
      link: z.object({ case: key, reason: z.string() }).nullable().default(null),
    })
    .nullable(),
})
export type BriefCase = z.infer<typeof briefCase>

const choice = z.object({
  verdict: z.enum(VERDICTS),
  sanctionId: z.string().nullable().default(null),
  moralSanctionId: z.string().nullable().default(null),
  opinion: z.string().default(''),
})
export type BriefChoice = z.infer<typeof choice>

const meeting = z.object({
  heldOn: civilDate,
  startTime: z.string(),
  zone,
  place: z.string(),
  present: z.array(key),
  agenda: z.array(
    z.object({
      case: key,
      /** The plenary decides again about a person. */
      reconsiders: z
        .object({ respondent: z.int().min(1), kind: z.enum(['correction', 'reopening']), reason: z.string() })
        .nullable()
        .default(null),
      recusals: z.array(z.object({ member: key, reason: z.string() })).default([]),
      votes: z.array(
        z.object({
          respondent: z.int().min(1),
          /** What all present members vote, but those named in `but`. */
          all: choice,
          but: z.record(key, choice).default({}),
          /** A first ballot of a member that the counted one replaces. */
          replaced: z.object({ member: key, choice }).nullable().default(null),
        }),
      ),
      letters: z.array(briefLetter).default([]),
    }),
  ),
})
export type BriefMeeting = z.infer<typeof meeting>

export const exampleDocket = z.object({
  docketId: key,
  version: z.string(),
  note: z.string(),
  /** The day on which the docket looks alive; deadlines are computed from its dates, not from it. */
  asOf: civilDate,
  accounts: z.array(
    z.object({
      key,
      signInName: z.string(),
      displayName: z.string(),
      role,
      position: z.string(),
      region: z.string(),
    }),
  ),
  reports: z.array(z.object({ key, input: reportInput })),
  cases: z.array(exampleCase),
  briefCases: z.array(briefCase),
  /** Meetings that decide the cases told in short, many in one. */
  meetings: z.array(meeting),
})
export type ExampleDocket = z.infer<typeof exampleDocket>

/** Folder of the exhibit files, inside the resources. */
export const EXAMPLE_EXHIBITS = 'example/exhibits'

/** Reads the example docket from the resources. Throws 'example.docketInvalid' {at}. */
export function loadExampleDocket(resourcesDir: string): ExampleDocket {
  const raw: unknown = JSON.parse(readFileSync(join(resourcesDir, 'example/example-docket.json'), 'utf8'))
  const parsed = exampleDocket.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new CodedError('example.docketInvalid', { at: parsed.error.issues[0]?.path.join('.') ?? '' })
}
