import { Suspense, useEffect, useRef } from 'react'
import { t } from '../../shared/strings/index.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { SkeletonRows } from '../ui/skeleton-rows.tsx'
import styles from './frame.module.css'
import { PageBoundary } from './page-boundary.tsx'
import { railEntries } from './rail-entries.ts'
import { matchPath, navigate, useLocation } from './router.tsx'
import { routes, shownEntries } from './routes.tsx'
import { useAccount } from './session.tsx'

/** Shows the page of the present address; a page that fails or is missing leaves the frame standing. */
export function PageOutlet() {
  const { address } = useLocation()
  const host = useRef<HTMLDivElement>(null)
  const { path } = address
  const { role } = useAccount()
  const home = shownEntries(railEntries, role)[0]?.path ?? '/'

  useEffect(() => {
    if (path === '/') navigate(home, { replace: true })
    // After a page change the focus would be lost on the body: keyboard users start at the new page.
    else if (document.activeElement === document.body) host.current?.focus({ preventScroll: true })
  }, [path, home])

  return (
    <div className={styles.page} ref={host} tabIndex={-1} id="work" data-pane="">
      <PageBoundary key={path}>
        <Suspense fallback={<SkeletonRows />}>
          <PageAt path={path} home={home} />
        </Suspense>
      </PageBoundary>
    </div>
  )
}

function PageAt({ path, home }: { path: string; home: string }) {
  for (const { path: pattern, page: Page } of routes) {
    const params = matchPath(pattern, path)
    if (params) return <Page params={params} />
  }
  if (path === '/') return null
  return (
    <EmptyState
      title={t.app.notFound.title}
      next={t.app.notFound.next}
      action={{ label: t.app.notFound.action, run: () => navigate(home) }}
    />
  )
}
