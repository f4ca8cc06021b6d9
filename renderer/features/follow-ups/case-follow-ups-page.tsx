import { t } from '../../../shared/strings/index.ts'
import type { PageProps } from '../../app/routes.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { FollowUpList } from './follow-up-list.tsx'

const words = t.followUps

/** The clocks of one case, inside its file. */
export default function CaseFollowUpsPage({ params }: PageProps) {
  return (
    <CaseFrame
      caseId={params.caseId}
      tab="followUp"
      keys={[
        { keys: ['J', 'K'], label: words.keys.move },
        { keys: ['Enter'], label: words.keys.open },
      ]}
    >
      {file => (
        <FollowUpList
          caseId={file.id}
          empty={<EmptyState title={words.empty.inCase} next={words.empty.inCaseNext} />}
        />
      )}
    </CaseFrame>
  )
}
