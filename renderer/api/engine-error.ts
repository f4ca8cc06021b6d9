import type { WireError } from '../../shared/wire.ts'

/** A refusal of the engine: `code` and `facts` make the sentence, `issues` name the fields of a form. */
export class EngineError extends Error {
  readonly code: string
  readonly facts: WireError['facts']
  readonly issues: NonNullable<WireError['issues']>

  constructor({ code, facts, issues }: WireError) {
    super(code)
    this.name = 'EngineError'
    this.code = code
    this.facts = facts
    this.issues = issues ?? []
  }
}

/** Any thrown thing as a coded error; what is not coded becomes 'internal'. */
export function asEngineError(thrown: unknown): EngineError {
  if (thrown instanceof EngineError) return thrown
  console.error(thrown)
  return new EngineError({ code: 'internal', facts: {} })
}
