import type { DocketGroup, DocketRow } from '../../../shared/contract/docket.ts'
import { formatDate, formatShortDate } from '../../../shared/dates.ts'
import { shortAgency } from '../../../shared/strings/id/agency.ts'
import { t } from '../../../shared/strings/index.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Nip } from '../../ui/nip.tsx'
import { type State, StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'

const words = t.docket

const STATE: Readonly<Record<DocketGroup, State>> = {
  late: 'late',
  mine: 'mine',
  returned: 'returned',
  elsewhere: 'waiting',
}

/** Columns of the work list; number and name never end in an ellipsis. */
export function docketColumns(): Column<DocketRow>[] {
  return [
    {
      id: 'state',
      header: words.columns.state,
      hideHeader: true,
      width: 34,
      cell: row => <StateMark state={STATE[row.group]} iconOnly />,
    },
    {
      id: 'caseNumber',
      header: words.columns.caseNumber,
      width: 112,
      look: 'strong',
      whole: true,
      cell: row => row.caseNumber,
      copy: row => row.caseNumber,
    },
    {
      id: 'name',
      header: words.columns.name,
      width: 160,
      grow: true,
      cell: row => row.name,
      copy: row => row.name,
    },
    {
      id: 'nip',
      header: words.columns.nip,
      width: 166,
      whole: true,
      look: 'second',
      cell: row => <Nip digits={row.nip} />,
      copy: row => row.nip,
    },
    {
      id: 'agencyName',
      header: words.columns.agencyName,
      width: 150,
      grow: true,
      from: 960,
      look: 'second',
      cell: row => shortAgency(row.agencyName),
      copy: row => row.agencyName,
    },
    {
      id: 'nextStep',
      header: words.columns.nextStep,
      width: 146,
      cell: row => words.nextStep[row.nextStep],
      copy: row => words.nextStep[row.nextStep],
    },
    {
      id: 'daysLeft',
      header: words.columns.daysLeft,
      width: 92,
      align: 'right',
      whole: true,
      cell: row => <DaysLeft days={row.workingDaysLeft} />,
      copy: row => String(row.workingDaysLeft ?? ''),
    },
    {
      id: 'dueOn',
      header: words.columns.dueOn,
      width: 108,
      align: 'right',
      whole: true,
      cell: row => (row.dueOn ? formatShortDate(row.dueOn) : '–'),
      copy: row => (row.dueOn ? formatDate(row.dueOn) : ''),
    },
  ]
}

function DaysLeft({ days }: { days: number | null }) {
  if (days === null) return <Text tone="third">–</Text>
  const tone = days < 0 ? 'bad' : days === 0 ? 'plain' : 'second'
  return (
    <Text tone={tone} weight={days < 0 ? 'medium' : undefined}>
      {words.daysLeft(days)}
    </Text>
  )
}
