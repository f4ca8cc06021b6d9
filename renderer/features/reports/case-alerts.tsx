import type { CaseFile } from '../../../shared/contract/cases.ts'
import { ConflictNotices } from './conflict-notice.tsx'
import { RelatedNotice } from './related-notice.tsx'

/** What turns a case amber: its authority is part of the matter, or another case may be about the same act. */
export function CaseAlerts({ file }: { file: CaseFile }) {
  const { report, id, may } = file
  return (
    <>
      <ConflictNotices reportId={report.id} mayFlag={may.examine} onlyAlerts />
      <RelatedNotice reportId={report.id} caseId={id} mayLink={may.examine} />
    </>
  )
}
