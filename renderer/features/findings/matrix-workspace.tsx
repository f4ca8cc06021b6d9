import { useEffect, useRef, useState } from 'react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import type { Finding } from '../../../shared/contract/findings.ts'
import type { Instant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useDevice } from '../../api/device-settings.tsx'
import { useQueryParam } from '../../app/router.tsx'
import { Pane } from '../../ui/pane.tsx'
import { ElementTray } from './element-tray.tsx'
import { FindingPanel } from './finding-panel.tsx'
import styles from './findings.module.css'
import { type Cell, cellFromText, cellText, following, groupsOf } from './matrix-model.ts'
import { MatrixTable } from './matrix-table.tsx'
import { readOnlyReason } from './read-only.ts'
import { SanctionBand } from './sanction-band.tsx'

type MatrixWorkspaceProps = {
  file: CaseFile
  findings: readonly Finding[]
  onAdd: (respondentId: string) => void
  onSaved: (at: Instant | null) => void
}

/** Matrix and sanction band in the middle; at the right the cell under the cursor. */
export function MatrixWorkspace({ file, findings, onAdd, onSaved }: MatrixWorkspaceProps) {
  const [selection, setSelection] = useQueryParam('sel')
  const { settings, change } = useDevice()
  const tray = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const [focusTray, setFocusTray] = useState(false)
  // After “save and go on” the hands stay on the fields of the next cell.
  useEffect(() => {
    if (focusTray && selection) firstField(tray.current)?.focus()
  }, [focusTray, selection])
  const groups = groupsOf(file.respondents, findings)
  const ordered = groups.flatMap(group => group.findings)
  const first = ordered[0]
  const cell = cellFromText(selection, findings) ?? (first && { findingId: first.id, column: 1 })
  const finding = findings.find(entry => entry.id === cell?.findingId)
  const person = file.respondents.find(entry => entry.id === finding?.respondentId)
  if (!cell || !finding || !person) return null

  const go = (next: Cell) => {
    setFocusTray(false)
    setSelection(cellText(next))
  }
  const openTray = () => {
    if (!settings.inspectorOpen) change({ inspectorOpen: true })
    // The tray may only now come into view.
    requestAnimationFrame(() => firstField(tray.current)?.focus())
  }
  const backToTable = () => table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  const goOn = () => {
    setFocusTray(true)
    setSelection(cellText(following(cell, ordered)))
  }
  const readOnly = readOnlyReason(file, person, finding)
  const shared = {
    file,
    finding,
    person,
    readOnly,
    onSaved,
    onBack: backToTable,
    ref: tray,
  }
  return (
    <>
      <Pane label={t.findings.matrix}>
        <div className={styles.workspace}>
          <MatrixTable
            ref={table}
            groups={groups}
            findings={ordered}
            cell={cell}
            onMove={go}
            onOpen={openTray}
            onAdd={onAdd}
            mayAdd={file.may.examine}
          />
          <SanctionBand key={finding.id} finding={finding} person={person} readOnly={readOnly} />
        </div>
      </Pane>
      {cell.column === 0 ? (
        <FindingPanel key={cellText(cell)} {...shared} />
      ) : (
        <ElementTray
          key={cellText(cell)}
          {...shared}
          findings={findings}
          column={cell.column}
          onNext={goOn}
        />
      )}
    </>
  )
}

/** The chosen state, else the first thing that can be typed or pressed. */
function firstField(within: HTMLElement | null): HTMLElement | null {
  for (const kind of ['input:checked:not(:disabled)', 'textarea:not(:disabled)', 'button']) {
    const found = within?.querySelector<HTMLElement>(kind)
    if (found) return found
  }
  return null
}
