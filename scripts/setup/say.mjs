/** A reason to stop that the reader can act on; printed without a stack, exit code 2. */
export class SetupError extends Error {}

const said = new Set()

/** Prints one line of set-up to standard error, once per process; standard output stays the task's own. */
export function say(text) {
  if (said.has(text)) return
  said.add(text)
  process.stderr.write(`[adjudikasn] ${text}\n`)
}
