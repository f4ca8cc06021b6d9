import { useState } from 'react'
import {
  type Member,
  SHORTEST_BALLOT_REASON,
  VERDICTS,
  type Verdict,
} from '../../../shared/contract/plenaries.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { Column } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { bandOf, type Turn } from './agenda-order.ts'

const words = t.plenaries.vote.dialog

const NONE = 'none'

export type BallotChoice = {
  accountId: AccountId | null
  verdict: Verdict | null
  sanctionId: string | null
  moralSanctionId: string | null
  opinion: string
}

type BallotFieldsProps = {
  turn: Turn
  members: readonly Member[]
  choice: BallotChoice
  onChange: (part: Partial<BallotChoice>) => void
}

/** Who votes, what, with which sanctions, and a separate opinion if there is one. */
export function BallotFields({ turn, members, choice, onChange }: BallotFieldsProps) {
  const { inside, outside } = useSanctions(turn)
  const isOutside = choice.sanctionId !== null && !inside.some(option => option.id === choice.sanctionId)
  const [asked, setAsked] = useState(false)
  const wider = asked || isOutside
  const proven = choice.verdict === 'proven'
  const { moralSanctions } = turn.person
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
        row
        value={choice.verdict}
        onChange={verdict => onChange({ verdict })}
        choices={VERDICTS.map(value => ({ value, label: words.verdicts[value] }))}
      />
      {proven && inside.length > 0 && (
        <RadioGroup
          label={words.sanction}
          required
          value={choice.sanctionId ?? (choice.moralSanctionId ? NONE : null)}
          onChange={value => onChange({ sanctionId: value === NONE ? null : value })}
          choices={[
            ...inside.map(({ id, name }) => ({ value: id, label: name })),
            ...(choice.moralSanctionId ? [{ value: NONE, label: words.moralOnly }] : []),
          ]}
        />
      )}
      {proven && outside.length > 0 && !wider && (
        <div>
          <Button size="plenary" onClick={() => setAsked(true)}>
            {words.showOutside}
          </Button>
        </div>
      )}
      {proven && outside.length > 0 && wider && (
        <Select
          label={words.outside}
          hint={words.outsideHint}
          large
          clearable
          value={isOutside ? choice.sanctionId : null}
          onChange={sanctionId => onChange({ sanctionId })}
          choices={outside.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {proven && moralSanctions.length > 0 && (
        <Select
          label={words.moral}
          hint={words.moralHint}
          large
          clearable
          value={choice.moralSanctionId}
          onChange={moralSanctionId => onChange({ moralSanctionId })}
          choices={moralSanctions.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextArea
        label={words.opinion}
        hint={isOutside && proven ? words.opinionNeeded(SHORTEST_BALLOT_REASON) : t.common.optional}
        required={isOutside && proven}
        value={choice.opinion}
        onChange={opinion => onChange({ opinion })}
        rows={3}
        maxLength={8000}
      />
    </Column>
  )
}

/** The sanctions of the band, and the ones of the law beyond it, which need a reason. */
function useSanctions({ item, person }: Turn) {
  const findings = useQuery('findings.listByCase', { caseId: item.caseId })
  const inside = bandOf(person.findings)
  const others = (findings.data ?? [])
    .filter(finding => finding.respondentId === person.respondentId && finding.conclusion === 'proven')
    .flatMap(finding => finding.band.sanctions)
    .filter(option => !inside.some(known => known.id === option.id))
  return { inside, outside: [...new Map(others.map(option => [option.id, option])).values()] }
}
