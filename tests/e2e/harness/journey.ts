import { afterAll, beforeAll, it } from 'vitest'

const BEGIN_MS = 300_000
const STEP_MS = 600_000

type Step = () => Promise<void>

export type Journey = {
  /** Whatever the steps need, made anew: a copy of the store, a window, a person signed in. */
  begin: Step
  /** Ends what `begin` made, also when it stopped half-way. */
  end(): Promise<void> | undefined
}

/**
 * Steps that build on each other, each a test. One that is tried again after it failed would find what its first
 * try left behind; it therefore begins anew and goes through the steps before it once more.
 */
export function journey({ begin, end }: Journey): (name: string, step: Step) => void {
  const done: Step[] = []
  let whole = false
  let lost = false
  const beginAnew = async () => {
    await end()?.catch(() => undefined)
    await begin()
    for (const step of done) await step()
  }
  beforeAll(async () => {
    try {
      await begin()
    } catch (error) {
      if (!process.env.CI) throw error
      console.error('[harness] the beginning failed; begun once more', error)
      await beginAnew()
    }
    whole = true
  }, BEGIN_MS)
  afterAll(async () => end())
  return (name, step) => {
    let tried = false
    it(
      name,
      async () => {
        // The first try of a step finds a whole window unless the step before failed for good.
        lost ||= !whole && !tried
        if (lost) throw new Error('a step before this one failed')
        tried = true
        if (!whole) await beginAnew()
        // Until the step has come to its end, nobody knows how it left the window.
        whole = false
        await step()
        whole = true
        done.push(step)
      },
      STEP_MS,
    )
  }
}
