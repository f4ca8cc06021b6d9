import type { EXHIBIT_KINDS, ExhibitNotice } from '../../../../../shared/contract/evidence.ts'
import type { ByteSource } from './byte-source.ts'
import { claimedFamily } from './claimed-family.ts'
import { imageKind } from './image-kind.ts'
import { mediaKind } from './media-kind.ts'
import { packedKind } from './packed-kind.ts'
import { pdfKind } from './pdf-kind.ts'
import { sniffedKind } from './sniffed-kind.ts'
import { textKind } from './text-kind.ts'

/** What a file is by its bytes, and how it may be shown. */
export type KindFacts = {
  kind: (typeof EXHIBIT_KINDS)[number]
  /** Media type under which a viewer gets the bytes; 'application/octet-stream' when it gets none. */
  mime: string
  notice: ExhibitNotice | null
  /** Pixels as shown, that is after the rotation that a camera noted. */
  width: number | null
  height: number | null
}

/** Facts of a file without pixels. */
export function plainKind(
  kind: KindFacts['kind'],
  mime: string,
  notice: ExhibitNotice | null = null,
): KindFacts {
  return { kind, mime, notice, width: null, height: null }
}

/** The first bytes, enough for every rule that looks at a beginning. */
const HEAD_BYTES = 64 * 1024

/**
 * Decides by content alone what an exhibit is; the name is only compared, to warn when it claims something
 * else (`page.html.jpg`). Never throws for bad content: what cannot be understood is 'damaged' or 'other',
 * and only kinds whose viewers run nothing are ever shown (rule 8 of the product).
 */
export async function exhibitKind(source: ByteSource, fileName: string): Promise<KindFacts> {
  if (source.size === 0) return plainKind('damaged', OCTETS, 'emptyFile')
  const head = source.readAt(0, HEAD_BYTES)
  const facts =
    attempt(() => imageKind(source, head)) ??
    attempt(() => pdfKind(source, head)) ??
    attempt(() => packedKind(head)) ??
    attempt(() => mediaKind(source, head)) ??
    (await sniffedKind(source, head)) ??
    textKind(source, fileName) ??
    plainKind('other', OCTETS, 'unknownKind')
  return withNameNotice(facts, fileName)
}

export const OCTETS = 'application/octet-stream'

/** Rules say null for "not mine"; one that trips over hostile bytes says that the file is damaged. */
function attempt(rule: () => KindFacts | null): KindFacts | null {
  try {
    return rule()
  } catch {
    return plainKind('damaged', OCTETS, 'undecodable')
  }
}

function withNameNotice(facts: KindFacts, fileName: string): KindFacts {
  if (facts.notice !== null) return facts
  const claimed = claimedFamily(fileName)
  if (claimed === null || claimed === facts.kind) return facts
  // A recording may be sound or picture in the same container; that is no trick.
  if (['audio', 'video'].includes(claimed) && ['audio', 'video'].includes(facts.kind)) return facts
  return { ...facts, notice: 'nameMismatch' }
}
