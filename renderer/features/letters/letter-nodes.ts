import { Extension, Node } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { t } from '../../../shared/strings/index.ts'

export const DEEPEST_INDENT = 4
const TRACED = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
]

/** What the program wrote a block from, and how far a paragraph stands in. A split-off half has no source. */
const LetterAttributes = Extension.create({
  name: 'letterAttributes',
  addGlobalAttributes() {
    return [
      {
        types: TRACED,
        attributes: {
          trace: {
            default: null,
            keepOnSplit: false,
            parseHTML: element => element.getAttribute('data-trace'),
            renderHTML: attributes => (attributes.trace ? { 'data-trace': attributes.trace } : {}),
          },
        },
      },
      {
        types: ['paragraph'],
        attributes: {
          indent: {
            default: 0,
            parseHTML: element => clampIndent(Number(element.getAttribute('data-indent') ?? 0)),
            renderHTML: attributes => (attributes.indent ? { 'data-indent': attributes.indent } : {}),
          },
        },
      },
    ]
  },
})

const clampIndent = (value: number) => Math.min(Math.max(Math.trunc(value) || 0, 0), DEEPEST_INDENT)

/** Tab goes one step in: a list level, or the first line of a paragraph. Tables keep Tab for the next cell. */
const LetterIndent = Extension.create({
  name: 'letterIndent',
  addKeyboardShortcuts() {
    const move = (step: 1 | -1) => () => {
      if (this.editor.isActive('table')) return false
      return indentBy(this.editor, step)
    }
    return { Tab: move(1), 'Shift-Tab': move(-1) }
  },
})

type Indentable = Pick<import('@tiptap/core').Editor, 'isActive' | 'commands' | 'getAttributes'>

/** One step in or out; true also when there is nowhere left to go, so that Tab never leaves by surprise. */
export function indentBy(editor: Indentable, step: 1 | -1): true {
  if (editor.isActive('listItem')) {
    if (step > 0) editor.commands.sinkListItem('listItem')
    else editor.commands.liftListItem('listItem')
    return true
  }
  const indent = clampIndent(Number(editor.getAttributes('paragraph').indent ?? 0) + step)
  editor.commands.updateAttributes('paragraph', { indent })
  return true
}

/** A value that is kept in one place (a register number, a period); shown filled in, and never typed over. */
function variableNode(values: Readonly<Record<string, string>>) {
  return Node.create({
    name: 'variable',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes() {
      return {
        name: {
          default: '',
          parseHTML: element => element.getAttribute('data-variable') ?? '',
          renderHTML: attributes => ({ 'data-variable': attributes.name }),
        },
      }
    },
    parseHTML: () => [{ tag: 'span[data-variable]' }],
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      { ...HTMLAttributes, title: t.letters.editor.variableOf(String(node.attrs.name)) },
      variableValue(values, String(node.attrs.name)),
    ],
    renderText: ({ node }) => variableValue(values, String(node.attrs.name)),
  })
}

/** The value of a variable, or its name in braces when it has none. */
export const variableValue = (values: Readonly<Record<string, string>>, name: string): string =>
  (Object.hasOwn(values, name) ? values[name] : undefined) ?? t.letters.editor.unknownVariable(name)

// The printed table knows no row spans; a pasted one is taken apart.
const oneRow = { rowspan: { default: 1, parseHTML: () => 1 } }
const LetterCell = TableCell.extend({
  content: 'paragraph+',
  addAttributes() {
    return { ...this.parent?.(), ...oneRow }
  },
})
const LetterHeaderCell = TableHeader.extend({
  content: 'paragraph+',
  addAttributes() {
    return { ...this.parent?.(), ...oneRow }
  },
})

/** The nodes and marks of a letter body: the same ones that the engine accepts, and nothing else. */
export function letterNodes(variables: Readonly<Record<string, string>>) {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      link: false,
      strike: false,
      trailingNode: false,
      heading: { levels: [1, 2] },
    }),
    Table.configure({ resizable: false }),
    TableRow.extend({ content: '(tableCell | tableHeader)+' }),
    LetterCell,
    LetterHeaderCell,
    variableNode(variables),
    LetterAttributes,
    LetterIndent,
  ]
}
