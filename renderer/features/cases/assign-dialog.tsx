import { useState } from 'react'
import { ASSIGNMENT_KINDS, type Assignment, type CaseFile } from '../../../shared/contract/cases.ts'
import type { Role } from '../../../shared/contract/define.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { SegmentedControl } from '../../ui/choice-fields.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'

const words = t.cases.summary
type Kind = Assignment['kind']

/** Roles offered for each kind; the engine checks again. */
const ROLES: Readonly<Record<Kind, readonly Role[]>> = {
  assistant: ['assistant'],
  reviewer: ['assistant', 'commissioner', 'chair', 'deputyChair'],
  commissioner: ['commissioner', 'chair', 'deputyChair'],
}

/** Adds one person to the case. */
export function AssignDialog({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const accounts = useQuery('accounts.list', {})
  const [kind, setKind] = useState<Kind>('assistant')
  const [chosen, setChosen] = useState<string | null>(null)
  const assign = useAction('cases.assign', { onDone: onClose })
  const taken = new Set(file.assignments.filter(entry => entry.kind === kind).map(entry => entry.accountId))
  const offered = (accounts.data ?? []).filter(
    person => !person.retiredAt && ROLES[kind].includes(person.role) && !taken.has(person.id),
  )
  const person = offered.find(one => one.id === chosen)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.assignTitle}
      foot={
        <Button
          variant="primary"
          pending={assign.pending}
          disabledReason={offered.length === 0 && accounts.data ? words.assignNobody : null}
          onClick={() => person && void assign.run({ caseId: file.id, accountId: person.id, kind })}
        >
          {words.assign}
        </Button>
      }
    >
      <Column gap={12}>
        <SegmentedControl
          label={words.assignKind}
          value={kind}
          onChange={setKind}
          fill
          choices={ASSIGNMENT_KINDS.map(value => ({ value, label: words.kind[value] }))}
        />
        <Select
          label={words.assignWho}
          searchable
          value={person?.id ?? null}
          onChange={setChosen}
          choices={offered.map(one => ({
            value: one.id as string,
            label: [one.displayName, one.position].filter(Boolean).join(', '),
          }))}
        />
        <ActionError error={assign.error} />
      </Column>
    </Dialog>
  )
}
