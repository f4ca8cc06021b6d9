import { IconGavel, IconPlus, IconPrinter } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import type { Instant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCommands } from '../../app/commands.ts'
import { navigate, useQueryParam } from '../../app/router.tsx'
import type { PageProps } from '../../app/routes.tsx'
import { useKey } from '../../app/use-key.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Row, Spacer } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Text } from '../../ui/text.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { AddFindingDialog } from './add-finding-dialog.tsx'
import styles from './findings.module.css'
import { MatrixWorkspace } from './matrix-workspace.tsx'
import { PrintPreview } from './print-preview.tsx'
import { SanctionPanel } from './sanction-panel.tsx'

const words = t.findings

const PROPOSAL_KEYS = [{ keys: ['Esc'], label: words.proposal.keys.back }]
const MATRIX_KEYS = [
  { keys: ['←', '↑', '↓', '→'], label: words.keys.move },
  { keys: ['Enter'], label: words.keys.open },
  { keys: ['1', '2', '3', '4'], label: words.keys.states },
  { keys: ['P', 'T'], label: words.keys.link },
  { keys: ['R'], label: words.keys.history },
  { keys: ['U'], label: words.keys.proposal },
  { keys: ['Ctrl Enter'], label: words.keys.saveNext },
  { keys: ['Esc'], label: words.keys.back },
  { keys: ['Ctrl N'], label: words.keys.add },
]

/** The matrix of a case: persons × provisions × elements. `?sel=FINDING.3` is the cell under the cursor. */
export default function MatrixPage({ params: { caseId } }: PageProps) {
  const [savedAt, setSavedAt] = useState<Instant | null>(null)
  const [proposing] = useQueryParam('usul')
  return (
    <CaseFrame
      caseId={caseId}
      tab="elements"
      savedAt={savedAt}
      keys={proposing ? PROPOSAL_KEYS : MATRIX_KEYS}
    >
      {file => <Matrix file={file} onSaved={setSavedAt} />}
    </CaseFrame>
  )
}

function Matrix({ file, onSaved }: { file: CaseFile; onSaved: (at: Instant | null) => void }) {
  const list = useQuery(
    'findings.listByCase',
    { caseId: file.id },
    {
      topics: ['findings.changed', 'evidence.changed', 'plenaries.changed'],
    },
  )
  const [adding, setAdding] = useState<{ respondentId: string | null } | null>(null)
  const [printing, setPrinting] = useState(false)
  const cameBack = useRef(false)
  const [proposing, setProposing] = useQueryParam('usul')
  const [selection] = useQueryParam('sel')
  const findings = list.data
  const chosen = findings?.find(entry => entry.id === selection?.split('.')[0]) ?? findings?.[0]
  const refusal = file.may.examine ? null : (t.cases.reasons[file.may.examineReason ?? ''] ?? null)
  const mayAdd = file.may.examine
  const add = (respondentId: string | null = null) => setAdding({ respondentId })
  useKey('Ctrl+N', mayAdd ? () => add() : null)
  useKey('Ctrl+P', () => setPrinting(true))
  useCommands([
    ...(mayAdd ? [{ id: 'findings.add', label: words.add.action, keys: 'Ctrl N', run: () => add() }] : []),
    ...(chosen
      ? [
          {
            id: 'findings.proposal',
            label: words.proposal.open,
            keys: 'U',
            run: () => setProposing(chosen.respondentId),
          },
        ]
      : []),
    { id: 'findings.print', label: words.print.action, keys: 'Ctrl P', run: () => setPrinting(true) },
  ])
  const proposalFor = file.respondents.find(person => person.id === proposing)
  if (proposalFor && findings) {
    return (
      <SanctionPanel
        file={file}
        findings={findings}
        person={proposalFor}
        onPerson={setProposing}
        onBack={() => {
          cameBack.current = true
          setProposing(null)
        }}
      />
    )
  }
  return (
    <>
      <Row className={styles.bar}>
        <Text tone="second" size={12}>
          {refusal}
        </Text>
        <Spacer />
        <Button
          icon={IconGavel}
          keys="U"
          disabledReason={chosen ? null : ''}
          onClick={() => chosen && setProposing(chosen.respondentId)}
        >
          {words.proposal.open}
        </Button>
        <Button
          icon={IconPlus}
          keys="Ctrl N"
          disabledReason={mayAdd ? null : ''}
          onClick={() => mayAdd && add()}
        >
          {words.add.action}
        </Button>
        <Button icon={IconPrinter} keys="Ctrl P" onClick={() => setPrinting(true)}>
          {words.print.action}
        </Button>
      </Row>
      <QueryError query={list} />
      {list.loading && <SkeletonRows rows={10} />}
      {findings?.length === 0 && (
        <EmptyState
          title={words.empty.title}
          next={file.exhibits.total === 0 ? words.empty.noExhibits : words.empty.next}
          action={
            file.exhibits.total === 0
              ? {
                  label: words.tray.toExhibits,
                  run: () => navigate(`/perkara/${file.id}/bukti`),
                  primary: true,
                }
              : { label: words.add.action, run: () => add(), primary: true, disabledReason: refusal }
          }
        />
      )}
      {findings && findings.length > 0 && (
        <MatrixWorkspace
          file={file}
          findings={findings}
          onAdd={add}
          takeFocus={cameBack.current}
          onProposal={setProposing}
          onSaved={onSaved}
        />
      )}
      {adding && findings && (
        <AddFindingDialog
          file={file}
          findings={findings}
          respondentId={adding.respondentId}
          onClose={() => setAdding(null)}
        />
      )}
      {printing && (
        <PrintPreview
          caseId={file.id}
          registerNumber={file.registerNumber}
          onClose={() => setPrinting(false)}
        />
      )}
    </>
  )
}
