import { isOurUrl } from './trusted-url.ts'

export type SenderFacts = {
  /** null when the frame is gone already (Electron 45). */
  frame: { url: string; isTopFrame: boolean } | null
  fromWindow: boolean
}

/** Whether a message to the shell comes from our own page in the top frame of one of our windows. Pure. */
export function isTrustedSender(facts: SenderFacts): boolean {
  return facts.fromWindow && facts.frame?.isTopFrame === true && isOurUrl(facts.frame.url)
}
