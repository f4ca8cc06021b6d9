/**
 * An error that a person may meet: a stable code and plain facts, no prose.
 * The sentence for each code is in `shared/strings/id/errors.ts`, so that the
 * engine never speaks a language and logs never carry case content.
 */
export class CodedError extends Error {
  readonly code: string
  readonly facts: ErrorFacts

  constructor(code: string, facts: ErrorFacts = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.name = 'CodedError'
    this.code = code
    this.facts = facts
  }
}

/** Small values that a sentence may mention; never secrets. */
export type ErrorFacts = Record<string, string | number | boolean | null>
