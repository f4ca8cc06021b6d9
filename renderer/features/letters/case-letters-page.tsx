import { t } from '../../../shared/strings/index.ts'
import type { PageProps } from '../../app/routes.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { LetterList } from './letter-list.tsx'

const words = t.letters

/** The letters of one case, inside its file. */
export default function CaseLettersPage({ params }: PageProps) {
  return (
    <CaseFrame
      caseId={params.caseId}
      tab="letters"
      keys={[
        { keys: ['J', 'K'], label: words.keys.move },
        { keys: ['Enter'], label: words.keys.open },
      ]}
    >
      {file => (
        <LetterList
          caseId={file.id}
          empty={<EmptyState title={words.empty.inCase} next={words.empty.inCaseNext} />}
        />
      )}
    </CaseFrame>
  )
}
