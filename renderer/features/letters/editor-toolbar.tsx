import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconHeading,
  IconIndentDecrease,
  IconIndentIncrease,
  IconItalic,
  IconList,
  IconListNumbers,
  IconTable,
  IconUnderline,
} from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { t } from '../../../shared/strings/index.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import styles from './letter-editor.module.css'
import { indentBy } from './letter-nodes.ts'

const words = t.letters.editor

/** What can be done to the text, with its keys; the same few things that a letter may hold. */
export function EditorToolbar({ editor }: { editor: Editor }) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      underline: now.isActive('underline'),
      heading: now.isActive('heading'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      table: now.isActive('table'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  })
  const chain = () => editor.chain().focus()
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={words.toolbar}>
      <IconButton
        icon={IconArrowBackUp}
        label={words.undo}
        keys="Ctrl Z"
        disabled={!on.undo}
        onClick={() => chain().undo().run()}
      />
      <IconButton
        icon={IconArrowForwardUp}
        label={words.redo}
        keys="Ctrl Y"
        disabled={!on.redo}
        onClick={() => chain().redo().run()}
      />
      <span className={styles.gap} />
      <IconButton
        icon={IconBold}
        label={words.bold}
        keys="Ctrl B"
        pressed={on.bold}
        onClick={() => chain().toggleBold().run()}
      />
      <IconButton
        icon={IconItalic}
        label={words.italic}
        keys="Ctrl I"
        pressed={on.italic}
        onClick={() => chain().toggleItalic().run()}
      />
      <IconButton
        icon={IconUnderline}
        label={words.underline}
        keys="Ctrl U"
        pressed={on.underline}
        onClick={() => chain().toggleUnderline().run()}
      />
      <span className={styles.gap} />
      <IconButton
        icon={IconHeading}
        label={words.heading}
        pressed={on.heading}
        onClick={() => chain().toggleHeading({ level: 2 }).run()}
      />
      <IconButton
        icon={IconListNumbers}
        label={words.orderedList}
        pressed={on.orderedList}
        onClick={() => chain().toggleOrderedList().run()}
      />
      <IconButton
        icon={IconList}
        label={words.bulletList}
        pressed={on.bulletList}
        onClick={() => chain().toggleBulletList().run()}
      />
      <IconButton
        icon={IconIndentDecrease}
        label={words.outdent}
        keys="Shift Tab"
        onClick={() => {
          indentBy(editor, -1)
          editor.commands.focus()
        }}
      />
      <IconButton
        icon={IconIndentIncrease}
        label={words.indent}
        keys="Tab"
        onClick={() => {
          indentBy(editor, 1)
          editor.commands.focus()
        }}
      />
      <TableMenu editor={editor} inTable={on.table} />
    </div>
  )
}

function TableMenu({ editor, inTable }: { editor: Editor; inTable: boolean }) {
  const chain = () => editor.chain().focus()
  const item = (id: string, label: string, run: () => void) => ({ id, label, run })
  const items = inTable
    ? [
        item('row', words.rowBelow, () => chain().addRowAfter().run()),
        item('column', words.columnRight, () => chain().addColumnAfter().run()),
        item('deleteRow', words.deleteRow, () => chain().deleteRow().run()),
        item('deleteColumn', words.deleteColumn, () => chain().deleteColumn().run()),
        item('deleteTable', words.deleteTable, () => chain().deleteTable().run()),
      ]
    : [
        item('insert', words.insertTable, () =>
          chain().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
        ),
      ]
  return (
    <Menu groups={[{ items }]} position="bottom-start">
      <button type="button" className={styles.toolButton} aria-label={words.table} title={words.table}>
        <IconTable size={16} stroke={2} aria-hidden="true" />
      </button>
    </Menu>
  )
}
