import type { CaseFile } from '../../../shared/contract/cases.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQueryParam } from '../../app/router.tsx'
import type { PageProps } from '../../app/routes.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { ExhibitsWorkspace } from './exhibits-workspace.tsx'

const words = t.evidence.keys

/** The exhibits of a case: list, exhibit, coding. `?nomor=P-4&tanda=LINK` opens an exact place. */
export default function ExhibitsPage({ params }: PageProps) {
  const [number] = useQueryParam('nomor')
  return (
    <CaseFrame
      caseId={params.caseId}
      tab="evidence"
      crumbs={number ? [{ label: number }] : []}
      keys={[
        { keys: ['1 – 6'], label: words.elements },
        { keys: ['B'], label: words.box },
        { keys: ['T'], label: words.second },
        { keys: ['J', 'K'], label: words.nextPrevious },
        { keys: ['F'], label: words.wide },
        { keys: ['F6'], label: words.panes },
        { keys: ['Ctrl Enter'], label: words.saveNext },
      ]}
    >
      {(file: CaseFile) => <ExhibitsWorkspace file={file} />}
    </CaseFrame>
  )
}
