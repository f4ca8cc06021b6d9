import { IconArrowDown, IconArrowUp, IconList } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { usePage } from '../../app/page-slots.tsx'
import { navigate, useQueryParam } from '../../app/router.tsx'
import type { PageProps } from '../../app/routes.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Page, PageHeader, Row } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { useListKeys } from '../../ui/use-list-keys.ts'
import { provisionAddress, sectionAddress } from './addresses.ts'
import styles from './law.module.css'
import { OldVersionNotice } from './pack-version.tsx'
import { ProvisionFacts } from './provision-facts.tsx'
import { ProvisionText } from './provision-text.tsx'

const words = t.law

/** One provision in full: its text on the left, what it is connected with on the right. */
export default function ProvisionPage({ params }: PageProps) {
  const [version] = useQueryParam('versi')
  const provisionId = decodeURIComponent(params.provisionId ?? '')
  const query = useQuery('law.provision', { provisionId, version })
  const contents = useQuery('law.contents', { version })
  const entry = query.data
  const list = sectionAddress('ketentuan', { row: provisionId, version })
  const text = useRef<HTMLDivElement>(null)
  const shownId = entry?.id
  // The text takes the keys at once, as a list does.
  useEffect(() => {
    if (shownId) text.current?.focus({ preventScroll: true })
  }, [shownId])
  const go = (to: { id: string } | null | undefined) => to && navigate(provisionAddress(to.id, version))
  const onKeyDown = useListKeys({
    j: () => go(entry?.after),
    k: () => go(entry?.before),
    Escape: () => navigate(list),
  })
  usePage({
    crumbs: [
      { label: words.title, to: '/hukum' },
      { label: entry ? `${entry.regulation} ${entry.citation}` : '…' },
    ],
    keys: [
      { keys: ['K', 'J'], label: words.keys.around },
      { keys: ['Esc'], label: words.keys.list },
    ],
  })
  if (query.error?.code === 'law.unknownProvision') {
    return (
      <EmptyState
        title={words.empty.unknown}
        next={words.empty.unknownNext}
        action={{ label: words.provision.back, run: () => navigate('/hukum') }}
      />
    )
  }
  if (query.error) return <QueryError query={query} />
  if (!entry) return <SkeletonRows rows={8} />
  return (
    <Page>
      <PageHeader
        title={entry.subject}
        meta={`${entry.regulation} ${entry.citation}`}
        actions={
          <Row gap={4}>
            <IconButton
              icon={IconList}
              label={words.provision.back}
              keys="Esc"
              onClick={() => navigate(list)}
            />
            <IconButton
              icon={IconArrowUp}
              label={words.provision.before}
              keys="K"
              disabled={!entry.before}
              onClick={() => go(entry.before)}
            />
            <IconButton
              icon={IconArrowDown}
              label={words.provision.after}
              keys="J"
              disabled={!entry.after}
              onClick={() => go(entry.after)}
            />
          </Row>
        }
      />
      {contents.data && (
        <OldVersionNotice contents={contents.data} address={provisionAddress(provisionId, null)} />
      )}
      <div className={styles.reading}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: J and K turn the page, as in a list */}
        <div className={styles.text} data-pane="" tabIndex={0} ref={text} onKeyDown={onKeyDown}>
          <ProvisionText entry={entry} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <aside className={styles.side} data-pane="" tabIndex={0} aria-label={words.provision.facts}>
          <ProvisionFacts entry={entry} below={contents.data?.humanCheckBelow ?? 0} version={version} />
        </aside>
      </div>
    </Page>
  )
}
