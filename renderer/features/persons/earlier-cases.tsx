import { formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Link } from '../../app/router.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'

const words = t.persons

/** Reports and cases of one person, newest first, each with its outcome in words. */
export function EarlierCases({ personId }: { personId: string }) {
  const { data: person } = useQuery(
    'persons.get',
    { personId },
    { topics: ['reports.changed', 'cases.changed'] },
  )
  if (!person) return null
  if (person.earlier.length === 0) return <Text tone="third">{words.noEarlier}</Text>
  return (
    <Column gap={12}>
      {person.earlier.map(entry => (
        <div key={entry.respondentId}>
          <Link to={entry.caseId ? `/perkara/${entry.caseId}` : `/laporan/${entry.reportId}`}>
            {entry.caseNumber ? words.caseLine(entry.caseNumber) : words.reportLine(entry.reportNumber)}
          </Link>
          <Text as="p" weight="medium">
            {[words.outcome[entry.outcome], entry.sanction].filter(Boolean).join(' · ')}
          </Text>
          <Text as="p" tone="second">
            {[words.actOn(formatDate(entry.actOn)), entry.legalBasis].filter(Boolean).join(' · ')}
          </Text>
          <Text as="p" tone="third">
            {`${entry.position}, ${entry.agencyName}`}
          </Text>
        </div>
      ))}
    </Column>
  )
}
