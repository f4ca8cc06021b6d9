import type { AnyHandler, Registry } from '../dispatcher.ts'
import { accountsHandlers } from './accounts/accounts.handlers.ts'
import { auditHandlers } from './audit/audit.handlers.ts'
import { casesHandlers } from './cases/cases.handlers.ts'
import { docketHandlers } from './docket/docket.handlers.ts'
import { draftsHandlers } from './drafts/drafts.handlers.ts'
import { evidenceHandlers } from './evidence/evidence.handlers.ts'
import { findingsHandlers } from './findings/findings.handlers.ts'
import { followUpsHandlers } from './follow-ups/follow-ups.handlers.ts'
import { institutionHandlers } from './institution/institution.handlers.ts'
import { lawHandlers } from './law/law.handlers.ts'
import { lettersHandlers } from './letters/letters.handlers.ts'
import { personsHandlers } from './persons/persons.handlers.ts'
import { plenariesHandlers } from './plenaries/plenaries.handlers.ts'
import { reportsHandlers } from './reports/reports.handlers.ts'
import { sessionHandlers } from './session/session.handlers.ts'
import { verificationHandlers } from './verification/verification.handlers.ts'

const features = [
  sessionHandlers,
  accountsHandlers,
  institutionHandlers,
  draftsHandlers,
  auditHandlers,
  lawHandlers,
  reportsHandlers,
  personsHandlers,
  casesHandlers,
  docketHandlers,
  evidenceHandlers,
  findingsHandlers,
  plenariesHandlers,
  lettersHandlers,
  followUpsHandlers,
  verificationHandlers,
]

/** Every handler by the name of its method, one line each feature. */
export const registry: Registry = Object.freeze(
  Object.assign(Object.create(null) as Record<string, AnyHandler>, ...features),
)
