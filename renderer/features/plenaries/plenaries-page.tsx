import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { PlenaryRow } from '../../../shared/contract/plenaries.ts'
import { formatShortDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCommands } from '../../app/commands.ts'
import { usePage } from '../../app/page-slots.tsx'
import { navigate } from '../../app/router.tsx'
import { useKey } from '../../app/use-key.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, PageHeader } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { type State, StateMark } from '../../ui/state-mark.tsx'

const words = t.plenaries
const GROUPS = ['open', 'planned', 'closed'] as const
const stateLabel = (row: PlenaryRow) =>
  row.signaturesDue > 0 ? t.minutes.signatures.dueCount(row.signaturesDue) : words.state[row.state]
const MARKS: Readonly<Record<PlenaryRow['state'], State>> = {
  open: 'today',
  planned: 'waiting',
  closed: 'closed',
}
const keyOf = (row: PlenaryRow) => row.id
const plan = () => navigate('/sidang/baru')

/** All meetings: those under way, those to come, those that are over. Enter goes into the room. */
export default function PlenariesPage() {
  const list = useQuery('plenaries.list', {})
  const [active, setActive] = useState<string | null>(null)
  usePage({
    crumbs: [{ label: words.title }],
    keys: [
      { keys: ['J', 'K'], label: words.keys.move },
      { keys: ['Enter'], label: words.keys.open },
      { keys: ['Ctrl N'], label: words.keys.plan },
    ],
  })
  useKey('Ctrl+N', plan)
  useCommands([{ id: 'plenaries.plan', label: words.plan.action, keys: 'Ctrl N', run: plan }])
  const rows = list.data ?? []
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={list.data && words.count(rows.length)}
        actions={
          <Button icon={IconPlus} variant="primary" keys="Ctrl N" onClick={plan}>
            {words.plan.action}
          </Button>
        }
      />
      <QueryError query={list} />
      <DataTable
        name="plenaries"
        label={words.title}
        columns={columns}
        groups={GROUPS.map(state => ({
          id: state,
          label: words.groups[state],
          count: rows.filter(row => row.state === state).length,
          rows: rows.filter(row => row.state === state),
        })).filter(group => group.count > 0)}
        loading={list.loading}
        keyOf={keyOf}
        activeKey={active}
        onActiveChange={setActive}
        onOpen={row => navigate(`/sidang/${row.id}`)}
        autoFocus
        empty={
          <EmptyState
            title={words.empty.title}
            next={words.empty.next}
            action={{ label: words.plan.action, run: plan, keys: 'Ctrl N' }}
          />
        }
      />
    </Page>
  )
}

const count = (id: 'cases' | 'persons' | 'decided', of: (row: PlenaryRow) => number): Column<PlenaryRow> => ({
  id,
  header: words.columns[id],
  width: 84,
  align: 'right',
  cell: row => of(row),
  copy: row => String(of(row)),
})

const columns: Column<PlenaryRow>[] = [
  {
    id: 'number',
    header: words.columns.number,
    width: 210,
    look: 'strong',
    whole: true,
    cell: row => row.number,
    copy: row => row.number,
  },
  {
    id: 'heldOn',
    header: words.columns.heldOn,
    width: 110,
    align: 'right',
    whole: true,
    cell: row => formatShortDate(row.heldOn),
    copy: row => row.heldOn,
  },
  {
    id: 'place',
    header: words.columns.place,
    width: 220,
    grow: true,
    look: 'second',
    cell: row => row.place,
    copy: row => row.place,
  },
  count('cases', row => row.caseCount),
  count('persons', row => row.personCount),
  count('decided', row => row.decidedCount),
  {
    id: 'state',
    header: words.columns.state,
    width: 210,
    cell: row => (
      <StateMark state={row.signaturesDue > 0 ? 'waiting' : MARKS[row.state]} label={stateLabel(row)} />
    ),
    copy: stateLabel,
  },
]
