import { useMemo, useState } from 'react'
import type { PersonRow } from '../../../shared/contract/persons.ts'
import { shortAgency } from '../../../shared/strings/id/agency.ts'
import { t } from '../../../shared/strings/index.ts'
import { usePagedQuery } from '../../api/use-paged-query.ts'
import { usePage } from '../../app/page-slots.tsx'
import { navigate } from '../../app/router.tsx'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Inspector, InspectorSection } from '../../ui/inspector.tsx'
import { Page, PageHeader } from '../../ui/layout.tsx'
import { Nip } from '../../ui/nip.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Text } from '../../ui/text.tsx'
import { EarlierCases } from './earlier-cases.tsx'

const words = t.persons

/** Civil servants by NIP, with what became of earlier reports about them. */
export default function PersonsPage() {
  const [query, setQuery] = useState('')
  const [active, setActive] = useState<PersonRow | null>(null)
  const list = usePagedQuery('persons.list', { query }, { topics: ['reports.changed'] })
  const columns = useMemo(() => personColumns(), [])
  usePage({
    crumbs: [{ label: words.title }],
    keys: [
      { keys: ['J', 'K'], label: words.keys.move },
      { keys: ['Enter'], label: words.keys.open },
    ],
  })
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.count(list.total)}
        actions={<SearchField label={words.find} value={query} onChange={setQuery} />}
      />
      {list.error && <QueryError query={list} />}
      <DataTable
        name="persons"
        label={words.title}
        columns={columns}
        rows={list.rows}
        loading={list.loading}
        onRange={list.onRange}
        keyOf={row => row.id}
        activeKey={active?.id ?? null}
        onActiveChange={(_key, row) => setActive(row)}
        onOpen={row => navigate(`/pegawai/${row.id}`)}
        autoFocus
        empty={
          query ? (
            <EmptyState title={words.empty.notFound} next={words.empty.notFoundNext} />
          ) : (
            <EmptyState title={words.empty.title} next={words.empty.next} />
          )
        }
      />
      {active && (
        <Inspector
          foot={
            <Button size="large" keys="Enter" fill onClick={() => navigate(`/pegawai/${active.id}`)}>
              {words.open}
            </Button>
          }
        >
          <InspectorSection>
            <Text as="h2" size={16} weight="strong">
              {active.name}
            </Text>
            <Nip digits={active.nip} />
          </InspectorSection>
          <InspectorSection title={words.earlier}>
            <EarlierCases personId={active.id} />
          </InspectorSection>
        </Inspector>
      )}
    </Page>
  )
}

function personColumns(): Column<PersonRow>[] {
  const count = (id: 'reports' | 'proven', value: (row: PersonRow) => number): Column<PersonRow> => ({
    id,
    header: words.columns[id],
    width: 84,
    align: 'right',
    cell: row => value(row) || '–',
    copy: row => String(value(row)),
  })
  return [
    {
      id: 'name',
      header: words.columns.name,
      width: 210,
      look: 'strong',
      cell: row => row.name,
      copy: row => row.name,
    },
    {
      id: 'nip',
      header: words.columns.nip,
      width: 180,
      whole: true,
      cell: row => <Nip digits={row.nip} />,
      copy: row => row.nip,
    },
    {
      id: 'position',
      header: words.columns.position,
      width: 160,
      grow: true,
      look: 'second',
      cell: row => row.position,
      copy: row => row.position,
    },
    {
      id: 'agencyName',
      header: words.columns.agencyName,
      width: 180,
      from: 900,
      look: 'second',
      cell: row => shortAgency(row.agencyName),
      copy: row => row.agencyName,
    },
    count('reports', row => row.reportCount),
    count('proven', row => row.provenCount),
  ]
}
