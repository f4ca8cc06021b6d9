import { decisionFormat } from './letter-types.ts'
import type { MinutesDocument } from './minutes-types.ts'
import { minutesWording } from './minutes-wording.ts'

/**
 * The machine-readable companion of fixed minutes: what our verifier needs to name the document and those who
 * are to sign it, and attendance, votes with their seals and results as they are printed.
 */
export function attachedMinutes(minutes: MinutesDocument): Uint8Array {
  const { letterhead, signatories, cases, attendance, quorum, auditDayRoot } = minutes
  const content = {
    format: decisionFormat,
    version: 1,
    letter: {
      id: minutes.id,
      number: minutes.number,
      datedOn: minutes.heldOn,
      place: minutes.place,
      subject: minutesWording.subject,
      institution: letterhead.name,
      addressee: [],
      signatories,
    },
    minutes: {
      heldOn: minutes.heldOn,
      presidedBy: minutes.presidedBy,
      attendance,
      quorum,
      cases,
      auditDayRoot,
    },
  }
  return new TextEncoder().encode(JSON.stringify(content, null, 1))
}
