import { type Node, type ParseError, parseTree } from 'jsonc-parser'
import { lineAt } from './pack-fault.ts'

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false }

/** What a text is as JSON, or the line (from 1) of its first fault. */
export function parsePackJson(text: string): { value: unknown } | { line: number } {
  try {
    return { value: JSON.parse(text) }
  } catch {
    const errors: ParseError[] = []
    parseTree(text, errors, STRICT)
    const offset = errors.length > 0 ? Math.min(...errors.map(error => error.offset)) : 0
    return { line: lineAt(text, Math.min(offset, text.trimEnd().length)) }
  }
}

/**
 * A name that stands twice in one object. JSON readers differ in which of the two they take, so a person could
 * read another text than the one that was signed.
 */
export function doubleKeyIn(text: string): { key: string; line: number } | null {
  const root = parseTree(text)
  const waiting: Node[] = root ? [root] : []
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const seen = new Set<string>()
    for (const child of node.children ?? []) {
      waiting.push(child)
      if (node.type !== 'object') continue
      const key = String(child.children?.[0]?.value ?? '')
      if (seen.has(key)) return { key, line: lineAt(text, child.offset) }
      seen.add(key)
    }
  }
  return null
}
