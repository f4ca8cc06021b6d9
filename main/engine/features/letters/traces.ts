import { sha256Of } from '../../sha256.ts'
import { type BodyNode, type ComposedLetter, plainText } from './compose-letter.ts'
import type { TraceRow } from './letters.queries.ts'

/** A traced block compared with its source as it is now. */
export type TraceState = {
  trace: string
  label: string
  exhibits: string[]
  changed: boolean
  /** What the source would say now; null when it is gone. */
  currentText: string | null
}

/** Rows to keep for a letter that was just written. */
export function tracesOfDraft(composed: ComposedLetter): TraceRow[] {
  return composed.traced.map(({ trace, label, exhibits, node }) => {
    const sourceText = plainText(node, composed.variables)
    return { trace, label, exhibits, sourceText, sourceHash: sha256Of(sourceText) }
  })
}

/** Compares each kept source with what it says now; blocks that were deleted from the body are left out. */
export function traceStates(
  kept: readonly TraceRow[],
  current: ComposedLetter,
  body: BodyNode,
): TraceState[] {
  const now = new Map(tracesOfDraft(current).map(row => [row.trace, row]))
  const used = usedTraces(body)
  return kept
    .filter(row => used.has(row.trace))
    .map(row => {
      const source = now.get(row.trace)
      return {
        trace: row.trace,
        label: source?.label ?? row.label,
        exhibits: source?.exhibits ?? row.exhibits,
        changed: source?.sourceHash !== row.sourceHash,
        currentText: source?.sourceText ?? null,
      }
    })
}

function usedTraces(node: BodyNode, found = new Set<string>()): Set<string> {
  const trace = node.attrs?.trace
  if (typeof trace === 'string') found.add(trace)
  for (const child of node.content ?? []) usedTraces(child, found)
  return found
}

/** The body with the first block of that trace replaced and further ones of it taken out; the rest untouched. */
export function withBlock(body: BodyNode, trace: string, node: BodyNode): BodyNode {
  let placed = false
  const content = (body.content ?? []).flatMap(child => {
    if (child.attrs?.trace !== trace) return [child.content ? withBlock(child, trace, node) : child]
    if (placed) return []
    placed = true
    return [node]
  })
  return { ...body, content }
}
