import type { DocketRow } from '../../../shared/contract/docket.ts'
import { civilDateAt, formatDate, formatDayAndDate } from '../../../shared/dates.ts'
import { docketReason } from '../../../shared/strings/id/docket-reasons.ts'
import { t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { navigate } from '../../app/router.tsx'
import { Button } from '../../ui/button.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Inspector, InspectorSection } from '../../ui/inspector.tsx'
import { Column } from '../../ui/layout.tsx'
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
      {row.deferral && (
        <DeferralSection deferral={row.deferral} answered={row.nextStep === 'schedulePlenary'} />
      )}
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

type Deferral = NonNullable<DocketRow['deferral']>

/** What the plenary asked for when it deferred the person, and since when it waits. */
function DeferralSection({ deferral, answered }: { deferral: Deferral; answered: boolean }) {
  const { plenaryNumber, heldOn, deferredAt, needed } = deferral
  return (
    <InspectorSection title={words.deferral.title}>
      <Column gap={8}>
        {needed.length === 0 && <Text as="p">{words.deferral.nothing}</Text>}
        {needed.map(({ displayName, text }) => (
          <Text as="p" key={displayName} lines="preserve">
            {words.deferral.needed(displayName, text)}
          </Text>
        ))}
        <KeyValueList
          facts={[
            { term: words.deferral.plenary, value: `${plenaryNumber}, ${formatDate(heldOn)}` },
            { term: words.deferral.since, value: formatDayAndDate(civilDateAt(deferredAt, deviceZone)) },
          ]}
        />
        <Text as="p" tone="second">
          {answered ? words.deferral.ready : words.deferral.next}
        </Text>
      </Column>
    </InspectorSection>
  )
}
