import type { CaseId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Link } from '../../app/router.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Text } from '../../ui/text.tsx'

const words = t.intake.related

/** Exhibits whose bytes other cases hold too (features row 4); linking is done in the summary of the case. */
export function ElsewhereNotice({ caseId }: { caseId: CaseId }) {
  const { data } = useQuery(
    'evidence.elsewhere',
    { caseId },
    { topics: ['evidence.changed', 'cases.changed'] },
  )
  if (!data?.length) return null
  // What is linked was looked at already.
  const isNew = data.some(entry => entry.hidden > 0 || entry.cases.some(other => !other.linked))
  return (
    <Banner tone={isNew ? 'warn' : 'info'} title={words.exhibitsTitle}>
      {data.map(entry => (
        <div key={entry.number}>
          <Text>
            {words.inExhibits(
              entry.number,
              [
                ...entry.cases.map(other => words.exhibitOf(other.exhibitNumber, other.caseNumber)),
                ...(entry.hidden > 0 ? [words.hiddenOf(entry.hidden)] : []),
              ].join(', '),
            )}
          </Text>
        </div>
      ))}
      <Link to={`/perkara/${caseId}`}>{words.toSummary}</Link>
    </Banner>
  )
}
