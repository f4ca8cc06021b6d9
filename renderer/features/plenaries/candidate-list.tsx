import type { PlenaryCandidate } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice-fields.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FieldError } from '../../ui/field.tsx'
import { Column } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Text } from '../../ui/text.tsx'
import { ChosenCases } from './chosen-cases.tsx'
import styles from './plenaries.module.css'

const words = t.plenaries.plan

const byNumber = (a: PlenaryCandidate, b: PlenaryCandidate) => a.caseNumber.localeCompare(b.caseNumber)

type CandidateListProps = {
  chosen: readonly string[]
  error: string | undefined
  onChange: (caseIds: string[]) => void
}

/** Cases that may go on the agenda, then those that may not yet, each with what is missing. */
export function CandidateList({ chosen, error, onChange }: CandidateListProps) {
  const list = useQuery(
    'plenaries.listCandidates',
    {},
    {
      topics: ['plenaries.changed', 'findings.changed', 'evidence.changed', 'cases.changed'],
    },
  )
  if (list.loading) return <SkeletonRows rows={4} />
  const all = list.data ?? []
  if (list.data && all.length === 0) {
    return <EmptyState title={words.noCandidates} next={words.noCandidatesNext} />
  }
  const toggle = (caseId: string, on: boolean) =>
    onChange(on ? [...chosen, caseId] : chosen.filter(id => id !== caseId))
  const part = (title: string, entries: readonly PlenaryCandidate[]) =>
    entries.length > 0 && (
      <fieldset className={styles.candidates}>
        <Text size={12} weight="strong" tone="second">
          <legend>{title}</legend>
        </Text>
        {entries.map(entry => (
          <Checkbox
            key={entry.caseId}
            label={t.plenaries.room.casePersons(entry.caseNumber)}
            hint={
              <>
                {entry.personNames.join(', ')}
                {!entry.ready && <Text tone="warn">{` — ${words.reason(entry.blockedBy)}`}</Text>}
              </>
            }
            checked={chosen.includes(entry.caseId)}
            disabled={!entry.ready && !chosen.includes(entry.caseId)}
            onChange={on => toggle(entry.caseId, on)}
          />
        ))}
      </fieldset>
    )
  const ready = all.filter(entry => entry.ready)
  const rest = ready.filter(entry => !chosen.includes(entry.caseId))
  const inOrder = chosen.flatMap(id => all.find(entry => entry.caseId === id) ?? [])
  return (
    <Column gap={16}>
      <QueryError query={list} />
      {ready.length > 1 && (
        <div>
          <Button
            disabledReason={rest.length === 0 ? words.allChosen : null}
            onClick={() => onChange([...chosen, ...rest.sort(byNumber).map(entry => entry.caseId)])}
          >
            {words.chooseAll(ready.length)}
          </Button>
        </div>
      )}
      {error && (
        <Text as="div" size={12} tone="bad">
          <FieldError text={error} />
        </Text>
      )}
      {part(words.ready, ready)}
      {part(
        words.blocked,
        all.filter(entry => !entry.ready),
      )}
      {inOrder.length > 1 && <ChosenCases chosen={inOrder} onChange={onChange} />}
    </Column>
  )
}
