import { type ReactNode, useState } from 'react'
import type { FollowUp } from '../../../shared/contract/follow-ups.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { FollowUpInspector } from './follow-up-inspector.tsx'
import { addresseeOf, dueOf, recommendedOf, standingOf } from './follow-up-rows.ts'
import { RecordDialog } from './record-dialog.tsx'

const words = t.followUps
type Props = { state?: FollowUp['state'] | null; caseId?: CaseId | null; empty: ReactNode }

/** Follow-ups by due date; Enter records the SK of an open one. */
export function FollowUpList({ state = null, caseId = null, empty }: Props) {
  const list = useQuery('followUps.list', { state, caseId })
  const [activeId, setActiveId] = useState<string | null>(null)
  const [dialog, setDialog] = useState<'record' | 'close' | null>(null)
  const rows = list.data ?? []
  const active = rows.find(row => row.id === activeId) ?? null
  const close = () => setDialog(null)
  return (
    <>
      <QueryError query={list} />
      <DataTable
        name="follow-ups"
        label={words.title}
        columns={columns}
        rows={rows}
        loading={list.loading}
        keyOf={keyOf}
        activeKey={active?.id ?? null}
        onActiveChange={key => setActiveId(key)}
        onOpen={row => {
          setActiveId(row.id)
          if (!row.closure) setDialog('record')
        }}
        empty={list.error ? null : empty}
        autoFocus
      />
      {active && (
        <FollowUpInspector
          followUp={active}
          onRecord={() => setDialog('record')}
          onClose={() => setDialog('close')}
        />
      )}
      {active && !active.closure && (
        <>
          <RecordDialog
            key={`record ${active.id}`}
            followUp={active}
            opened={dialog === 'record'}
            onClose={close}
          />
          <CloseDialog
            key={`close ${active.id}`}
            followUp={active}
            opened={dialog === 'close'}
            onClose={close}
          />
        </>
      )}
    </>
  )
}

const keyOf = (row: FollowUp) => row.id
const column = (
  id: keyof typeof words.columns,
  width: number,
  text: (row: FollowUp) => string,
  more: Partial<Column<FollowUp>> = {},
): Column<FollowUp> => ({ id, header: words.columns[id], cell: text, copy: text, width, ...more })

const columns: readonly Column<FollowUp>[] = [
  column('person', 186, row => row.respondentName, { look: 'strong' }),
  column('state', 216, row => standingOf(row).label, { cell: row => <StateMark {...standingOf(row)} /> }),
  column('dueOn', 100, dueOf, { align: 'right', whole: true }),
  column('letter', 164, row => row.letterNumber, { whole: true }),
  column('addressee', 190, addresseeOf, { from: 980, look: 'second' }),
  column('recommended', 130, recommendedOf, { grow: true, look: 'second' }),
]
