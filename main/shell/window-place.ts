export type WindowPlace = { x: number; y: number; width: number; height: number; maximized: boolean }
export type Area = { x: number; y: number; width: number; height: number }

export const DEFAULT_SIZE = { width: 1366, height: 768 } as const
export const LEAST_SIZE = { width: 1100, height: 640 } as const
const GRIP = 120

/**
 * Where the window opens: as remembered when enough of it still lies on a screen to be grabbed, else in the
 * default size without a position (the system then centres it). Takes the work areas of the screens. Pure.
 */
export function placeOnScreens(kept: WindowPlace | null, screens: readonly Area[]): Partial<WindowPlace> {
  if (
    kept === null ||
    !Object.values(kept).every(value => typeof value === 'boolean' || Number.isFinite(value))
  ) {
    return { ...DEFAULT_SIZE, maximized: false }
  }
  const size = {
    width: Math.max(kept.width, LEAST_SIZE.width),
    height: Math.max(kept.height, LEAST_SIZE.height),
    maximized: kept.maximized === true,
  }
  const reachable = screens.some(
    area =>
      kept.x + kept.width > area.x + GRIP &&
      kept.x < area.x + area.width - GRIP &&
      kept.y >= area.y - 10 &&
      kept.y < area.y + area.height - GRIP,
  )
  return reachable ? { ...size, x: kept.x, y: kept.y } : size
}
