import { buildProgram } from '../../../scripts/build.ts'
import { startDisplay } from '../../../scripts/virtual-display.ts'

/** Before all end-to-end tests: builds once and starts one display. Gives what ends the display. */
export default async function setUp(): Promise<() => void> {
  await buildProgram()
  process.env.ADJUDIKASN_TEST_BUILT = '1'
  if (process.env.ADJUDIKASN_TEST_DISPLAY) return () => undefined
  const display = await startDisplay()
  process.env.ADJUDIKASN_TEST_DISPLAY = display.name
  return () => display.stop()
}
