import { type RefObject, useLayoutEffect } from 'react'

const SCALES = [1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.54, 0.48]

/** Makes the type of a full-screen page smaller, step by step, until all of it fits; again whenever `shown` changes. */
export function useFit(page: RefObject<HTMLElement | null>, shown: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown decides how much room it takes
  useLayoutEffect(() => {
    const shrink = () => {
      const element = page.current
      if (!element) return
      for (const scale of SCALES) {
        element.style.setProperty('--fit', String(scale))
        if (!overflows(element)) return
      }
    }
    shrink()
    void document.fonts.ready.then(shrink)
    window.addEventListener('resize', shrink)
    return () => window.removeEventListener('resize', shrink)
  }, [page, shown])
}

/** Whether the page or one of its columns is taller than its place. */
const overflows = (element: HTMLElement): boolean =>
  [element, ...element.querySelectorAll<HTMLElement>('[data-fit]')].some(
    part => part.scrollHeight > part.clientHeight + 1,
  )
