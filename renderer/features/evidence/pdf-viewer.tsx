import { IconBoxPadding, IconMaximize, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { openPdf, type Pdf } from '../../ui/pdf-library.ts'
import { Text } from '../../ui/text.tsx'
import { useListKeys } from '../../ui/use-list-keys.ts'
import { boxAfterKey, middleBox } from './box-moves.ts'
import { DrawingHint } from './drawing-hint.tsx'
import { NO_PLACE } from './marks.ts'
import { PageNumber } from './page-number.tsx'
import { PdfPage } from './pdf-page.tsx'
import { ViewerFailed } from './viewer-failed.tsx'
import type { ViewerProps } from './viewer-props.ts'
import styles from './viewers.module.css'

const words = t.evidence
const GAP = 16

type Opened = { pdf: Pdf; width: number; height: number }

/** A document, page under page; only the pages on screen are painted. */
export default function PdfViewer(props: ViewerProps) {
  const { exhibit, address, head, actions, place, marks, activeKey } = props
  const stage = useRef<HTMLElement>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [failed, setFailed] = useState(false)
  const [room, setRoom] = useState(600)
  const [zoom, setZoom] = useState(1)

  useEffect(() => {
    const { document, close } = openPdf(address)
    let shown = true
    document
      .then(async pdf => {
        const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 })
        if (shown) setOpened({ pdf, width, height })
      })
      .catch(() => shown && setFailed(true))
    return () => {
      shown = false
      close()
    }
  }, [address])
  useLayoutEffect(() => {
    if (!stage.current) return
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 600))
    watch.observe(stage.current)
    return () => watch.disconnect()
  }, [])

  const scale = opened ? (Math.max(200, room - 2 * GAP) / opened.width) * zoom : 1
  const rows = useVirtualizer({
    count: opened?.pdf.numPages ?? 0,
    getScrollElement: () => stage.current,
    estimateSize: () => (opened?.height ?? 800) * scale + GAP,
    overscan: 1,
    paddingStart: GAP,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scale changes every height
  useEffect(() => rows.measure(), [scale, rows.measure])
  const items = rows.getVirtualItems()
  const top = rows.scrollOffset ?? 0
  const page = (items.find(item => item.end > top + 60)?.index ?? 0) + 1
  const goTo = (number: number) => rows.scrollToIndex(number - 1, { align: 'start' })

  const startBox = () => {
    if (!opened) return
    const item = rows.measurementsCache[page - 1]
    const height = (item?.size ?? 1) - GAP
    const seenTop = Math.max(0, (top - (item?.start ?? 0)) / height)
    const seenEnd = Math.min(1, (top + (stage.current?.clientHeight ?? 0) - (item?.start ?? 0)) / height)
    const seen = { x: 0, y: seenTop, width: 1, height: Math.max(0.05, seenEnd - seenTop) }
    place.start({ ...NO_PLACE, page, box: middleBox(seen) })
    stage.current?.focus()
  }
  const go = ({ page: wanted, box }: { page: number | null; box: { y: number } | null }) => {
    if (!opened || wanted === null) return
    const start = rows.measurementsCache[wanted - 1]?.start ?? 0
    rows.scrollToOffset(start + (box ? Math.max(0, box.y * opened.height * scale - 80) : 0))
  }
  useImperativeHandle(actions, () => ({ mark: startBox, go }))
  const active = marks.find(mark => mark.key === activeKey)?.place ?? null
  const goRef = useRef(go)
  goRef.current = go
  const ready = opened !== null
  useEffect(() => {
    if (ready && active) goRef.current(active)
  }, [ready, active])

  const viewKeys = useListKeys({
    '+': () => setZoom(value => Math.min(4, value * 1.25)),
    '=': () => setZoom(value => Math.min(4, value * 1.25)),
    '-': () => setZoom(value => Math.max(0.3, value * 0.8)),
    '0': () => setZoom(1),
  })
  const press = (event: KeyboardEvent) => {
    const box = place.drawing ? place.place?.box : null
    if (!box || event.ctrlKey || event.altKey) return viewKeys(event)
    const moved = boxAfterKey(box, event.key, event.shiftKey)
    if (moved) place.change({ ...NO_PLACE, page: place.place?.page ?? page, box: moved })
    else if (event.key === 'Enter') place.finish()
    else if (event.key === 'Escape') place.clear()
    else return viewKeys(event)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      {head(
        <>
          {opened && <PageNumber page={page} total={opened.pdf.numPages} onGo={goTo} />}
          <IconButton icon={IconZoomOut} label={words.zoomOut} keys="-" onClick={() => setZoom(zoom * 0.8)} />
          <Text size={12} tone="second" lines="oneLine">
            {words.zoom(Math.round((scale / (96 / 72)) * 100))}
          </Text>
          <IconButton icon={IconZoomIn} label={words.zoomIn} keys="+" onClick={() => setZoom(zoom * 1.25)} />
          <IconButton icon={IconMaximize} label={words.fit} keys="0" onClick={() => setZoom(1)} />
          <IconButton
            icon={IconBoxPadding}
            label={words.drawBox}
            keys="B"
            pressed={place.drawing}
            onClick={startBox}
          />
        </>,
      )}
      <section
        ref={stage}
        className={styles.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        tabIndex={0}
        aria-label={words.stage(exhibit.number)}
        data-pane-focus=""
        data-ready={ready || undefined}
        onKeyDown={press}
      >
        {opened && (
          <div className={styles.pages} style={{ height: rows.getTotalSize() }}>
            {items.map(item => (
              <div
                key={item.key}
                ref={rows.measureElement}
                data-index={item.index}
                className={styles.pageRow}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <PdfPage {...props} pdf={opened.pdf} page={item.index + 1} scale={scale} expected={opened} />
              </div>
            ))}
          </div>
        )}
        {failed && <ViewerFailed />}
      </section>
      {place.drawing && <DrawingHint place={place.place} />}
    </>
  )
}
