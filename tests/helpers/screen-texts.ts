import { isNode, placeOf, type SourceFile, type SyntaxNode, walk } from './source-tree.ts'

const LETTER = /\p{L}/u
// Attributes that people read or hear.
const READ_ATTRIBUTES =
  /^(title|label|placeholder|alt|description|hint|error|heading|message|nothingFound|aria-label|aria-description|aria-roledescription|aria-valuetext|\w*(Label|Title|Text|Placeholder))$/

/** Letters written into JSX instead of coming from shared/strings: 'file:line "text"'. */
export function textLiterals(file: SourceFile): string[] {
  const found: string[] = []
  const report = (node: SyntaxNode, text: string) => {
    if (LETTER.test(text)) found.push(`${placeOf(file, node)} ${JSON.stringify(text.trim())}`)
  }
  walk(file.program, node => {
    if (node.type === 'JSXText') report(node, String(node.value))
    if (node.type === 'JSXExpressionContainer') return
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of asNodes(node.children))
        if (child.type === 'JSXExpressionContainer') shownTexts(child, report)
    }
    if (node.type === 'JSXAttribute' && READ_ATTRIBUTES.test(attributeName(node)))
      shownTexts(node.value, report)
  })
  return found
}

/** Literals that an expression may show as they are: itself, branches, joined parts; not arguments of calls. */
function shownTexts(value: unknown, report: (node: SyntaxNode, text: string) => void): void {
  if (!isNode(value)) return
  switch (value.type) {
    case 'Literal':
      if (typeof value.value === 'string') report(value, value.value)
      return
    case 'TemplateLiteral':
      for (const part of asNodes(value.quasis)) report(part, (part.value as { raw: string }).raw)
      return
    case 'JSXExpressionContainer':
      return shownTexts(value.expression, report)
    case 'ConditionalExpression':
      shownTexts(value.consequent, report)
      return shownTexts(value.alternate, report)
    case 'LogicalExpression':
      return shownTexts(value.right, report)
    case 'BinaryExpression':
      shownTexts(value.left, report)
      return shownTexts(value.right, report)
    default:
      return
  }
}

function asNodes(value: unknown): SyntaxNode[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}

function attributeName(node: SyntaxNode): string {
  const name = node.name as { name?: unknown }
  return typeof name.name === 'string' ? name.name : ''
}
