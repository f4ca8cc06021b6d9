const FIRST_MS = 250
const LONGEST_MS = 10_000

/** How long to wait before engine number `failures + 1` is started, in milliseconds: 0, 250, 500 … 10 s. */
export function restartDelay(failures: number): number {
  return failures <= 1 ? 0 : Math.min(FIRST_MS * 2 ** (failures - 2), LONGEST_MS)
}
