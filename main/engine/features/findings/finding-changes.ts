import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type changedLink, type FindingChange, findingChange } from '../../../../shared/contract/findings.ts'
import type { ReadContext, WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { changeRows, insertChange } from './finding-changes.queries.ts'
import type { LinkRecord } from './finding-record.ts'
import { findingRow } from './findings.queries.ts'

/** One part of a finding before and after; equal texts are no change. */
export type Change = Pick<FindingChange, 'field' | 'before' | 'after'> & { elementId?: string }

/** Keeps what changed, with both texts, by whom and when. */
export function noteChanges(ctx: WriteContext, findingId: string, changes: readonly Change[]): void {
  const at = ctx.now().toISOString()
  for (const { elementId = null, ...change } of changes) {
    if (change.before === change.after) continue
    insertChange(ctx.db, { ...change, elementId, findingId, id: randomUUID(), at, accountId: ctx.actor.id })
  }
}

/** An exhibit link as the history keeps it. */
export function linkText(link: Pick<LinkRecord, 'exhibitNumber' | 'stance' | 'place' | 'note'>): string {
  const { exhibitNumber: number, stance, place, note } = link
  return JSON.stringify({ number, stance, place, note } satisfies z.infer<typeof changedLink>)
}

/** The history of a finding, also of one that was withdrawn. Throws `findings.unknown`. */
export function findingChanges(input: { findingId: string }, ctx: ReadContext): FindingChange[] {
  if (!findingRow(ctx.db, input.findingId)) throw new CodedError('findings.unknown')
  return changeRows(ctx.db, input.findingId).map(row => findingChange.parse(row))
}
