import { type Display, startDisplay } from '../../../scripts/virtual-display.ts'

let shared: Promise<Display> | null = null

/** The display for this run: the one that the test set-up started, else one for this process. */
export async function sharedDisplay(): Promise<string> {
  const given = process.env.ADJUDIKASN_TEST_DISPLAY
  if (given) return given
  shared ??= startDisplay()
  return (await shared).name
}

/** Ends the display that `sharedDisplay` started in this process, so that a script can end. */
export async function stopSharedDisplay(): Promise<void> {
  if (shared) (await shared).stop()
  shared = null
}
