import {
  IconBoxPadding,
  IconCircleHalf2,
  IconMaximize,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Text } from '../../ui/text.tsx'
import { useListKeys } from '../../ui/use-list-keys.ts'
import { boxAfterKey, middleBox } from './box-moves.ts'
import { DrawingHint } from './drawing-hint.tsx'
import { MarkLayer } from './mark-layer.tsx'
import { NO_PLACE } from './marks.ts'
import { useDeepImage } from './osd-image.ts'
import { ViewerFailed } from './viewer-failed.tsx'
import type { ViewerProps } from './viewer-props.ts'
import styles from './viewers.module.css'

const words = t.evidence
const PAN = 60

/** A picture: pan, zoom, turn and boxes, by mouse and by keys. */
export default function ImageViewer(props: ViewerProps) {
  const { exhibit, address, head, marks, activeKey, findingId, onMark, place, actions } = props
  const host = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLElement>(null)
  const [neutral, setNeutral] = useState(false)
  const image = useDeepImage(host, address)
  const startBox = () => {
    place.start({ ...NO_PLACE, box: middleBox(image.seen()) })
    stage.current?.focus()
  }
  useImperativeHandle(actions, () => ({
    mark: startBox,
    go: ({ box }) => (box ? image.show(box) : image.fit()),
  }))
  const active = marks.find(mark => mark.key === activeKey)?.place.box ?? null
  const ready = image.matrix !== null
  const show = useRef(image.show)
  show.current = image.show
  useEffect(() => {
    if (ready && active) show.current(active)
  }, [ready, active])

  const viewKeys = useListKeys({
    ArrowLeft: () => image.pan(-PAN, 0),
    ArrowRight: () => image.pan(PAN, 0),
    ArrowUp: () => image.pan(0, -PAN),
    ArrowDown: () => image.pan(0, PAN),
    '+': () => image.zoomBy(1.25),
    '=': () => image.zoomBy(1.25),
    '-': () => image.zoomBy(0.8),
    '0': image.fit,
    r: image.turn,
    n: () => setNeutral(on => !on),
  })
  const press = (event: KeyboardEvent) => {
    const box = place.drawing ? place.place?.box : null
    if (!box || event.ctrlKey || event.altKey) return viewKeys(event)
    const moved = boxAfterKey(box, event.key, event.shiftKey)
    if (moved) place.change({ ...NO_PLACE, box: moved })
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
          <IconButton icon={IconZoomOut} label={words.zoomOut} keys="-" onClick={() => image.zoomBy(0.8)} />
          <Text size={12} tone="second" lines="oneLine">
            {words.zoom(image.percent)}
          </Text>
          <IconButton icon={IconZoomIn} label={words.zoomIn} keys="+" onClick={() => image.zoomBy(1.25)} />
          <IconButton icon={IconMaximize} label={words.fit} keys="0" onClick={image.fit} />
          <IconButton icon={IconRotateClockwise} label={words.rotate} keys="R" onClick={image.turn} />
          <IconButton
            icon={IconBoxPadding}
            label={words.drawBox}
            keys="B"
            pressed={place.drawing}
            onClick={startBox}
          />
          <IconButton
            icon={IconCircleHalf2}
            label={words.neutral}
            keys="N"
            pressed={neutral}
            onClick={() => setNeutral(!neutral)}
          />
        </>,
      )}
      <section
        ref={stage}
        className={classNames(styles.stage, neutral && styles.neutral)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved with the arrow keys
        tabIndex={0}
        aria-label={words.stage(exhibit.number)}
        data-pane-focus=""
        data-ready={ready || undefined}
        onKeyDown={press}
      >
        <div
          ref={host}
          className={styles.picture}
          role="img"
          aria-label={words.imageLabel(exhibit.number, exhibit.title)}
        />
        {image.matrix && (
          <MarkLayer
            matrix={image.matrix}
            page={null}
            marks={marks}
            activeKey={activeKey}
            findingId={findingId}
            onMark={onMark}
            place={place}
          />
        )}
        {image.failed && <ViewerFailed />}
        {place.drawing && <DrawingHint place={place.place} />}
      </section>
    </>
  )
}
