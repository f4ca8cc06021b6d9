/** A reason to stop that the reader can act on; printed without a stack, exit code 2. */
export class SetupError extends Error {}

/** Prints one line of set-up to standard error, so that standard output stays the task's own. */
export function say(text) {
  process.stderr.write(`[adjudikasn] ${text}\n`)
}
