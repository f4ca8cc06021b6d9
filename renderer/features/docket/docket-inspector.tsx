import type { DocketRow } from '../../../shared/contract/docket.ts'
import { formatDayAndDate } from '../../../shared/dates.ts'
import { docketReason } from '../../../shared/strings/id/docket-reasons.ts'
import { t } from '../../../shared/strings/index.ts'
import { navigate } from '../../app/router.tsx'
import { Button } from '../../ui/button.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Inspector, InspectorSection } from '../../ui/inspector.tsx'
import { Nip } from '../../ui/nip.tsx'
import { Text } from '../../ui/text.tsx'
import { stepAddress } from './step-address.ts'

const words = t.docket

/** Why a row is in the list, and what comes next. */
export function DocketInspector({ row }: { row: DocketRow }) {
  return (
    <Inspector
      foot={
        <Button variant="primary" size="large" keys="Enter" fill onClick={() => navigate(stepAddress(row))}>
          {words.open}
        </Button>
      }
    >
      <InspectorSection>
        <Text as="p" size={12} tone="second">
          {words.caseLine(row.caseNumber)}
        </Text>
        <Text as="h2" size={16} weight="strong">
          {row.name}
        </Text>
        <Nip digits={row.nip} />
        <Text as="p" tone="second">
          {`${row.position}, ${row.agencyName}`}
        </Text>
      </InspectorSection>
      <InspectorSection title={words.why}>
        <Text as="p">{docketReason(row.reason)}</Text>
      </InspectorSection>
      <InspectorSection>
        <KeyValueList
          facts={[
            { term: words.facts.nextStep, value: words.nextStep[row.nextStep] },
            { term: words.facts.stage, value: t.cases.stage[row.stage] },
            row.dueOn !== null && { term: words.facts.dueOn, value: formatDayAndDate(row.dueOn) },
          ]}
        />
      </InspectorSection>
    </Inspector>
  )
}
