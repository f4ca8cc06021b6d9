import { useMemo, useState } from 'react'
import { LAW_HIT_KINDS, type LawHit } from '../../../shared/contract/law-shapes.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { navigate, useLocation } from '../../app/router.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { Text } from '../../ui/text.tsx'
import { hitAddress } from './addresses.ts'
import styles from './law.module.css'

const words = t.law
const keyOf = (hit: LawHit) => `${hit.kind} ${hit.id}`
const columns = hitColumns()
/** As many as the engine gives. */
const MOST_HITS = 200

type SearchHitsProps = {
  query: string
  version: string | null
  /** Another part of this page is shown now: the field starts empty. */
  onLeave: () => void
}

/** Everything of the pack that holds the words; Enter opens it in its place. */
export function SearchHits({ query, version, onLeave }: SearchHitsProps) {
  const { address } = useLocation()
  const found = useQuery('law.search', { query, version }, { keepPrevious: true })
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const hits = found.data
  const groups = useMemo(() => {
    const kinds = LAW_HIT_KINDS.filter(kind => hits?.some(hit => hit.kind === kind))
    return kinds.map(kind => ({
      id: kind,
      label: words.hit[kind],
      rows: hits?.filter(hit => hit.kind === kind) ?? [],
    }))
  }, [hits])
  if (found.error) return <QueryError query={found} />
  return (
    <>
      <div className={styles.notice} aria-live="polite">
        <Text tone="second">
          {hits &&
            (hits.length < MOST_HITS ? words.search.count(hits.length) : words.search.more(hits.length))}
        </Text>
      </div>
      <DataTable
        name="law-hits"
        label={words.search.title}
        columns={columns}
        groups={groups}
        loading={found.loading}
        keyOf={keyOf}
        activeKey={activeKey}
        onActiveChange={setActiveKey}
        onOpen={hit => {
          if (hit.kind === 'provision') navigate(keptSearch(address.query, query), { replace: true })
          else onLeave()
          navigate(hitAddress(hit, version))
        }}
        empty={<EmptyState title={words.search.none(query.trim())} next={words.search.noneNext} />}
      />
    </>
  )
}

/** This page with its search, so that the way back leads to it. */
function keptSearch(present: URLSearchParams, query: string): string {
  const kept = new URLSearchParams(present)
  kept.set('cari', query)
  return `/hukum?${kept.toString()}`
}

function hitColumns(): Column<LawHit>[] {
  return [
    {
      id: 'title',
      header: words.columns.subject,
      width: 400,
      look: 'strong',
      cell: hit => hit.title,
      copy: hit => hit.title,
    },
    {
      id: 'place',
      header: words.columns.place,
      width: 250,
      cell: hit => hit.place,
      copy: hit => hit.place,
    },
    {
      id: 'excerpt',
      header: words.columns.excerpt,
      width: 300,
      grow: true,
      look: 'second',
      from: 760,
      cell: hit => hit.excerpt,
      copy: hit => hit.excerpt,
    },
  ]
}
