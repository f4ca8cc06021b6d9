import { useState } from 'react'
import type { CaseFile, CaseRespondent } from '../../../shared/contract/cases.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Column, Row } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { Text } from '../../ui/text.tsx'

const words = t.evidence.code

type AddFindingProps = {
  file: CaseFile
  person: CaseRespondent
  /** Nobody has said yet which provision this person may have broken. */
  first: boolean
  refusal: string | null
  onAdded: (findingId: string) => void
  onCancel: () => void
}

/** Which provision a person may have broken; those that fit the form of violation stand first. */
export function AddFinding({ file, person, first, refusal, onAdded, onCancel }: AddFindingProps) {
  const provisions = useQuery('findings.listProvisions', { caseId: file.id, respondentId: person.id })
  const [chosen, setChosen] = useState<string | null>(null)
  const suggested = provisions.data?.choices.find(provision => provision.suggested)?.id ?? null
  const provisionId = chosen ?? suggested
  const add = useAction('findings.add', { onDone: finding => onAdded(finding.id) })
  const provision = provisions.data?.choices.find(one => one.id === provisionId)
  return (
    <InspectorSection title={words.provision}>
      <Column gap={12}>
        {first && (
          <Text as="p">
            {words.noFinding(person.name)} {words.noFindingNext}
          </Text>
        )}
        <Select
          label={words.provision}
          hideLabel
          searchable
          value={provisionId}
          onChange={setChosen}
          choices={(provisions.data?.choices ?? []).map(one => ({
            value: one.id,
            label: `${one.citation} · ${one.subject}`,
            group: one.suggested ? words.suggested : words.otherProvisions,
          }))}
        />
        {provision && (
          <Text as="p" tone="second">
            {provision.summary}
          </Text>
        )}
        <ActionError error={add.error} />
        <Row>
          <Button
            pending={add.pending}
            disabledReason={refusal}
            onClick={() =>
              provisionId && void add.run({ caseId: file.id, respondentId: person.id, provisionId })
            }
          >
            {words.addFinding}
          </Button>
          {!first && <Button onClick={onCancel}>{t.common.cancel}</Button>}
        </Row>
      </Column>
    </InspectorSection>
  )
}
