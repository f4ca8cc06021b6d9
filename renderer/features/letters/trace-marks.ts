import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Letter } from '../../../shared/contract/letters.ts'
import { plainText } from './plain-text.ts'
import { changedNotice } from './trace-notice.ts'
import { MARK_LINE, markLines, markText } from './trace-text.ts'

type Trace = Letter['traces'][number]
export type TraceChoice = 'keep' | 'useSource'
export type TraceFacts = {
  traces: readonly Trace[]
  variables: Readonly<Record<string, string>>
  /** Null when the text may not be changed: marks are shown, ways out are not. */
  onChoose: ((trace: string, choice: TraceChoice) => void) | null
}
const key = new PluginKey<{ facts: TraceFacts; marks: DecorationSet }>('traceMarks')
const nothing: TraceFacts = { traces: [], variables: {}, onChoose: null }

/** What each block rests on, in the margin; amber with its two ways out where the source has moved. */
export const TraceMarks = Extension.create({
  name: 'traceMarks',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key,
        state: {
          init: (_config, state) => ({ facts: nothing, marks: marksOf(state.doc, nothing) }),
          apply(transaction, before) {
            const facts = (transaction.getMeta(key) as TraceFacts | undefined) ?? before.facts
            if (facts === before.facts && !transaction.docChanged) return before
            return { facts, marks: marksOf(transaction.doc, facts) }
          },
        },
        props: { decorations: state => key.getState(state)?.marks },
      }),
    ]
  },
})

/** Gives the editor the sources as they are now. */
export function showTraces(editor: Editor, facts: TraceFacts): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, facts).setMeta('addToHistory', false))
}

function marksOf(doc: Node, { traces, variables, onChoose }: TraceFacts): DecorationSet {
  const byTrace = new Map(traces.map(trace => [trace.trace, trace]))
  const seen = new Set<string>()
  const marks: Decoration[] = []
  doc.forEach((block, offset) => {
    const trace = byTrace.get(String(block.attrs.trace ?? ''))
    if (!trace || seen.has(trace.trace)) return
    seen.add(trace.trace)
    const end = offset + block.nodeSize
    const edited = !trace.changed && plainText(block, variables) !== trace.currentText
    const text = markText(trace, edited)
    marks.push(
      Decoration.node(offset, end, {
        'data-mark': text,
        // The margin text never reaches into the next block.
        style: `min-height: ${markLines(text) * MARK_LINE + 4}px`,
        'data-mark-state': trace.changed ? 'changed' : edited ? 'edited' : 'current',
      }),
    )
    if (!trace.changed) return
    marks.push(
      Decoration.widget(end, () => changedNotice(trace, onChoose), {
        key: JSON.stringify([trace, onChoose !== null]),
        side: -1,
        stopEvent: () => true,
        ignoreSelection: true,
      }),
    )
  })
  return DecorationSet.create(doc, marks)
}

/**
 * Puts the cursor into the next block with a mark (changed ones only, while there are any) and, when it
 * changed, the focus on its first way out. `trace` goes to that one.
 */
export function goToMark(editor: Editor, step: 1 | -1, trace?: string): void {
  const { facts } = key.getState(editor.state) ?? { facts: nothing }
  const changed = new Set(facts.traces.filter(row => row.changed).map(row => row.trace))
  const known = new Set(facts.traces.map(row => row.trace))
  const wanted = trace ? new Set([trace]) : changed.size > 0 ? changed : known
  const places: { at: number; end: number; trace: string }[] = []
  editor.state.doc.forEach((block, at) => {
    const name = String(block.attrs.trace ?? '')
    if (wanted.has(name) && places.every(place => place.trace !== name))
      places.push({ at, end: at + block.nodeSize, trace: name })
  })
  const here = editor.state.selection.from
  const ahead = step > 0 ? places.find(place => place.at > here) : places.findLast(place => place.end < here)
  const next = ahead ?? places.at(step > 0 ? 0 : -1)
  if (!next) return
  const { tr, doc } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(next.at + 1))).scrollIntoView())
  editor.view.focus()
  const notice = editor.view.dom.querySelector<HTMLElement>(`[data-notice="${CSS.escape(next.trace)}"]`)
  const block = editor.view.nodeDOM(next.at)
  if (block instanceof HTMLElement) block.scrollIntoView({ block: 'center' })
  notice?.querySelector('button')?.focus()
}
