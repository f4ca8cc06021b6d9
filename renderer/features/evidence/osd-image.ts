import OpenSeadragon from 'openseadragon'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Box } from './box-moves.ts'
import type { Matrix } from './mark-layer.tsx'

export type DeepImage = {
  /** Null until the picture is there. */
  matrix: Matrix | null
  /** 100 = one picture pixel per screen pixel. */
  percent: number
  failed: boolean
  zoomBy(factor: number): void
  fit(): void
  turn(): void
  pan(dx: number, dy: number): void
  show(box: Box): void
  seen(): Box
}

const STILL = matchMedia('(prefers-reduced-motion: reduce)').matches

/** A picture that pans, zooms and turns in the element; its own keys and buttons are left out. */
export function useDeepImage(host: RefObject<HTMLElement | null>, address: string): DeepImage {
  const viewer = useRef<OpenSeadragon.Viewer | null>(null)
  const [view, setView] = useState<{ matrix: Matrix | null; percent: number; failed: boolean }>({
    matrix: null,
    percent: 100,
    failed: false,
  })

  useEffect(() => {
    if (!host.current) return
    const made = OpenSeadragon({
      element: host.current,
      tileSources: { type: 'image', url: address },
      drawer: 'canvas',
      showNavigationControl: false,
      crossOriginPolicy: false,
      animationTime: STILL ? 0 : 0.15,
      visibilityRatio: 0.3,
      minZoomImageRatio: 0.6,
      maxZoomPixelRatio: 12,
      // Empty: the stage around it holds the focus and the keys.
      tabIndex: '' as unknown as number,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    })
    viewer.current = made
    const update = () => {
      const matrix = matrixOf(made)
      const item = made.world.getItemAt(0)
      if (!matrix || !item) return
      const percent = Math.round(item.viewportToImageZoom(made.viewport.getZoom(true)) * 100)
      setView(before =>
        before.percent === percent && same(before.matrix, matrix)
          ? before
          : { matrix, percent, failed: false },
      )
    }
    for (const event of ['open', 'update-viewport', 'resize'] as const) made.addHandler(event, update)
    made.addHandler('open-failed', () => setView({ matrix: null, percent: 100, failed: true }))
    return () => {
      viewer.current = null
      made.destroy()
      setView({ matrix: null, percent: 100, failed: false })
    }
  }, [host, address])

  const withView = (act: (view: OpenSeadragon.Viewport, item: OpenSeadragon.TiledImage) => void) => {
    const item = viewer.current?.world.getItemAt(0)
    if (viewer.current && item) act(viewer.current.viewport, item)
  }
  return {
    ...view,
    zoomBy: factor => withView(port => port.zoomBy(factor).applyConstraints()),
    fit: () => withView(port => port.goHome()),
    turn: () => withView(port => port.setRotation((port.getRotation() + 90) % 360)),
    pan: (dx, dy) =>
      withView(port =>
        port.panBy(port.deltaPointsFromPixels(new OpenSeadragon.Point(dx, dy))).applyConstraints(),
      ),
    show: box =>
      withView((port, item) => {
        const { x: width, y: height } = item.getContentSize()
        const around = new OpenSeadragon.Rect(
          (box.x - box.width / 2) * width,
          (box.y - box.height / 2) * height,
          box.width * 2 * width,
          box.height * 2 * height,
        )
        port.fitBoundsWithConstraints(item.imageToViewportRectangle(around))
      }),
    seen: () => {
      let box: Box = { x: 0, y: 0, width: 1, height: 1 }
      withView((port, item) => {
        const { x: width, y: height } = item.getContentSize()
        const shown = item.viewportToImageRectangle(port.getBounds(true))
        const left = Math.max(0, shown.x / width)
        const top = Math.max(0, shown.y / height)
        box = {
          x: left,
          y: top,
          width: Math.min(1, (shown.x + shown.width) / width) - left,
          height: Math.min(1, (shown.y + shown.height) / height) - top,
        }
      })
      return box
    },
  }
}

/** How fractions of the picture fall on the screen now, turned or not. */
function matrixOf(viewer: OpenSeadragon.Viewer): Matrix | null {
  const item = viewer.world.getItemAt(0)
  if (!item) return null
  const { x: width, y: height } = item.getContentSize()
  const at = (x: number, y: number) => item.imageToViewerElementCoordinates(new OpenSeadragon.Point(x, y))
  const origin = at(0, 0)
  const right = at(width, 0)
  const below = at(0, height)
  return {
    a: right.x - origin.x,
    b: right.y - origin.y,
    c: below.x - origin.x,
    d: below.y - origin.y,
    e: origin.x,
    f: origin.y,
  }
}

function same(before: Matrix | null, after: Matrix): boolean {
  return (
    before !== null && Object.entries(after).every(([key, value]) => before[key as keyof Matrix] === value)
  )
}
