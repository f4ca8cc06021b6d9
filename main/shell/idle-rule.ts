export type IdleFacts = {
  unlocked: boolean
  /** A plenary is being shown: no time-out while presenting. */
  holdOpen: boolean
  /** 0 switches the idle lock off. */
  idleMinutes: number
  systemIdleSeconds: number
  secondsSinceInput: number
}

/** Whether nobody has touched the laptop or the window for so long that the store must be locked. Pure. */
export function shouldLockForIdle(facts: IdleFacts): boolean {
  if (!facts.unlocked || facts.holdOpen || facts.idleMinutes <= 0) return false
  return Math.min(facts.systemIdleSeconds, facts.secondsSinceInput) >= facts.idleMinutes * 60
}
