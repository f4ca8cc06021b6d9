import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { navigate } from '../../app/router.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

const words = t.intake.returned

/** Which letters to senders wait for a presider's signature; nothing when none does. */
export function ReturnsToSign() {
  const waiting = useQuery('reports.returnsToSign', {}, { topics: ['reports.changed'] })
  const [first] = waiting.data ?? []
  if (!first) return null
  return (
    <Banner
      title={words.toSign(waiting.data?.length ?? 0)}
      actions={
        <Button onClick={() => navigate(`/laporan/${first.reportId}`)}>
          {words.toSignOpen(first.registerNumber)}
        </Button>
      }
    />
  )
}
