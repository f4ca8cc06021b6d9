import { type CivilDate, formatDate } from '../../../shared/dates.ts'
import { parseNip } from '../../../shared/nip.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Link } from '../../app/router.tsx'
import { Banner } from '../../ui/banner.tsx'

/** Earlier reports about the same persons and days, before this one is saved (features row 4). */
export function Overlaps({
  nips,
  actOn,
  actUntil,
}: {
  nips: readonly string[]
  actOn: CivilDate | null
  /** Last day of a continuing act. */
  actUntil: CivilDate | null
}) {
  const respondents = nips.filter(nip => parseNip(nip).kind !== 'invalid').map(nip => ({ nip }))
  const found = useQuery(
    'reports.findOverlaps',
    respondents.length && actOn ? { respondents, actOn, actUntil } : null,
    {
      keepPrevious: true,
    },
  )
  if (!found.data?.length) return null
  return (
    <Banner tone="warn" title={t.reports.overlap.title}>
      {found.data.map(overlap => (
        <div key={`${overlap.reportId}${overlap.nip}`}>
          <Link to={`/laporan/${overlap.reportId}`}>
            {t.reports.overlap.line(overlap.registerNumber, overlap.name, formatDate(overlap.actOn))}
          </Link>
        </div>
      ))}
      {t.reports.overlap.next}
    </Banner>
  )
}
