type Display = { id: number; bounds: { x: number; y: number; width: number; height: number } }

/** The bounds of the first screen that is not the presenter's own; null when there is but one. Pure. */
export function otherScreen(home: number, screens: readonly Display[]): Display['bounds'] | null {
  return screens.find(display => display.id !== home)?.bounds ?? null
}
