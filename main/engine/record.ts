import { appendEntry } from './audit-chain/append-entry.ts'
import { publishHead } from './audit-chain/publish-head.ts'
import type { AuditNote } from './context.ts'
import type { Engine, OpenSession } from './engine-state.ts'
import type { WritableDb } from './store/database.ts'

/** Adds an entry of the signed-in account to the audit chain, inside the caller's transaction. */
export function recordNote(
  engine: Engine,
  session: OpenSession,
  db: WritableDb,
  method: string,
  note: AuditNote,
) {
  return appendEntry(db, session.keys.signer, {
    at: engine.now().toISOString(),
    actorId: session.actor.id,
    actorName: session.actor.displayName,
    role: session.actor.role,
    device: engine.start.deviceName,
    method: note.method ?? method,
    caseId: note.caseId ?? null,
    subject: note.subject,
    facts: note.facts ?? {},
  })
}

/**
 * Copies the head out of the database after a commit. The commit stands even when this fails
 * (a full disk, a file held by a scanner): the next commit tries again.
 */
export function publishAuditHead(session: OpenSession): void {
  try {
    publishHead(session.store)
  } catch {
    console.error('[engine] audit head not published; the next commit tries again')
  }
}
