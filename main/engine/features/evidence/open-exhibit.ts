import type { Exhibit } from '../../../../shared/contract/evidence.ts'
import type { PrepareContext, ReadContext, WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { addCustody, countOpening, type ExhibitRow, exhibitRow, saveIntegrity } from './evidence.queries.ts'
import { exhibitNumber } from './evidence.rules.ts'
import { exhibitView } from './exhibit-view.ts'
import { decodeText } from './kind/decode-text.ts'

type Checked = { integrity: 'intact' | 'changed' | 'missing'; text: string | null; textCut: boolean }

/** Text beyond this is not sent to the window; the exhibit itself stays whole. */
const MOST_TEXT_BYTES = 2 * 1024 * 1024

/** The exhibit's row. Throws `evidence.unknown`. */
export function requireExhibit(ctx: Pick<ReadContext, 'db' | 'actor'>, exhibitId: string): ExhibitRow {
  const row = exhibitRow(ctx.db, exhibitId, ctx.actor.id)
  if (!row) throw new CodedError('evidence.unknown')
  return row
}

/** Reads and hashes the whole exhibit again before anything of it is shown (row 12). */
export async function checkBeforeOpening(
  input: { exhibitId: string },
  ctx: PrepareContext,
): Promise<Checked> {
  const row = requireExhibit(ctx, input.exhibitId)
  const { vault, signal } = ctx
  const integrity = await vault.verify(row.blobId, row.sha256, { signal })
  if (integrity !== 'intact' || row.kind !== 'text') return { integrity, text: null, textCut: false }
  const textCut = row.size > MOST_TEXT_BYTES
  const bytes = await vault.readAt(row.blobId, 0, MOST_TEXT_BYTES)
  return { integrity, text: decodeText(bytes, textCut) ?? bytes.toString('latin1'), textCut }
}

/**
 * Enters the opening and what the check found. Changed or missing bytes get no token; the call still
 * succeeds, because a refusal would take back the entry that says so.
 */
export function enterOpening(
  input: { exhibitId: string },
  ctx: WriteContext,
  checked: Checked,
): { exhibit: Exhibit; token: string | null; text: string | null; textCut: boolean } {
  const row = requireExhibit(ctx, input.exhibitId)
  const at = ctx.now().toISOString()
  const { integrity, text, textCut } = checked
  saveIntegrity(ctx.db, row.id, integrity, at)
  const intact = integrity === 'intact'
  if (intact) countOpening(ctx.db, row.id, ctx.actor.id, at)
  const act = intact ? 'opened' : 'verified'
  addCustody(ctx.db, { exhibitId: row.id, at, accountId: ctx.actor.id, act, detail: intact ? '' : integrity })
  ctx.record({ caseId: row.caseId, subject: exhibitNumber(row), facts: { integrity, sha256: row.sha256 } })
  ctx.publish('evidence.changed', { caseId: row.caseId, exhibitId: row.id })
  const shown = intact && SHOWN_KINDS.includes(row.kind)
  const { blobId, mime, fileName: name, size } = row
  const token = shown ? ctx.tokens.issue({ blobId, mime, name, size }) : null
  return { exhibit: exhibitView(requireExhibit(ctx, row.id)), token, text, textCut }
}

/** Kinds with a viewer; the bytes of all others never reach the window. */
const SHOWN_KINDS = ['image', 'pdf', 'text', 'audio', 'video']
