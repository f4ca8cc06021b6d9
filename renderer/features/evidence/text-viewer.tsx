import { IconBookmark } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { Place } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Text } from '../../ui/text.tsx'
import { useListKeys } from '../../ui/use-list-keys.ts'
import { markLabel, NO_PLACE } from './marks.ts'
import { textRows } from './text-lines.ts'
import type { ViewerProps } from './viewer-props.ts'
import styles from './viewers.module.css'

const words = t.evidence

/** Text with line numbers, as inert characters: nothing in it is markup. Only the lines on screen are in the page. */
export function TextViewer({
  exhibit,
  text,
  textCut,
  head,
  marks,
  activeKey,
  findingId,
  onMark,
  place,
  actions,
}: Omit<ViewerProps, 'address'> & { text: string; textCut: boolean }) {
  const stage = useRef<HTMLElement>(null)
  const [current, setCurrent] = useState(0)
  const rows = useMemo(() => textRows(text), [text])
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => stage.current,
    estimateSize: () => 24,
    overscan: 20,
    paddingStart: 12,
    paddingEnd: 12,
  })
  const byLine = useMemo(
    () =>
      new Map(marks.flatMap(mark => (mark.place.line === null ? [] : [[mark.place.line, mark] as const]))),
    [marks],
  )
  const moveTo = (at: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, at))
    setCurrent(next)
    lines.scrollToIndex(next, { align: 'auto' })
  }
  const go = (wanted: Place) => {
    const at = rows.findIndex(row => row.line === wanted.line)
    if (at >= 0) {
      setCurrent(at)
      lines.scrollToIndex(at, { align: 'center' })
    }
  }
  const markLine = () => place.change({ ...NO_PLACE, line: rows[current]?.line ?? 1 })
  useImperativeHandle(actions, () => ({ mark: markLine, go }))
  const active = marks.find(mark => mark.key === activeKey)?.place ?? null
  const goRef = useRef(go)
  goRef.current = go
  useEffect(() => {
    if (active) goRef.current(active)
  }, [active])
  const press = useListKeys({
    ArrowDown: () => moveTo(current + 1),
    ArrowUp: () => moveTo(current - 1),
    PageDown: () => moveTo(current + 25),
    PageUp: () => moveTo(current - 25),
    Home: () => moveTo(0),
    End: () => moveTo(rows.length - 1),
    Escape: place.clear,
  })
  return (
    <>
      {head(
        <>
          <Text size={12} tone="second" lines="oneLine">
            {words.text.lines(rows.at(-1)?.line ?? 0)}
          </Text>
          <IconButton icon={IconBookmark} label={words.markLine} keys="B" onClick={markLine} />
        </>,
      )}
      <section
        ref={stage}
        className={styles.text}
        aria-label={words.text.label(exhibit.number)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        tabIndex={0}
        data-pane-focus=""
        data-ready=""
        onKeyDown={press}
      >
        <pre className={styles.lines} style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(item => {
            const row = rows[item.index]
            if (!row) return null
            const mark = row.first ? byLine.get(row.line) : undefined
            const pointed = place.place?.line === row.line
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: a click is a short way for the arrow keys
              // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the region do the same
              <div
                key={item.key}
                ref={lines.measureElement}
                data-index={item.index}
                className={classNames(
                  styles.line,
                  item.index === current && styles.currentLine,
                  (mark || pointed) && styles.markedLine,
                )}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => setCurrent(item.index)}
              >
                <span className={styles.lineNumber} aria-hidden="true">
                  {row.first ? row.line : ''}
                </span>
                <span className={styles.lineText}>{row.text || ' '}</span>
                {mark && (
                  <button
                    type="button"
                    className={classNames(styles.lineMark, mark.key === activeKey && styles.activeLineMark)}
                    aria-pressed={mark.key === activeKey}
                    onClick={() => onMark(mark)}
                  >
                    {markLabel(mark, findingId)}
                  </button>
                )}
              </div>
            )
          })}
        </pre>
      </section>
      {textCut && (
        <Text as="p" size={12} tone="warn">
          {words.text.cut}
        </Text>
      )}
    </>
  )
}
