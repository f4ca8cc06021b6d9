import type { RespondentRulebook } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Report } from '../../../shared/contract/reports.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Banner } from '../../ui/banner.tsx'
import { Column } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { Text } from '../../ui/text.tsx'
import { RulebookReadings } from '../cases/rulebook-readings.tsx'

const words = t.cases.rulebook

type Proposal = Output<'cases.proposeRulebooks'>[number]
type Group = { rulebook: RespondentRulebook; names: string[] }

/**
 * What the dates and the status of each person lead to, before the case is opened. Several readings stand side by
 * side with their consequences; a commissioner chooses once the case is there.
 */
export function ProposedRulebooks({ report }: { report: Report }) {
  const query = useQuery('cases.proposeRulebooks', { reportId: report.id })
  const groups = groupsOf(query.data ?? [])
  return (
    <Column gap={8}>
      <Text as="h3" weight="strong">
        {words.atOpening.title}
      </Text>
      <QueryError query={query} />
      {groups.map(group => (
        <Proposed key={group.names.join()} group={group} alone={groups.length === 1} />
      ))}
    </Column>
  )
}

function Proposed({ group: { rulebook, names }, alone }: { group: Group; alone: boolean }) {
  return (
    <Column gap={4}>
      {!alone && (
        <Text as="p" weight="medium">
          {words.atOpening.forPersons(names.join(', '))}
        </Text>
      )}
      {rulebook.trace.map(step => (
        <Text as="p" tone="second" key={step}>
          {step}
        </Text>
      ))}
      {rulebook.undecided && (
        <>
          <Banner tone="warn">{words.atOpening.later}</Banner>
          <RulebookReadings readings={rulebook.readings} />
        </>
      )}
      {rulebook.datesMissing && <Banner tone="warn">{words.atOpening.missing}</Banner>}
    </Column>
  )
}

/** Persons with the same answer stand together. */
function groupsOf(proposals: readonly Proposal[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { name, rulebook } of proposals) {
    const key = JSON.stringify(rulebook)
    const known = groups.get(key)
    if (known) known.names.push(name)
    else groups.set(key, { rulebook, names: [name] })
  }
  return [...groups.values()]
}
