import { useMemo } from 'react'
import type { LawContents } from '../../../shared/contract/law-shapes.ts'
import { t } from '../../../shared/strings/index.ts'
import type { Column } from '../../ui/data-table.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Column as Stack } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { Doubt } from './doubt.tsx'
import { byRegulation, EntryList } from './entry-list.tsx'
import type { LawViewProps } from './view-props.ts'

type Step = LawContents['procedure'][number]
const words = t.law
const columns = stepColumns()

/** Steps of the procedure under their regulations, with their periods. */
export function ProcedureList({ pack }: LawViewProps) {
  const groups = useMemo(() => byRegulation(pack.procedure), [pack])
  return (
    <EntryList
      name="law-procedure"
      label={words.tabs.prosedur}
      columns={columns}
      rows={pack.procedure}
      groups={groups}
    >
      {active => (
        <InspectorSection>
          <Stack>
            <Text as="p" size={14}>
              {active.summary}
            </Text>
            <KeyValueList
              facts={[
                { term: words.procedure.citation, value: active.citation },
                { term: words.columns.actor, value: active.actor },
                active.days !== null && {
                  term: words.columns.days,
                  value: words.procedure.days(active.days, active.unit),
                },
                active.direction !== '' && { term: words.procedure.direction, value: active.direction },
                {
                  term: words.confidence.label,
                  value: <Doubt entry={active} below={pack.humanCheckBelow} />,
                },
              ]}
            />
            {active.note && <Text as="p">{active.note}</Text>}
          </Stack>
        </InspectorSection>
      )}
    </EntryList>
  )
}

function stepColumns(): Column<Step>[] {
  const days = (row: Step) => (row.days === null ? '–' : words.procedure.days(row.days, row.unit))
  return [
    {
      id: 'summary',
      header: words.columns.step,
      width: 360,
      grow: true,
      look: 'strong',
      cell: row => row.summary,
      copy: row => row.summary,
    },
    {
      id: 'actor',
      header: words.columns.actor,
      width: 150,
      look: 'second',
      cell: row => row.actor,
      copy: row => row.actor,
    },
    { id: 'days', header: words.columns.days, width: 104, align: 'right', cell: days, copy: days },
    {
      id: 'citation',
      header: words.procedure.citation,
      width: 250,
      from: 900,
      look: 'second',
      cell: row => row.citation,
      copy: row => row.citation,
    },
  ]
}
