import { useRef, useState } from 'react'
import type { Exhibit } from '../../../shared/contract/evidence.ts'
import { ExhibitViewer } from '../evidence/exhibit-viewer.tsx'
import { ExportDialog } from '../evidence/export-dialog.tsx'
import { useOpened } from '../evidence/use-opened.ts'
import type { PlaceState } from '../evidence/use-place.ts'
import type { ViewerActions } from '../evidence/viewer-props.ts'
import styles from './room.module.css'

// The room looks at exhibits; it ties none of them to an element.
const noPlace: PlaceState = {
  place: null,
  drawing: false,
  start: () => undefined,
  change: () => undefined,
  finish: () => undefined,
  clear: () => undefined,
}
const nothing = () => undefined

type ExhibitOnStageProps = { exhibit: Exhibit; onStep: (step: 1 | -1) => void; onClose: () => void }

/** One exhibit, to be seen by the members; the opening is checked and logged like any other. */
export function ExhibitOnStage({ exhibit, onStep, onClose }: ExhibitOnStageProps) {
  const opening = useOpened(exhibit.id)
  const [exporting, setExporting] = useState(false)
  const actions = useRef<ViewerActions | null>(null)
  return (
    <div className={styles.stage}>
      <ExhibitViewer
        exhibit={exhibit}
        opening={opening}
        onStep={onStep}
        wide
        onWide={onClose}
        onExport={() => setExporting(true)}
        marks={[]}
        activeKey={null}
        findingId={null}
        onMark={nothing}
        place={noPlace}
        actions={actions}
      />
      {exporting && <ExportDialog exhibit={exhibit} onClose={() => setExporting(false)} />}
    </div>
  )
}
