import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReportRow } from '../../../shared/contract/reports.ts'
import { formatShortDate } from '../../../shared/dates.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { usePagedQuery } from '../../api/use-paged-query.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCommands } from '../../app/commands.ts'
import { usePage } from '../../app/page-slots.tsx'
import { navigate } from '../../app/router.tsx'
import { useAccount } from '../../app/session.tsx'
import { useKey } from '../../app/use-key.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, PageHeader } from '../../ui/layout.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { ReportInspector } from './report-inspector.tsx'
import { senderLabel } from './report-labels.ts'
import { ReturnsToSign } from './returns-to-sign.tsx'

const words = t.reports

/** All reports, newest first; Enter opens one, Ctrl+N starts a new one. */
export default function ReportsPage() {
  const account = useAccount()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState<ReportRow | null>(null)
  const list = usePagedQuery('reports.list', { query })
  const forms = useQuery('law.choices', {})
  const mayRegister = account.role === 'assistant'
  const signs = account.role === 'chair' || account.role === 'deputyChair'
  const create = () => navigate('/laporan/baru')
  usePage({
    crumbs: [{ label: words.title }],
    keys: [
      { keys: ['J', 'K'], label: words.keys.move },
      { keys: ['Enter'], label: words.keys.open },
      ...(mayRegister ? [{ keys: ['Ctrl N'], label: words.keys.create }] : []),
    ],
  })
  useKey('Ctrl+N', mayRegister ? create : null)
  useCommands(
    mayRegister ? [{ id: 'reports.new', label: words.registerVerb, keys: 'Ctrl N', run: create }] : [],
  )
  const open = (row: ReportRow) => navigate(`/laporan/${row.id}`)
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={list.total === undefined ? undefined : words.count(list.total)}
        actions={
          <>
            <SearchField label={words.find} value={query} onChange={setQuery} />
            {mayRegister && (
              <Button icon={IconPlus} variant="primary" keys="Ctrl N" onClick={create}>
                {words.newReport}
              </Button>
            )}
          </>
        }
      />
      {signs && <ReturnsToSign />}
      {list.error && <Banner tone="bad">{errorSentence(list.error.code, list.error.facts)}</Banner>}
      <DataTable
        name="reports"
        label={words.title}
        columns={columns(forms.data?.violationForms ?? [])}
        rows={list.rows}
        loading={list.loading}
        onRange={list.onRange}
        keyOf={row => row.id}
        activeKey={active?.id ?? null}
        onActiveChange={(_key, row) => setActive(row)}
        onOpen={open}
        autoFocus
        empty={
          query ? (
            <EmptyState title={words.empty.notFound} next={words.empty.notFoundNext} />
          ) : (
            <EmptyState
              title={words.empty.title}
              next={mayRegister ? words.empty.next : words.empty.readOnly}
              action={mayRegister ? { label: words.newReport, run: create, keys: 'Ctrl N' } : undefined}
            />
          )
        }
      />
      {active && <ReportInspector reportId={active.id} />}
    </Page>
  )
}

function columns(forms: readonly { id: string; label: string }[]): Column<ReportRow>[] {
  const labels = new Map(forms.map(form => [form.id, form.label]))
  const column = (
    id: keyof typeof words.columns,
    width: number,
    text: (row: ReportRow) => string,
    more: Partial<Column<ReportRow>> = {},
  ): Column<ReportRow> => ({ id, header: words.columns[id], cell: text, copy: text, width, ...more })
  return [
    column('registerNumber', 152, row => row.registerNumber, { look: 'strong', whole: true }),
    column('receivedOn', 98, row => formatShortDate(row.receivedOn), { align: 'right', whole: true }),
    column('sender', 190, senderLabel, { look: 'second', from: 980 }),
    column('respondents', 200, row =>
      row.respondentCount > 1 ? `${row.firstRespondent} +${row.respondentCount - 1}` : row.firstRespondent,
    ),
    column('violationForm', 110, row => labels.get(row.violationForm) ?? row.violationForm, {
      grow: true,
      look: 'second',
    }),
    column('actOn', 98, row => formatShortDate(row.actOn), { align: 'right', whole: true }),
    column('caseNumber', 124, row => row.caseNumber ?? (row.returned ? t.intake.returned.chip : '–'), {
      whole: true,
    }),
  ]
}
