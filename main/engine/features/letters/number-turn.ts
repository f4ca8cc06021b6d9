import { CodedError } from '../../errors.ts'

/** The right to take the next letter number; `end` may be called more than once. */
export type NumberTurn = { end(): void }

const last = new WeakMap<object, Promise<void>>()

/**
 * Waits until no other call on this store is between drawing its pages and taking its number, so that
 * two letters finalised at the same moment do not draw the same number. Throws `call.cancelled`.
 */
export async function takeTurn(connection: object, signal: AbortSignal): Promise<NumberTurn> {
  const before = last.get(connection) ?? Promise.resolve()
  let end: () => void = () => undefined
  const own = new Promise<void>(resolve => {
    end = resolve
  })
  last.set(
    connection,
    before.then(() => own),
  )
  await before
  if (signal.aborted) {
    end()
    throw new CodedError('call.cancelled')
  }
  return { end: () => end() }
}
