import type { LawContents } from '../../../shared/contract/law-shapes.ts'
import { formatDate, formatShortDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import type { Column } from '../../ui/data-table.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Column as Stack } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { Doubt } from './doubt.tsx'
import { EntryList } from './entry-list.tsx'
import type { LawViewProps } from './view-props.ts'

type Election = LawContents['elections'][number]
const words = t.law
const columns = electionColumns()

/** Elections with the days on which something about neutrality changes. */
export function ElectionList({ pack }: LawViewProps) {
  return (
    <EntryList name="law-elections" label={words.tabs.pemilihan} columns={columns} rows={pack.elections}>
      {active => (
        <InspectorSection>
          <Stack>
            <Text as="h2" size={16} weight="strong">
              {active.name}
            </Text>
            <KeyValueList
              termWidth={128}
              facts={[
                { term: words.election.scopes, value: words.scopeList(active.scopes) },
                { term: words.election.designated, value: formatDate(active.designatedOn) },
                active.designatedLegislativeOn && {
                  term: words.election.designatedLegislative,
                  value: formatDate(active.designatedLegislativeOn),
                },
                {
                  term: words.election.campaign,
                  value: words.period(formatDate(active.campaignFrom), formatDate(active.campaignTo)),
                },
                { term: words.election.vote, value: formatDate(active.vote) },
                {
                  term: words.confidence.label,
                  value: <Doubt entry={active} below={pack.humanCheckBelow} />,
                },
                { term: words.election.source, value: active.source },
              ]}
            />
            {active.note && <Text as="p">{active.note}</Text>}
          </Stack>
        </InspectorSection>
      )}
    </EntryList>
  )
}

function electionColumns(): Column<Election>[] {
  const campaign = (row: Election) =>
    words.period(formatShortDate(row.campaignFrom), formatShortDate(row.campaignTo))
  return [
    {
      id: 'name',
      header: words.columns.election,
      width: 210,
      look: 'strong',
      cell: row => row.name,
      copy: row => row.name,
    },
    {
      id: 'scopes',
      header: words.election.scopes,
      width: 150,
      grow: true,
      cell: row => words.scopeList(row.scopes),
      copy: row => words.scopeList(row.scopes),
    },
    {
      id: 'designated',
      header: words.columns.designated,
      width: 128,
      align: 'right',
      cell: row => formatShortDate(row.designatedOn),
      copy: row => formatDate(row.designatedOn),
    },
    {
      id: 'campaign',
      header: words.columns.campaign,
      width: 200,
      align: 'right',
      from: 840,
      cell: campaign,
      copy: campaign,
    },
    {
      id: 'vote',
      header: words.columns.vote,
      width: 136,
      align: 'right',
      cell: row => formatShortDate(row.vote),
      copy: row => formatDate(row.vote),
    },
  ]
}
