import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { EXHIBIT_SERIES, Exhibit, SameElsewhere } from '../../../../shared/contract/evidence.ts'
import { requireExaminer } from '../../authorise.ts'
import type { PrepareContext, WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import type { Sealed } from '../../vault/vault.ts'
import { refreshStage } from '../cases/index.ts'
import { elsewhereOf } from './elsewhere.ts'
import { addCustody, exhibitRowsById, insertExhibit, takeSerial } from './evidence.queries.ts'
import { EMPTY_PROVENANCE, exhibitNumber } from './evidence.rules.ts'
import { exhibitView } from './exhibit-view.ts'
import { displayName, titleFrom } from './file-name.ts'
import { indexExhibit } from './index-exhibit.ts'
import { exhibitKind, type KindFacts } from './kind/exhibit-kind.ts'

type Input = { caseId: string; series: (typeof EXHIBIT_SERIES)[number]; files: string[] }
type SealedFile = Sealed & { name: string; facts: KindFacts }
export type SealedFiles = {
  files: SealedFile[]
  refused: { name: string; code: string }[]
  undo: () => void
}

/** A file is named with its share while it is this large, so that the count does not seem to stand still. */
const LARGE_FILE = 16 * 1024 * 1024

/**
 * Seals each file into the vault while hashing it, then looks at the sealed bytes to tell its kind, so that
 * what is judged is what was kept. A folder or an unreadable file is refused by name and the others go on;
 * any other error, and a cancel, takes every sealed file away again. Throws `call.cancelled`.
 */
export async function sealFiles(input: Input, ctx: PrepareContext): Promise<SealedFiles> {
  requireExaminer(ctx.db, ctx.actor, input.caseId)
  const { vault } = ctx
  const files: SealedFile[] = []
  const refused: SealedFiles['refused'] = []
  const undo = () => {
    for (const file of files) vault.discard(file.blobId)
  }
  const total = input.files.length
  try {
    for (const [done, ticket] of input.files.entries()) {
      if (ctx.signal.aborted) throw new CodedError('call.cancelled')
      const path = await pathOf(ticket, ctx)
      const name = path === null ? '_' : displayName(path)
      ctx.progress({ done, total, label: name })
      const code = path === null ? 'files.ticketUnknown' : await refusalOf(path)
      if (path === null || code !== null) {
        refused.push({ name, code: code ?? 'files.ticketUnknown' })
        continue
      }
      const sealed = await sealOne(path, name, ctx, share => ctx.progress({ done, total, label: share }))
      if (typeof sealed === 'string') refused.push({ name, code: sealed })
      else files.push(sealed)
    }
    if (ctx.signal.aborted) throw new CodedError('call.cancelled')
    ctx.progress({ done: total, total })
    return { files, refused, undo }
  } catch (error) {
    undo()
    throw error
  }
}

async function pathOf(ticket: string, ctx: PrepareContext): Promise<string | null> {
  try {
    return await ctx.redeem(ticket)
  } catch {
    return null
  }
}

/** Folders, pipes and devices are no exhibits; a file that is gone is named as such. */
async function refusalOf(path: string): Promise<string | null> {
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) return 'evidence.isFolder'
    return facts.isFile() ? null : 'evidence.notAFile'
  } catch {
    return 'evidence.unreadable'
  }
}

async function sealOne(
  path: string,
  name: string,
  ctx: PrepareContext,
  onShare: (label: string) => void,
): Promise<SealedFile | string> {
  const { vault, signal } = ctx
  const onProgress = (done: number, total: number | null) => {
    if (total !== null && total >= LARGE_FILE) onShare(`${name} · ${Math.floor((done / total) * 100)} %`)
  }
  let sealed: Sealed
  try {
    sealed = await vault.put(path, { signal, onProgress })
  } catch (error) {
    if (error instanceof CodedError && error.code === 'vault.sourceUnreadable') return 'evidence.unreadable'
    if (error instanceof CodedError && error.code === 'vault.cancelled')
      throw new CodedError('call.cancelled')
    throw error
  }
  try {
    const blob = await vault.open(sealed.blobId)
    try {
      return { ...sealed, name, facts: await exhibitKind(blob, name) }
    } finally {
      blob.close()
    }
  } catch (error) {
    vault.discard(sealed.blobId)
    throw error
  }
}

/** Numbers and enters all sealed files in one transaction. */
export function enterExhibits(
  input: Input,
  ctx: WriteContext,
  sealed: SealedFiles,
): { taken: Exhibit[]; refused: SealedFiles['refused']; elsewhere: SameElsewhere[] } {
  requireExaminer(ctx.db, ctx.actor, input.caseId)
  if (sealed.files.length === 0) {
    // Nothing was changed; the attempt is still noted, since the call is a write.
    ctx.record({ caseId: input.caseId, subject: input.caseId, facts: { refused: sealed.refused.length } })
    return { taken: [], refused: sealed.refused, elsewhere: [] }
  }
  const ids = sealed.files.map(file => enterOne(input, ctx, file))
  const taken = exhibitRowsById(ctx.db, ids, ctx.actor.id).map(exhibitView)
  for (const exhibit of taken) {
    const { number, fileName, sha256, kind, size, sameAs } = exhibit
    const detail = { number, fileName, sha256, kind, size, sameAs }
    ctx.record({ caseId: input.caseId, subject: number, facts: detail })
    indexExhibit(ctx.db, exhibit)
  }
  refreshStage(ctx.db, input.caseId, ctx.now())
  ctx.publish('evidence.changed', { caseId: input.caseId })
  const numbers = new Set(taken.map(exhibit => exhibit.number))
  const elsewhere = elsewhereOf(ctx, input.caseId).filter(entry => numbers.has(entry.number))
  return { taken, refused: sealed.refused, elsewhere }
}

function enterOne(input: Input, ctx: WriteContext, file: SealedFile): string {
  const id = randomUUID()
  const at = ctx.now().toISOString()
  const serial = takeSerial(ctx.db, input.caseId, input.series)
  insertExhibit(ctx.db, {
    ...file.facts,
    id,
    caseId: input.caseId,
    series: input.series,
    serial,
    title: titleFrom(file.name),
    fileName: file.name,
    size: file.size,
    sha256: file.sha256,
    blobId: file.blobId,
    integrity: 'intact',
    integrityCheckedAt: at,
    provenance: JSON.stringify(EMPTY_PROVENANCE),
    takenInAt: at,
    takenInBy: ctx.actor.id,
  })
  const detail = `${exhibitNumber({ series: input.series, serial })} · ${file.sha256}`
  addCustody(ctx.db, { exhibitId: id, at, accountId: ctx.actor.id, act: 'takenIn', detail })
  return id
}
