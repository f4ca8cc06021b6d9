import { type CSSProperties, type PointerEvent, useRef } from 'react'
import type { Place } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { type Box, boxBetween, isTiny } from './box-moves.ts'
import { type LabelAnchor, type LabelPlace, labelPlaces } from './label-places.ts'
import styles from './marks.module.css'
import { type Mark, markLabel, placeKey } from './marks.ts'
import type { PlaceState } from './use-place.ts'

/** From fractions of the page to pixels of the layer, as in an SVG matrix. */
export type Matrix = { a: number; b: number; c: number; d: number; e: number; f: number }

/** Px of a letter of a label, at its widest. */
const WIDTH_OF_LETTER = 7

type MarkLayerProps = {
  matrix: Matrix
  /** Page of a document; null for an image. */
  page: number | null
  marks: readonly Mark[]
  activeKey: string | null
  findingId: string | null
  onMark: (mark: Mark) => void
  place: PlaceState
}

/** Boxes over a page: those tied to elements with their labels, and the one being drawn. */
export function MarkLayer({ matrix, page, marks, activeKey, findingId, onMark, place }: MarkLayerProps) {
  const from = useRef<{ x: number; y: number } | null>(null)
  const here = marks.filter(mark => mark.place.box && mark.place.page === page)
  const pointed = place.place
  const tied = pointed !== null && here.some(mark => mark.key === placeKey(pointed))
  const places = labelPlaces(here.map(mark => anchorOf(matrix, mark, markLabel(mark, findingId))))
  const draft = pointed?.box && pointed.page === page && !tied ? pointed.box : null
  const at = (event: PointerEvent) => {
    const frame = event.currentTarget.getBoundingClientRect()
    return unproject(matrix, event.clientX - frame.left, event.clientY - frame.top)
  }
  const draw = (event: PointerEvent) => {
    if (!from.current) return
    place.change({ page, box: boxBetween(from.current, at(event)), second: null, line: null })
  }
  return (
    <div
      className={classNames(styles.layer, place.drawing && styles.drawing)}
      onPointerDown={event => {
        if (!place.drawing || event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = at(event)
        event.preventDefault()
      }}
      onPointerMove={draw}
      onPointerUp={event => {
        if (!from.current) return
        const box = boxBetween(from.current, at(event))
        from.current = null
        if (!isTiny(box)) place.finish()
      }}
    >
      <svg className={styles.boxes} aria-hidden="true">
        {here.map(mark => (
          <polygon
            key={mark.key}
            points={corners(matrix, mark.place)}
            className={classNames(
              styles.box,
              mark.key === activeKey && styles.active,
              mark.ties.some(tie => tie.link.stance === 'contradicts') && styles.contradicts,
            )}
          />
        ))}
        {draft && <polygon points={corners(matrix, { box: draft })} className={styles.draft} />}
      </svg>
      {here.map(mark => (
        <button
          key={mark.key}
          type="button"
          className={classNames(styles.label, mark.key === activeKey && styles.active)}
          style={styleOf(places.get(mark.key))}
          aria-label={t.evidence.mark.go(markLabel(mark, findingId))}
          aria-pressed={mark.key === activeKey}
          onClick={() => onMark(mark)}
        >
          {markLabel(mark, findingId)}
        </button>
      ))}
    </div>
  )
}

function project({ a, b, c, d, e, f }: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

function unproject({ a, b, c, d, e, f }: Matrix, px: number, py: number): { x: number; y: number } {
  const determinant = a * d - b * c || 1
  const [x, y] = [px - e, py - f]
  return { x: (d * x - c * y) / determinant, y: (a * y - b * x) / determinant }
}

function pointsOf(matrix: Matrix, { x, y, width, height }: Box) {
  return [
    project(matrix, x, y),
    project(matrix, x + width, y),
    project(matrix, x + width, y + height),
    project(matrix, x, y + height),
  ]
}

function corners(matrix: Matrix, { box }: Pick<Place, 'box'>): string {
  return box
    ? pointsOf(matrix, box)
        .map(({ x, y }) => `${x},${y}`)
        .join(' ')
    : ''
}

/** Upper left corners as they are seen now, also when the page is turned. */
function anchorOf(matrix: Matrix, { key, place: { box } }: Mark, label: string): LabelAnchor {
  const points = box ? pointsOf(matrix, box) : []
  return {
    key,
    left: Math.min(...points.map(point => point.x)),
    top: Math.min(...points.map(point => point.y)),
    width: label.length * WIDTH_OF_LETTER + 14,
  }
}

function styleOf(place: LabelPlace | undefined): CSSProperties {
  if (!place) return {}
  const { left, top, beside } = place
  return { left, top, transform: beside ? 'translateX(-100%)' : undefined }
}
