import type { Node } from '@tiptap/pm/model'
import { variableValue } from './letter-nodes.ts'

/** Text of a block as the engine compares it with its source: values filled in, lines of a list apart. */
export function plainText(node: Node, variables: Readonly<Record<string, string>>): string {
  if (node.isText) return node.text ?? ''
  if (node.type.name === 'hardBreak') return '\n'
  if (node.type.name === 'variable') return variableValue(variables, String(node.attrs.name))
  const parts: string[] = []
  node.forEach(child => {
    parts.push(plainText(child, variables))
  })
  return parts.join(node.isTextblock ? '' : '\n')
}
