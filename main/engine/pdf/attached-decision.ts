import { sha256Of } from '../sha256.ts'
import { decisionFormat, type LetterDocument } from './letter-types.ts'

/** The machine-readable companion of a letter: what is printed, and the decision behind it. */
export function attachedDecision(letter: LetterDocument): { bytes: Uint8Array; sha256: string } {
  const content = {
    format: decisionFormat,
    version: 1,
    letter: {
      id: letter.id,
      number: letter.number,
      datedOn: letter.datedOn,
      place: letter.place,
      classification: letter.classification,
      subject: letter.subject,
      institution: letter.letterhead.name,
      addressee: letter.addressee,
      signatories: letter.signatories,
      copyRecipients: letter.copyRecipients,
      draft: letter.draft,
    },
    decision: letter.decision,
  }
  const bytes = new TextEncoder().encode(JSON.stringify(content, null, 1))
  return { bytes, sha256: sha256Of(bytes) }
}
