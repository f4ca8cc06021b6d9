import { useEffect, useRef, useState } from 'react'
import { openPdf, type Pdf, type PdfPage } from './pdf-library.ts'
import styles from './pdf-pages.module.css'

type PdfPagesProps = {
  pdf: Uint8Array | null
  /** Its name for screen readers. */
  label: string
  /** Name of one page, 'Halaman 1 dari 3'. */
  pageLabel: (page: number, total: number) => string
  /** 1 fits the width. */
  zoom?: number
  /** Told when another page comes to the top, or the number of pages changes. */
  onPage?: (page: number, total: number) => void
  onFailed?: () => void
}
const MARGIN = 32
const MOST_WIDTH = 900

/**
 * All pages of a PDF one under the other, on true white in both themes. While a newer PDF is being drawn the
 * pages on screen stay, so that a preview does not flicker.
 */
export function PdfPages({ pdf, label, pageLabel, zoom = 1, onPage, onFailed }: PdfPagesProps) {
  const stage = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const pages = usePages(pdf, onFailed)
  const [top, setTop] = useState(1)
  const told = useRef(onPage)
  told.current = onPage

  useEffect(() => {
    const element = stage.current
    if (!element) return
    const watch = new ResizeObserver(() => setWidth(element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    if (pages.length > 0) told.current?.(Math.min(top, pages.length), pages.length)
  }, [top, pages.length])

  const scrolled = () => {
    const element = stage.current
    if (!element) return
    const middle = element.scrollTop + element.clientHeight / 2
    const places = [...element.querySelectorAll('canvas')]
    const at = places.findLastIndex(place => place.offsetTop <= middle)
    setTop(Math.max(1, at + 1))
  }
  const pageWidth = Math.round(Math.min(Math.max(width - MARGIN, 120), MOST_WIDTH) * zoom)
  return (
    <section
      ref={stage}
      className={styles.stage}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
      tabIndex={0}
      data-pane-focus=""
      onScroll={scrolled}
    >
      {width > 0 &&
        pages.map((page, index) => (
          <PageCanvas
            // The canvas stays when a newer PDF comes, and is only drawn anew.
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place
            key={index}
            page={page}
            width={pageWidth}
            label={pageLabel(index + 1, pages.length)}
          />
        ))}
    </section>
  )
}

function usePages(pdf: Uint8Array | null, onFailed?: () => void): readonly PdfPage[] {
  const [pages, setPages] = useState<readonly PdfPage[]>([])
  const failed = useRef(onFailed)
  failed.current = onFailed
  useEffect(() => {
    if (!pdf) return setPages([])
    let shown = true
    const opened = openPdf(pdf)
    opened.document.then(allPages).then(
      next => shown && setPages(next),
      () => shown && failed.current?.(),
    )
    return () => {
      shown = false
      opened.close()
    }
  }, [pdf])
  return pages
}

const allPages = (pdf: Pdf) =>
  Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)))

function PageCanvas({ page, width, label }: { page: PdfPage; width: number; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const natural = page.getViewport({ scale: 1 })
  const height = Math.round((width / natural.width) * natural.height)
  useEffect(() => {
    const target = canvas.current
    if (!target) return
    const scale = (width / page.getViewport({ scale: 1 }).width) * Math.max(window.devicePixelRatio, 1)
    const viewport = page.getViewport({ scale })
    const drawn = document.createElement('canvas')
    drawn.width = Math.ceil(viewport.width)
    drawn.height = Math.ceil(viewport.height)
    const task = page.render({ canvas: drawn, viewport })
    task.promise.then(
      () => {
        target.width = drawn.width
        target.height = drawn.height
        target.getContext('2d')?.drawImage(drawn, 0, 0)
      },
      () => undefined, // cancelled, because a newer page or size has come
    )
    return () => task.cancel()
  }, [page, width])
  return (
    <canvas ref={canvas} className={styles.page} role="img" aria-label={label} style={{ width, height }} />
  )
}
