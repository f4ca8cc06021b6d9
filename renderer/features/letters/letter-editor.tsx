import { type Editor, EditorContent, type JSONContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useRef } from 'react'
import type { Letter, LetterBody } from '../../../shared/contract/letters.ts'
import { t } from '../../../shared/strings/index.ts'
import { styleNonce } from '../../app/style-nonce.ts'
import { EditorToolbar } from './editor-toolbar.tsx'
import styles from './letter-editor.module.css'
import { letterNodes } from './letter-nodes.ts'
import { showTraces, type TraceChoice, TraceMarks } from './trace-marks.ts'

type LetterEditorProps = {
  /** The text at the start, and again whenever `turn` grows (reloaded, source taken). */
  body: LetterBody
  turn: number
  variables: Letter['variables']
  traces: Letter['traces']
  editable: boolean
  onChange: (body: LetterBody) => void
  onChooseTrace: (trace: string, choice: TraceChoice) => void
  /** Gives the editor to the page, for keys and jumps. */
  onReady: (editor: Editor | null) => void
}

/** The letter's text as it is typed: the nodes that the engine prints, with the sources in the margin. */
export function LetterEditor(props: LetterEditorProps) {
  const { body, turn, variables, traces, editable, onChange, onChooseTrace, onReady } = props
  const latest = useRef({ onChange, onChooseTrace })
  latest.current = { onChange, onChooseTrace }
  const known = JSON.stringify(variables)
  const extensions = useMemo(() => [...letterNodes(JSON.parse(known)), TraceMarks], [known])
  const editor = useEditor(
    {
      extensions,
      content: body as JSONContent,
      editable,
      injectNonce: styleNonce,
      shouldRerenderOnTransaction: false,
      onUpdate: ({ editor: changed }) => latest.current.onChange(changed.getJSON() as LetterBody),
      editorProps: {
        attributes: {
          class: styles.text ?? '',
          'aria-label': t.letters.editor.label,
          'data-pane-focus': '',
          spellcheck: 'false',
        },
      },
    },
    [extensions],
  )

  const shownTurn = useRef(turn)
  useEffect(() => {
    if (!editor || shownTurn.current === turn) return
    shownTurn.current = turn
    const { from } = editor.state.selection
    editor.commands.setContent(body as JSONContent, { emitUpdate: false })
    editor.commands.setTextSelection(Math.min(from, editor.state.doc.content.size))
  }, [editor, body, turn])

  useEffect(() => {
    editor?.setEditable(editable, false)
  }, [editor, editable])

  useEffect(() => {
    if (!editor) return
    const onChoose = editable
      ? (trace: string, choice: TraceChoice) => latest.current.onChooseTrace(trace, choice)
      : null
    showTraces(editor, { traces, variables, onChoose })
  }, [editor, traces, variables, editable])

  useEffect(() => {
    onReady(editor)
    return () => onReady(null)
  }, [editor, onReady])

  return (
    <>
      {editable && editor && <EditorToolbar editor={editor} />}
      <EditorContent editor={editor} className={styles.scroll} tabIndex={editable ? undefined : 0} />
    </>
  )
}
