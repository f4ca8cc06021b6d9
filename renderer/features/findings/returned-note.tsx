import type { Finding } from '../../../shared/contract/findings.ts'
import { formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { Banner } from '../../ui/banner.tsx'

/** What the reviewer wants changed, beside the finding while it is being changed. */
export function ReturnedNote({ finding: { state, reviews } }: { finding: Finding }) {
  const last = reviews.at(-1)
  if (state !== 'returned' || last?.outcome !== 'returned') return null
  return (
    <Banner
      tone="warn"
      title={t.findings.panel.returned(last.reviewerName, formatInstant(last.at, deviceZone))}
    >
      {last.comment}
    </Banner>
  )
}
