import { useEffect, useRef, useState } from 'react'
import { t } from '../../../shared/strings/index.ts'
import type { Pdf } from '../../ui/pdf-library.ts'
import { MarkLayer } from './mark-layer.tsx'
import type { ViewerProps } from './viewer-props.ts'
import styles from './viewers.module.css'

type PdfPageProps = Pick<ViewerProps, 'marks' | 'activeKey' | 'findingId' | 'onMark' | 'place'> & {
  pdf: Pdf
  page: number
  /** CSS pixels per point. */
  scale: number
  /** Size in points until the page itself is read. */
  expected: { width: number; height: number }
}

/** One page on white paper; its words are in the page for screen readers, its scripts and links are not. */
export function PdfPage({ pdf, page, scale, expected, ...marks }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState(expected)
  const [words, setWords] = useState('')
  useEffect(() => {
    let task: { cancel(): void } | null = null
    let shown = true
    const paint = async () => {
      const read = await pdf.getPage(page)
      if (!shown || !canvas.current) return
      const { width, height } = read.getViewport({ scale: 1 })
      setSize({ width, height })
      const viewport = read.getViewport({ scale: scale * paintScale(width * scale, height * scale) })
      canvas.current.width = Math.ceil(viewport.width)
      canvas.current.height = Math.ceil(viewport.height)
      const painting = read.render({ canvas: canvas.current, viewport })
      task = painting
      await painting.promise
      const text = await read.getTextContent()
      if (shown) setWords(text.items.map(item => ('str' in item ? item.str : '')).join(' '))
    }
    paint().catch((error: unknown) => {
      if (shown) console.info(`page ${page} not painted whole`, error instanceof Error ? error.name : '')
    })
    return () => {
      shown = false
      task?.cancel()
    }
  }, [pdf, page, scale])
  const [width, height] = [size.width * scale, size.height * scale]
  return (
    <section
      className={styles.page}
      style={{ width, height }}
      aria-label={t.evidence.pdf.page(page, pdf.numPages)}
    >
      <canvas ref={canvas} className={styles.canvas} />
      <p className="visually-hidden">{words}</p>
      <MarkLayer matrix={{ a: width, b: 0, c: 0, d: height, e: 0, f: 0 }} page={page} {...marks} />
    </section>
  )
}

const MOST_PIXELS = 16_000_000

/** Sharp on dense screens, but never more pixels than a small laptop holds. */
function paintScale(width: number, height: number): number {
  return Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)))
}
