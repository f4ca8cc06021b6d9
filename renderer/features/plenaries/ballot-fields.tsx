import { type Member, VERDICTS, type Verdict } from '../../../shared/contract/plenaries.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { Column } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { bandOf, type Turn } from './agenda-order.ts'

const words = t.plenaries.vote.dialog

export type BallotChoice = {
  accountId: AccountId | null
  verdict: Verdict | null
  sanctionId: string | null
  opinion: string
}

type BallotFieldsProps = {
  turn: Turn
  members: readonly Member[]
  choice: BallotChoice
  onChange: (part: Partial<BallotChoice>) => void
}

/** Who votes, what, with which sanction, and a separate opinion if there is one. */
export function BallotFields({ turn: { item, person }, members, choice, onChange }: BallotFieldsProps) {
  const findings = useQuery('findings.listByCase', { caseId: item.caseId })
  const inside = bandOf(person.findings)
  const others = (findings.data ?? [])
    .filter(finding => finding.respondentId === person.respondentId && finding.conclusion === 'proven')
    .flatMap(finding => finding.band.sanctions)
    .filter(option => !inside.some(known => known.id === option.id))
  const outside = [...new Map(others.map(option => [option.id, option])).values()]
  const isOutside = outside.some(option => option.id === choice.sanctionId)
  return (
    <Column gap={16}>
      <Select
        label={words.member}
        required
        large
        value={choice.accountId}
        onChange={accountId => onChange({ accountId })}
        choices={members.map(member => ({ value: member.accountId, label: member.displayName }))}
      />
      <RadioGroup
        label={words.verdict}
        required
        value={choice.verdict}
        onChange={verdict => onChange({ verdict })}
        choices={VERDICTS.map(value => ({ value, label: words.verdicts[value] }))}
      />
      {choice.verdict === 'proven' && (inside.length > 0 || outside.length > 0) && (
        <Select
          label={words.sanction}
          required
          large
          value={choice.sanctionId}
          onChange={sanctionId => onChange({ sanctionId })}
          choices={[
            ...inside.map(({ id, name }) => ({ value: id, label: name, group: words.inside })),
            ...outside.map(({ id, name }) => ({ value: id, label: name, group: words.outside })),
          ]}
        />
      )}
      <TextArea
        label={words.opinion}
        hint={isOutside && choice.verdict === 'proven' ? words.opinionNeeded : t.common.optional}
        required={isOutside && choice.verdict === 'proven'}
        value={choice.opinion}
        onChange={opinion => onChange({ opinion })}
        rows={3}
        maxLength={8000}
      />
    </Column>
  )
}
