import { findNodeAtLocation, type JSONPath, parseTree } from 'jsonc-parser'

/** Why a pack is refused; the sentences are in shared/strings/id/law-errors.ts. */
export type PackFaultReason =
  | 'notJson'
  | 'doubleKey'
  | 'shape'
  | 'level'
  | 'unsigned'
  | 'reference'
  | 'notMutual'
  | 'sanctionBasis'
  | 'duplicate'
  | 'dates'
  | 'overlap'
  | 'gap'
  | 'checksum'
  | 'unknownKey'
  | 'signature'
  | 'otherPack'
  | 'sameVersion'
  | 'olderVersion'

/** The first thing that is wrong with a pack: where in it (as a path) and which id or value is meant. */
export type PackFault = { reason: PackFaultReason; path: JSONPath; id?: string }

/** 'provisions[3].successor[0]'. */
export function pathText(path: JSONPath): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}

/**
 * The line (from 1) at which a path stands in a JSON text; where the path itself is missing, the line of the
 * nearest thing that holds it.
 */
export function lineOfPath(text: string, path: JSONPath): number {
  const root = parseTree(text)
  if (!root) return 1
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    // A property begins with its name, which may stand a line above its value.
    if (node) return lineAt(text, node.parent?.type === 'property' ? node.parent.offset : node.offset)
  }
  return lineAt(text, root.offset)
}

/** The line (from 1) of a position in a text. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}
