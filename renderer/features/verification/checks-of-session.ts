import { useSyncExternalStore } from 'react'
import type { VerificationResult } from '../../../shared/contract/verification.ts'

/** One check, newest first. Kept in the window's memory only, and per signed-in person. */
export type Check = VerificationResult & { id: number }
const MOST = 50

let owner: string | null = null
let checks: readonly Check[] = []
let lastId = 0
const listeners = new Set<() => void>()

/** Adds a result for this person ('' while locked); what somebody else checked is forgotten. */
export function addCheck(result: VerificationResult, who: string): void {
  lastId += 1
  checks = [{ ...result, id: lastId }, ...(owner === who ? checks : [])].slice(0, MOST)
  owner = who
  for (const listener of listeners) listener()
}

const none: readonly Check[] = []

/** The checks of this person since the program was opened. */
export function useChecks(who: string): readonly Check[] {
  const shown = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => checks,
  )
  return owner === who ? shown : none
}
