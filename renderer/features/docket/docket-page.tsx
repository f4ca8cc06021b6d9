import { useMemo, useState } from 'react'
import { DOCKET_GROUPS, type DocketGroup, type DocketRow } from '../../../shared/contract/docket.ts'
import { t } from '../../../shared/strings/index.ts'
import { usePagedQuery } from '../../api/use-paged-query.ts'
import { usePage } from '../../app/page-slots.tsx'
import { navigate, useQueryParam } from '../../app/router.tsx'
import { useAccount } from '../../app/session.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, PageHeader } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { docketColumns } from './docket-columns.tsx'
import { DocketInspector } from './docket-inspector.tsx'
import { stepAddress } from './step-address.ts'

const words = t.docket
/** The order of the groups on screen, and of the engine's rows. */
const ORDER = ['late', 'returned', 'mine', 'elsewhere'] as const satisfies readonly DocketGroup[]
const TOPICS = [
  'cases.changed',
  'reports.changed',
  'evidence.changed',
  'findings.changed',
  'plenaries.changed',
  'letters.changed',
  'followUps.changed',
] as const

/** The first screen: what is late, what came back, what waits on me, what others hold. */
export default function DocketPage() {
  const account = useAccount()
  const [chosen, choose] = useQueryParam('kelompok')
  const group = DOCKET_GROUPS.find(known => known === chosen) ?? null
  const [query, setQuery] = useState('')
  const [active, setActive] = useState<DocketRow | null>(null)
  const list = usePagedQuery('docket.list', { group, query }, { topics: TOPICS })
  const counts = list.data?.counts
  usePage({
    crumbs: [{ label: words.page }],
    keys: [
      { keys: ['J', 'K'], label: words.keys.move },
      { keys: ['Enter'], label: words.keys.open },
    ],
  })
  const columns = useMemo(() => docketColumns(), [])
  const groups = useMemo(() => {
    if (group || !counts) return undefined
    let from = 0
    return ORDER.map(id => {
      const rows = list.rows.slice(from, from + counts[id])
      from += counts[id]
      return { id, label: words.group[id], rows }
    }).filter(part => part.rows.length > 0)
  }, [group, counts, list.rows])
  const all = counts && ORDER.reduce((sum, id) => sum + counts[id], 0)

  return (
    <Page>
      <PageHeader
        title={words.title}
        actions={
          <SearchField
            label={words.find}
            placeholder={t.common.search}
            value={query}
            onChange={setQuery}
            width={240}
          />
        }
      >
        <Tabs
          tall
          label={words.title}
          value={group ?? 'all'}
          onChange={value => choose(value === 'all' ? null : value)}
          tabs={[
            { value: 'all', label: words.all, count: all },
            ...ORDER.map(id => ({ value: id, label: words.group[id], count: counts?.[id] })),
          ]}
        />
      </PageHeader>
      {list.error && <QueryError query={list} />}
      <DataTable
        name="docket"
        label={words.title}
        columns={columns}
        rows={groups ? undefined : list.rows}
        groups={groups}
        loading={list.loading}
        onRange={list.onRange}
        keyOf={row => row.key}
        activeKey={active?.key ?? null}
        onActiveChange={(_key, row) => setActive(row)}
        onOpen={row => navigate(stepAddress(row))}
        autoFocus
        empty={<NothingToDo role={account.role} searching={query !== ''} inGroup={group !== null} />}
      />
      {active && <DocketInspector row={active} />}
    </Page>
  )
}

function NothingToDo({ role, searching, inGroup }: { role: string; searching: boolean; inGroup: boolean }) {
  if (role === 'secretariat')
    return (
      <EmptyState
        title={words.empty.secretariat}
        next={words.empty.secretariatNext}
        action={{ label: words.empty.settings, run: () => navigate('/pengaturan') }}
      />
    )
  if (searching) return <EmptyState title={words.empty.notFound} next={words.empty.notFoundNext} />
  if (inGroup) return <EmptyState title={words.empty.group} />
  return <EmptyState title={words.empty.title} next={words.empty.next} />
}
