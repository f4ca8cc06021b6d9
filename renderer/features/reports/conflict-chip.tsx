import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReportId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Chip } from '../../ui/chip.tsx'
import { isFlagged } from './conflict-notice.tsx'

const words = t.intake.conflict

/** Amber, with words, on every page of a case whose supervising authority is part of the matter. */
export function ConflictChip({ reportId }: { reportId: ReportId }) {
  const { data } = useQuery(
    'reports.conflicts',
    { reportId },
    { topics: ['reports.changed', 'cases.changed'] },
  )
  const flagged = (data ?? []).find(isFlagged)
  if (!flagged?.decided) return null
  return (
    <Chip
      tone="warn"
      icon={IconAlertTriangle}
      title={words.flagged(flagged.authority, words.kinds[flagged.decided.kind])}
    >
      {words.chip}
    </Chip>
  )
}
