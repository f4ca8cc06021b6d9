import { useEffect, useRef, useState } from 'react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import { ELEMENT_STATES, type Finding } from '../../../shared/contract/findings.ts'
import type { Instant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useDevice } from '../../api/device-settings.tsx'
import { useAction } from '../../api/use-action.ts'
import { useQueryParam } from '../../app/router.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Pane } from '../../ui/pane.tsx'
import { ElementTray } from './element-tray.tsx'
import { FindingPanel } from './finding-panel.tsx'
import styles from './findings.module.css'
import { HistoryDialog } from './history-dialog.tsx'
import { type Cell, cellFromText, cellText, following, groupsOf } from './matrix-model.ts'
import { MatrixTable } from './matrix-table.tsx'
import { QuickLink } from './quick-link.tsx'
import { readOnlyReason } from './read-only.ts'
import { SanctionBand } from './sanction-band.tsx'

type MatrixWorkspaceProps = {
  file: CaseFile
  findings: readonly Finding[]
  onAdd: (respondentId: string) => void
  /** The matrix comes back from another view of the page: the keys go on working in it. */
  takeFocus: boolean
  onProposal: (respondentId: string) => void
  onSaved: (at: Instant | null) => void
}

/** Matrix and sanction band in the middle; at the right the cell under the cursor. */
export function MatrixWorkspace({
  file,
  findings,
  onAdd,
  takeFocus,
  onProposal,
  onSaved,
}: MatrixWorkspaceProps) {
  const [selection, setSelection] = useQueryParam('sel')
  const { settings, change } = useDevice()
  const tray = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const [focusTray, setFocusTray] = useState(false)
  const [linking, setLinking] = useState<string | null>(null)
  const [history, setHistory] = useState(false)
  const assess = useAction('findings.assess')
  useEffect(() => {
    if (takeFocus) focusCell(table.current)
  }, [takeFocus])
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
    setLinking(null)
    assess.clearError()
    setSelection(cellText(next))
  }
  const openTray = () => {
    if (!settings.inspectorOpen) change({ inspectorOpen: true })
    // The tray may only now come into view.
    requestAnimationFrame(() => firstField(tray.current)?.focus())
  }
  const backToTable = () => focusCell(table.current)
  const goOn = () => {
    setFocusTray(true)
    setSelection(cellText(following(cell, ordered)))
  }
  const readOnly = readOnlyReason(file, person, finding)
  const element = finding.assessments[cell.column - 1]
  const setState = (state: (typeof ELEMENT_STATES)[number]) => {
    if (readOnly || !element) return
    const { elementId, reasons, defence, defenceReply, defenceUnansweredReason } = element
    const kept = { reasons, defence, defenceReply, defenceUnansweredReason }
    void assess.run({ findingId: finding.id, elementId, state, ...kept })
  }
  const beginLink = (series: string) => !readOnly && element && setLinking(series)
  const keys = {
    ...Object.fromEntries(ELEMENT_STATES.map((state, n) => [String(n + 1), () => setState(state)])),
    p: () => void beginLink('P'),
    t: () => void beginLink('T'),
    r: () => setHistory(true),
    u: () => onProposal(person.id),
  }
  const shared = {
    file,
    finding,
    person,
    readOnly,
    onSaved,
    onBack: backToTable,
    onHistory: () => setHistory(true),
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
            keys={keys}
            onAdd={onAdd}
            mayAdd={file.may.examine}
          />
          {linking !== null && (
            <QuickLink
              key={cellText(cell)}
              file={file}
              finding={finding}
              column={cell.column}
              begun={linking}
              onClose={() => {
                setLinking(null)
                backToTable()
              }}
            />
          )}
          <div className={styles.refusal}>
            <ActionError error={assess.error} />
          </div>
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
      {history && (
        <HistoryDialog
          finding={finding}
          personName={person.name}
          elementId={element?.elementId ?? null}
          onClose={() => setHistory(false)}
        />
      )}
    </>
  )
}

/** The cell under the cursor. */
const focusCell = (table: HTMLElement | null) =>
  table?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus()

/** The chosen state, else the first thing that can be typed or pressed. */
function firstField(within: HTMLElement | null): HTMLElement | null {
  for (const kind of ['input:checked:not(:disabled)', 'textarea:not(:disabled)', 'button']) {
    const found = within?.querySelector<HTMLElement>(kind)
    if (found) return found
  }
  return null
}
