import type { Contract, MethodName, Output, Parsed } from '../../shared/contract/index.ts'
import type { PrepareContext, ReadContext, WriteContext } from './context.ts'
import type { SessionContext } from './session-context.ts'

type Kind<K extends MethodName> = Contract[K]['kind']
type OrPromise<T> = T | Promise<T>

/** Work before and inside the transaction. `discard` undoes what `prepare` left when nothing is committed. */
export type TwoSteps<I, O, P> = {
  prepare: (input: I, ctx: PrepareContext) => Promise<P>
  commit: (input: I, ctx: WriteContext, prepared: P) => O
  discard?: (prepared: P) => void
}

export type ReadHandler<I, O> = (input: I, ctx: PrepareContext) => OrPromise<O>
export type WriteHandler<I, O> = ((input: I, ctx: WriteContext) => O) | TwoSteps<I, O, unknown>
export type SessionHandler<I, O> = (input: I, ctx: SessionContext) => Promise<O>

/** The handler that a method of the contract needs, by its kind. */
export type HandlerOf<K extends MethodName> =
  Kind<K> extends 'read'
    ? ReadHandler<Parsed<K>, Output<K>>
    : Kind<K> extends 'session'
      ? SessionHandler<Parsed<K>, Output<K>>
      : WriteHandler<Parsed<K>, Output<K>>

/** Handlers of the methods that begin with `feature.`, all of them. */
export type HandlersFor<F extends string> = {
  [K in MethodName as K extends `${F}.${string}` ? K : never]: HandlerOf<K>
}

/** Keeps the type of what `prepare` gives for `commit`, and hides it from the registry. */
export function inTwoSteps<I, O, P>(steps: TwoSteps<I, O, P>): TwoSteps<I, O, unknown> {
  return steps as TwoSteps<I, O, unknown>
}

export type { Kind, PrepareContext, ReadContext, WriteContext }
