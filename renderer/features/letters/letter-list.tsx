import { type ReactNode, useMemo, useState } from 'react'
import type { LetterState } from '../../../shared/contract/letters.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { usePagedQuery } from '../../api/use-paged-query.ts'
import { useCommands } from '../../app/commands.ts'
import { navigate } from '../../app/router.tsx'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { DraftDialog, needsChoice } from './draft-dialog.tsx'
import { LetterInspector } from './letter-inspector.tsx'
import { keyOfLine, type LetterCandidate, type LetterLine, letterColumns } from './letter-rows.ts'

const words = t.letters
type Props = {
  query?: string
  state?: LetterState | null
  caseId?: CaseId | null
  empty: ReactNode
}

/** Letters, with the decided persons who have none yet before them; Enter opens or writes. */
export function LetterList({ query = '', state = null, caseId = null, empty }: Props) {
  const account = useAccount()
  const list = usePagedQuery(
    'letters.list',
    { query, state, caseId },
    { topics: ['letters.changed', 'plenaries.changed'] },
  )
  const [active, setActive] = useState<LetterLine | null>(null)
  const mayWrite = account.role === 'assistant'
  const draft = useAction('letters.draft', { onDone: letter => navigate(`/surat/${letter.id}`) })
  const [choosing, setChoosing] = useState<LetterCandidate | null>(null)
  const write = (candidate: LetterCandidate) => {
    if (needsChoice(candidate)) return setChoosing(candidate)
    void draft.run({ caseId: candidate.caseId, respondentId: candidate.respondentId })
  }
  const open = (line: LetterLine) => {
    if (line.kind === 'letter') navigate(`/surat/${line.letter.id}`)
    else if (mayWrite) write(line.candidate)
  }
  const candidates = state === null && query === '' ? (list.data?.candidates ?? []) : []
  useCommands(
    mayWrite
      ? candidates.slice(0, 8).map(candidate => ({
          id: `letters.write.${candidate.respondentId}`,
          label: words.writeVerb(candidate.respondentName),
          run: () => write(candidate),
        }))
      : [],
  )
  const rows = useMemo<readonly (LetterLine | undefined)[]>(
    () => list.rows.map(letter => letter && { kind: 'letter', letter }),
    [list.rows],
  )
  const groups = useMemo(() => {
    const waiting = list.data?.candidates ?? []
    if (waiting.length === 0) return undefined
    const lines = waiting.map((candidate): LetterLine => ({ kind: 'candidate', candidate }))
    return [
      { id: 'candidates', label: words.candidates, count: waiting.length, rows: lines },
      { id: 'letters', label: words.inList, count: list.total ?? 0, rows },
    ]
  }, [list.data, list.total, rows])
  return (
    <>
      <QueryError query={list} />
      {choosing && (
        <DraftDialog
          candidate={choosing}
          pending={draft.pending}
          error={draft.error}
          onDraft={input => void draft.run(input)}
          onClose={() => setChoosing(null)}
        />
      )}
      {draft.error && !choosing && (
        <div style={{ padding: 12 }}>
          <ActionError error={draft.error} />
        </div>
      )}
      <DataTable
        name="letters"
        label={words.title}
        columns={letterColumns}
        {...(groups && candidates.length > 0 ? { groups } : { rows })}
        keyOf={keyOfLine}
        activeKey={active && keyOfLine(active)}
        onActiveChange={(_key, line) => setActive(line)}
        onOpen={open}
        onRange={list.onRange}
        loading={list.loading}
        empty={list.error ? null : empty}
        autoFocus
      />
      {active && (
        <LetterInspector
          line={active}
          mayWrite={mayWrite}
          writing={draft.pending}
          onWrite={write}
          onOpen={() => open(active)}
        />
      )}
    </>
  )
}
