import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { STAGES } from '../../../shared/contract/cases.ts'
import { role } from '../../../shared/contract/define.ts'
import { EXHIBIT_SERIES, provenance } from '../../../shared/contract/evidence.ts'
import { elementState, place, REVIEW_CHECKS, STANCES } from '../../../shared/contract/findings.ts'
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
