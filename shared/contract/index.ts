import type { z } from 'zod'
import { accounts } from './accounts.ts'
import { audit } from './audit.ts'
import { cases } from './cases.ts'
import type { Method } from './define.ts'
import { docket } from './docket.ts'
import { drafts } from './drafts.ts'
import { evidence } from './evidence.ts'
import { findings } from './findings.ts'
import { followUps } from './follow-ups.ts'
import { institution } from './institution.ts'
import { law } from './law.ts'
import { letters } from './letters.ts'
import { persons } from './persons.ts'
import { plenaries } from './plenaries.ts'
import { reports } from './reports.ts'
import { session } from './session.ts'
import { verification } from './verification.ts'

/** Every call between the window and the engine. There is no other way in. */
export const contract = {
  ...session,
  ...accounts,
  ...institution,
  ...drafts,
  ...law,
  ...reports,
  ...persons,
  ...cases,
  ...docket,
  ...evidence,
  ...findings,
  ...plenaries,
  ...letters,
  ...verification,
  ...followUps,
  ...audit,
} satisfies Record<string, Method>

export type Contract = typeof contract
export type MethodName = keyof Contract
/** What a caller may leave out (defaults) is optional here. */
export type Input<K extends MethodName> = z.input<Contract[K]['input']>
/** What a handler gets: parsed, defaults filled in. */
export type Parsed<K extends MethodName> = z.output<Contract[K]['input']>
export type Output<K extends MethodName> = z.output<Contract[K]['output']>
export type Progress<K extends MethodName> =
  NonNullable<Contract[K]['progress']> extends infer P extends z.ZodType ? z.output<P> : never
