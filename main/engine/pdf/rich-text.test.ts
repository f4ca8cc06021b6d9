import { describe, expect, test, vi } from 'vitest'
import { loadFonts } from './fonts.ts'
import { renderLetter } from './letter-document.ts'
import { parseRichText } from './rich-text-schema.ts'
import {
  body,
  heading,
  item,
  ordered,
  paragraph,
  sampleLetter,
  testFontsDir,
  text,
  variable,
} from './testing/sample-letter.ts'

// Keys, renderers and outside tools are slow on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const fonts = loadFonts(testFontsDir)
const render = (content: unknown, draft = false) =>
  renderLetter(sampleLetter({ body: content, draft }), fonts)
const deep = (levels: number): object =>
  levels ? ordered(item(paragraph(text('a')), deep(levels - 1))) : paragraph(text('z'))

describe('rich text', () => {
  test.each<[string, unknown]>([
    ['an image', body({ type: 'image', attrs: { src: 'file:///etc/passwd' } })],
    ['raw HTML', body({ type: 'html', content: [] })],
    [
      'a link mark',
      body(paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'http://x' } }] })),
    ],
    ['a code block', body({ type: 'codeBlock', content: [text('x')] })],
    ['a heading of level 3', body(heading(3, 'x'))],
    ['a heading of level "1"', body({ type: 'heading', attrs: { level: '1' }, content: [text('x')] })],
    ['a list that begins with a list', body(ordered(item(ordered(item(paragraph(text('x')))))))],
    ['an empty document', { type: 'doc', content: [] }],
    ['a paragraph as root', paragraph(text('x'))],
    ['text at the root', { type: 'doc', content: [text('x')] }],
    ['an empty text', body(paragraph({ type: 'text', text: '' }))],
    ['a variable without name', body(paragraph({ type: 'variable' }))],
    ['a variable with an object as name', body(paragraph({ type: 'variable', attrs: { name: {} } }))],
    [
      'a row span',
      body({
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { rowspan: 2 }, content: [paragraph(text('x'))] }],
          },
        ],
      }),
    ],
    [
      'negative column widths',
      body({
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { colwidth: [-5] }, content: [paragraph(text('x'))] }],
          },
        ],
      }),
    ],
    ['a thousand nested lists', body(deep(1000))],
    [
      'a trace that is no text',
      body({ type: 'paragraph', attrs: { trace: { x: 1 } }, content: [text('x')] }),
    ],
    ['null', null],
    ['a string', 'doc'],
    ['an array', []],
  ])('refuses %s', async (_, content) => {
    await expect(render(content)).rejects.toMatchObject({ code: 'letters.bodyInvalid' })
  })

  test('accepts traces, indents, hard breaks and nested lists', () => {
    const node = parseRichText(
      body(
        {
          type: 'paragraph',
          attrs: { trace: 'finding-31', indent: 1 },
          content: [text('a'), { type: 'hardBreak' }, text('b')],
        },
        deep(5),
      ),
    )
    expect(node.firstChild?.attrs.trace).toBe('finding-31')
  })

  test('prints unknown variables in brackets in a draft and refuses them in a final letter', async () => {
    const content = body(paragraph(text('Nomor '), variable('suratMasuk')))
    await expect(render(content, true)).resolves.toBeInstanceOf(Uint8Array)
    await expect(render(content)).rejects.toMatchObject({
      code: 'letters.variableMissing',
      facts: { name: 'suratMasuk' },
    })
  })

  test('takes no variable from the prototype of objects', async () => {
    await expect(render(body(paragraph(variable('constructor'))))).rejects.toMatchObject({
      code: 'letters.variableMissing',
    })
  })

  test('survives ragged tables and empty paragraphs', async () => {
    const cell = (...content: object[]) => ({ type: 'tableCell', content })
    const ragged = {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [cell(paragraph()), cell(paragraph(text('b'))), cell(paragraph(text('c')))],
        },
        { type: 'tableRow', content: [cell(paragraph(text('satu')))] },
      ],
    }
    await expect(render(body(paragraph(), ragged, paragraph()))).resolves.toBeInstanceOf(Uint8Array)
  })
})
