import { useMemo, useState } from 'react'
import { type CaseRow, STAGES, type Stage } from '../../../shared/contract/cases.ts'
import { formatShortDate } from '../../../shared/dates.ts'
import { shortAgency } from '../../../shared/strings/id/agency.ts'
import { t } from '../../../shared/strings/index.ts'
import { usePagedQuery } from '../../api/use-paged-query.ts'
import { useQuery } from '../../api/use-query.ts'
import { usePage } from '../../app/page-slots.tsx'
import { navigate, useQueryParam } from '../../app/router.tsx'
import { Checkbox } from '../../ui/choice-fields.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, PageHeader } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { CaseInspector } from './case-inspector.tsx'

const words = t.cases
const keyOf = (row: CaseRow) => row.id
type Filter = Stage | 'all'

/** All case files, newest first; by stage, or only those assigned to me. */
export default function CasesPage() {
  const [query, setQuery] = useState('')
  const [stageParam, setStage] = useQueryParam('tahap')
  const [mineParam, setMine] = useQueryParam('saya')
  const [active, setActive] = useState<CaseRow | null>(null)
  const stage = STAGES.find(known => known === stageParam) ?? null
  const mine = mineParam === '1'
  const list = usePagedQuery('cases.list', { query, stage, mine })
  const law = useQuery('law.choices', {})
  const columns = useMemo(() => columnsOf(law.data?.violationForms ?? []), [law.data])
  usePage({
    crumbs: [{ label: words.title }],
    keys: [
      { keys: ['J', 'K'], label: words.keys.move },
      { keys: ['Enter'], label: words.keys.open },
      { keys: ['Ctrl F'], label: words.keys.find },
    ],
  })
  const open = (row: CaseRow) => navigate(`/perkara/${row.id}`)
  const filtered = query !== '' || stage !== null || mine
  return (
    <Page>
      <PageHeader
        open
        title={words.title}
        meta={words.count(list.total)}
        actions={
          <>
            <Checkbox label={words.mine} checked={mine} onChange={on => setMine(on ? '1' : null)} />
            <SearchField label={words.find} value={query} onChange={setQuery} width={260} />
          </>
        }
      />
      <Tabs<Filter>
        label={words.stages}
        value={stage ?? 'all'}
        onChange={value => setStage(value === 'all' ? null : value)}
        tabs={[
          { value: 'all', label: words.allStages },
          ...STAGES.map(value => ({ value, label: words.stage[value] })),
        ]}
      />
      <QueryError query={list} />
      <DataTable
        name="cases"
        label={words.title}
        columns={columns}
        rows={list.rows}
        loading={list.loading}
        onRange={list.onRange}
        keyOf={keyOf}
        activeKey={active?.id ?? null}
        onActiveChange={(_key, row) => setActive(row)}
        onOpen={open}
        autoFocus
        empty={
          filtered ? (
            <EmptyState title={words.empty.notFound} next={words.empty.notFoundNext} />
          ) : (
            <EmptyState
              title={words.empty.title}
              next={words.empty.next}
              action={{ label: words.empty.action, run: () => navigate('/laporan') }}
            />
          )
        }
      />
      {active && <CaseInspector caseId={active.id} onOpen={() => open(active)} />}
    </Page>
  )
}

function columnsOf(forms: readonly { id: string; label: string }[]): Column<CaseRow>[] {
  const labels = new Map(forms.map(form => [form.id, form.label]))
  const column = (
    id: keyof typeof words.columns,
    width: number,
    text: (row: CaseRow) => string,
    more: Partial<Column<CaseRow>> = {},
  ): Column<CaseRow> => ({ id, header: words.columns[id], cell: text, copy: text, width, ...more })
  return [
    column('registerNumber', 112, row => row.registerNumber, { look: 'strong', whole: true }),
    column('respondents', 196, row =>
      row.respondentCount > 1 ? `${row.firstRespondent} +${row.respondentCount - 1}` : row.firstRespondent,
    ),
    column('agency', 170, row => shortAgency(row.agencyName), {
      look: 'second',
      copy: row => row.agencyName,
      from: 980,
    }),
    column('violationForm', 90, row => labels.get(row.violationForm) ?? row.violationForm, {
      look: 'second',
      grow: true,
    }),
    column('actOn', 98, row => formatShortDate(row.actOn), { align: 'right', whole: true }),
    column('stage', 106, row => words.stage[row.stage], { whole: true }),
    column('exhibits', 50, row => String(row.exhibitCount), { align: 'right' }),
    column('dueOn', 98, row => (row.dueOn ? formatShortDate(row.dueOn) : '–'), {
      align: 'right',
      whole: true,
    }),
    column('mine', 36, row => (row.assignedToMe ? t.common.yes : ''), {
      hideHeader: true,
      cell: row => row.assignedToMe && <StateMark state="mine" label={words.assignedToMe} iconOnly />,
    }),
  ]
}
