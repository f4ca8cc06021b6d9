import { useState } from 'react'
import type { Role } from '../../../shared/contract/define.ts'
import type { Report } from '../../../shared/contract/reports.ts'
import type { Account } from '../../../shared/contract/session.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { navigate } from '../../app/router.tsx'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice-fields.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { IncompleteReason } from './incomplete-reason.tsx'
import { ProposedRulebooks } from './rulebook-choice.tsx'

const words = t.reports.openCase
type Chosen = Readonly<Record<'assistants' | 'reviewers' | 'commissioners', readonly string[]>>

/** Opens the case file of a report: who examines, who reviews, which commissioners lead it. */
export function OpenCaseDialog({
  report,
  opened,
  onClose,
}: {
  report: Report
  opened: boolean
  onClose: () => void
}) {
  const me = useAccount()
  const people = useQuery('accounts.list', opened ? {} : null)
  const [chosen, setChosen] = useState<Chosen>({
    assistants: me.role === 'assistant' ? [me.id] : [],
    reviewers: [],
    commissioners: [],
  })
  const intake = useQuery('reports.intake', opened ? { reportId: report.id } : null)
  const [incompleteReason, setIncompleteReason] = useState('')
  const open = useAction('cases.open', { onDone: file => navigate(`/perkara/${file.id}`) })
  const active = (people.data ?? []).filter(person => !person.retiredAt)
  const of = (...roles: Role[]) => active.filter(person => roles.includes(person.role))
  const group = (kind: keyof Chosen, label: string, list: readonly Account[]) => (
    <PeopleGroup
      label={label}
      people={list}
      chosen={chosen[kind]}
      onChange={ids => setChosen(before => ({ ...before, [kind]: ids }))}
    />
  )
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={words.title}
      width={720}
      foot={
        <Button
          variant="primary"
          pending={open.pending}
          onClick={() =>
            void open.run({
              reportId: report.id,
              assistants: [...chosen.assistants],
              reviewers: [...chosen.reviewers],
              commissioners: [...chosen.commissioners],
              incompleteReason,
            })
          }
        >
          {words.submit}
        </Button>
      }
    >
      <Column gap={12}>
        <Text as="p" tone="second">
          {words.hint}
        </Text>
        {group('assistants', words.assistants, of('assistant'))}
        {group(
          'reviewers',
          words.reviewers,
          of('assistant', 'commissioner').filter(p => !chosen.assistants.includes(p.id)),
        )}
        {group('commissioners', words.commissioners, of('commissioner', 'chair', 'deputyChair'))}
        {opened && <ProposedRulebooks report={report} />}
        <IncompleteReason
          gates={intake.data?.gates ?? []}
          value={incompleteReason}
          onChange={setIncompleteReason}
        />
        <ActionError error={open.error} />
      </Column>
    </Dialog>
  )
}

type PeopleGroupProps = {
  label: string
  people: readonly Account[]
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}

function PeopleGroup({ label, people, chosen, onChange }: PeopleGroupProps) {
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend style={{ padding: 0 }}>
        <Text weight="strong">{label}</Text>
      </legend>
      {people.length === 0 && <Text tone="third">{words.nobody}</Text>}
      <Column gap={4}>
        {people.map(person => (
          <Checkbox
            key={person.id}
            label={`${person.displayName}, ${person.position}`}
            checked={chosen.includes(person.id)}
            onChange={on => onChange(on ? [...chosen, person.id] : chosen.filter(id => id !== person.id))}
          />
        ))}
      </Column>
    </fieldset>
  )
}
