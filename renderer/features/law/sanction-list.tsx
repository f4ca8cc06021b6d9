import { useMemo } from 'react'
import type { LawSanction } from '../../../shared/contract/law-shapes.ts'
import { t } from '../../../shared/strings/index.ts'
import type { Column } from '../../ui/data-table.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Column as Stack } from '../../ui/layout.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import { byRegulation, EntryList } from './entry-list.tsx'
import type { LawViewProps } from './view-props.ts'

const words = t.law
const columns = sanctionColumns()

/** Kinds of sanction under their regulations, light to heavy. */
export function SanctionList({ pack }: LawViewProps) {
  const groups = useMemo(() => byRegulation(pack.sanctions), [pack])
  return (
    <EntryList
      name="law-sanctions"
      label={words.tabs.hukuman}
      columns={columns}
      rows={pack.sanctions}
      groups={groups}
    >
      {active => (
        <InspectorSection>
          <Stack>
            <Text as="h2" size={16} weight="strong">
              {active.name}
            </Text>
            <KeyValueList
              facts={[
                { term: words.columns.level, value: words.levels[active.level] },
                { term: words.procedure.citation, value: `${active.regulation} ${active.citation}` },
                active.durationMonths !== null && {
                  term: words.columns.duration,
                  value: words.provision.duration(active.durationMonths),
                },
              ]}
            />
            <Standing entry={active} />
            {active.note && <Text as="p">{active.note}</Text>}
          </Stack>
        </InspectorSection>
      )}
    </EntryList>
  )
}

function Standing({ entry }: { entry: LawSanction }) {
  if (!entry.applicable) return <StateMark state="locked" label={words.provision.notApplicable} />
  if (entry.survives) return <StateMark state="open" label={words.provision.survives} />
  return null
}

function sanctionColumns(): Column<LawSanction>[] {
  return [
    {
      id: 'level',
      header: words.columns.level,
      width: 124,
      cell: row => words.levels[row.level],
      copy: row => words.levels[row.level],
    },
    {
      id: 'name',
      header: words.columns.sanction,
      width: 300,
      grow: true,
      look: 'strong',
      cell: row => row.name,
      copy: row => row.name,
    },
    {
      id: 'citation',
      header: words.procedure.citation,
      width: 190,
      cell: row => row.citation,
      copy: row => row.citation,
    },
    {
      id: 'standing',
      header: words.provision.note,
      hideHeader: true,
      width: 320,
      from: 900,
      cell: row => <Standing entry={row} />,
      copy: row => row.note,
    },
  ]
}
