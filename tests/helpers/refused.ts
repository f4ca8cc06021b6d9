import { expect } from 'vitest'
import { errorSentence } from '../../shared/strings/id/errors.ts'
import { Refused, type TestEngine } from './test-engine.ts'

/** One account of each role; surya is a commissioner who is not assigned to any case. */
export const EACH_ROLE = ['sari', 'rina', 'laksmi', 'bakti', 'ningsih', 'surya']

/** The call is refused with one of the codes, and the code has a sentence for the person who meets it. */
export async function refused(run: Promise<unknown>, ...codes: string[]) {
  const error = await run.then(
    () => null,
    (cause: unknown) => cause,
  )
  if (!(error instanceof Refused)) throw new Error(`was not refused: expected ${codes.join(' or ')}`)
  expect(codes).toContain(error.code)
  if (error.code !== 'input.invalid') {
    expect(errorSentence(error.code, error.facts), error.code).not.toMatch(/\(kode |undefined/)
  }
}

/** The same call by every role; each must be refused with one of the codes. */
export async function refusedForAll(
  engine: TestEngine,
  names: readonly string[],
  run: () => Promise<unknown>,
  ...codes: string[]
) {
  for (const name of names) {
    await engine.as(name)
    await refused(run(), 'access.denied', ...codes)
  }
}
