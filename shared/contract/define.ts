import { z } from 'zod'

// No `new Function()` probes: keeps script-src 'self' free of violations.
// Messages are codes; their sentences are in shared/strings/id/errors.ts.
z.config({ jitless: true, customError: issue => `input.${issue.code}` })

/** The people of the program. `deputyChair` acts when the chair is absent. */
export const ROLES = ['assistant', 'commissioner', 'chair', 'deputyChair', 'secretariat'] as const
export const role = z.enum(ROLES)
export type Role = z.infer<typeof role>

/** All who take part in deciding cases, and those who examine them. */
export const deciders = ['commissioner', 'chair', 'deputyChair'] as const satisfies readonly Role[]
export const examiners = ['assistant', ...deciders] as const satisfies readonly Role[]
export const presiders = ['chair', 'deputyChair'] as const satisfies readonly Role[]
export const assistants = ['assistant'] as const satisfies readonly Role[]
export const secretariat = ['secretariat'] as const satisfies readonly Role[]
export const everyone = ROLES

/** 'lockedToo' may be called before anyone has unlocked the store. */
export type Access = readonly Role[] | 'lockedToo'

/**
 * What a call does to the store:
 * - `read`: nothing;
 * - `view`: nothing, but it leaves an audit entry (exhibits and letters opened or exported);
 * - `write`: changes rows inside one transaction together with its audit entry;
 * - `session`: opens, closes or re-keys the store itself; writes its own audit entries;
 * - `draft`: keeps unfinished typing of the caller, which is no part of the record: no audit entry.
 */
export type MethodKind = 'read' | 'view' | 'write' | 'session' | 'draft'

export type Method<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  P extends z.ZodType = z.ZodType,
  K extends MethodKind = MethodKind,
> = {
  readonly kind: K
  readonly input: I
  readonly output: O
  readonly progress: P | undefined
  readonly roles: Access
}

type Shape<I extends z.ZodType, O extends z.ZodType, P extends z.ZodType> = {
  input: I
  output: O
  roles: Access
  progress?: P
}

function method<K extends MethodKind>(kind: K) {
  return <I extends z.ZodType, O extends z.ZodType, P extends z.ZodType = z.ZodNever>(
    shape: Shape<I, O, P>,
  ): Method<I, O, P, K> => ({ progress: undefined, ...shape, kind })
}

export const read = method('read')
export const view = method('view')
export const write = method('write')
export const sessionCall = method('session')
export const draftCall = method('draft')

/** Names the methods of one feature `feature.verbNoun`. */
export function contract<F extends string, M extends Record<string, Method>>(
  feature: F,
  methods: M,
): { [K in keyof M & string as `${F}.${K}`]: M[K] } {
  const named: Record<string, Method> = {}
  for (const [name, definition] of Object.entries(methods)) named[`${feature}.${name}`] = definition
  return named as { [K in keyof M & string as `${F}.${K}`]: M[K] }
}

/** How far a long piece of work is: `done` of `total`, with the name of what is being worked on. */
export const progressCount = z.object({
  done: z.number().int(),
  total: z.number().int(),
  label: z.string().optional(),
})
export type ProgressCount = z.infer<typeof progressCount>

export const nothing = z.object({})
export const noInput = z.strictObject({})
