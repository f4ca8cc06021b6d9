import { Schema } from 'prosemirror-model'
import { CodedError } from '../errors.ts'

// The editor's marks of origin (for example a finding's id); never printed.
const trace = { trace: { default: null, validate: 'string|null' } }

/**
 * What a letter body may hold. The names are those of TipTap, so that editor and engine share one
 * document form; anything else (images, links, raw HTML) is refused.
 */
const richTextSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      attrs: { ...trace, indent: { default: 0, validate: 'number' } },
    },
    heading: {
      group: 'block',
      content: 'inline*',
      attrs: { ...trace, level: { default: 1, validate: validateLevel } },
    },
    bulletList: { group: 'block', content: 'listItem+', attrs: trace },
    orderedList: {
      group: 'block',
      content: 'listItem+',
      attrs: {
        ...trace,
        start: { default: 1, validate: 'number' },
        type: { default: null, validate: 'string|null' },
      },
    },
    listItem: { content: 'paragraph block*', attrs: trace },
    table: { group: 'block', content: 'tableRow+', attrs: trace },
    tableRow: { content: '(tableCell | tableHeader)+', attrs: trace },
    tableHeader: { content: 'paragraph+', attrs: cellAttributes() },
    tableCell: { content: 'paragraph+', attrs: cellAttributes() },
    hardBreak: { group: 'inline', inline: true },
    variable: { group: 'inline', inline: true, atom: true, attrs: { name: { validate: 'string' } } },
    text: { group: 'inline' },
  },
  marks: { bold: {}, italic: {}, underline: {} },
})

function cellAttributes() {
  return {
    ...trace,
    colspan: { default: 1, validate: validateSpan },
    rowspan: { default: 1, validate: validateNoRowSpan },
    colwidth: { default: null, validate: validateWidths },
    align: { default: null, validate: 'string|null' },
  }
}

function validateLevel(value: unknown): void {
  if (value !== 1 && value !== 2) throw new RangeError('heading level')
}

function validateSpan(value: unknown): void {
  if (!Number.isInteger(value) || Number(value) < 1 || Number(value) > 20) throw new RangeError('column span')
}

// The printed table has no row spans; a body that asks for one is refused instead of drawn wrongly.
function validateNoRowSpan(value: unknown): void {
  if (value !== 1) throw new RangeError('row span')
}

function validateWidths(value: unknown): void {
  if (value === null) return
  const fits = Array.isArray(value) && value.every(width => Number.isFinite(width) && width > 0)
  if (!fits) throw new RangeError('column widths')
}

const deepestBody = 40

/**
 * Checks a body against the schema and gives its document node.
 * @param body ProseMirror JSON as the editor saves it
 * @throws CodedError 'letters.bodyInvalid' {reason} for unknown nodes, marks or attribute values
 */
export function parseRichText(body: unknown) {
  try {
    assertDepth(body, deepestBody)
    const node = richTextSchema.nodeFromJSON(body)
    if (node.type.name !== 'doc') throw new RangeError(`root is ${node.type.name}`)
    node.check()
    return node
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.slice(0, 200) : 'unknown'
    throw new CodedError('letters.bodyInvalid', { reason }, cause)
  }
}

/** Nesting that no letter has would only serve to exhaust the stack. */
function assertDepth(value: unknown, left: number): void {
  if (left < 0) throw new RangeError('nested too deeply')
  if (typeof value !== 'object' || value === null) return
  const content = (value as { content?: unknown }).content
  if (Array.isArray(content)) for (const child of content) assertDepth(child, left - 1)
}
