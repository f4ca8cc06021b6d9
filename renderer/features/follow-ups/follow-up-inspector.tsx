import type { FollowUp } from '../../../shared/contract/follow-ups.ts'
import { formatDate, formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { Link, navigate } from '../../app/router.tsx'
import { Button } from '../../ui/button.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Inspector, InspectorSection } from '../../ui/inspector.tsx'
import { Column } from '../../ui/layout.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import { addresseeOf, recommendedOf, standingOf } from './follow-up-rows.ts'

const words = t.followUps
type Props = { followUp: FollowUp; onRecord: () => void; onClose: () => void }

/** One clock: why it runs, until when and how that was computed, and how it ended. */
export function FollowUpInspector({ followUp: row, onRecord, onClose }: Props) {
  return (
    <Inspector foot={<Foot row={row} onRecord={onRecord} onClose={onClose} />}>
      <InspectorSection>
        <Text as="h2" size={16} weight="strong">
          {row.respondentName}
        </Text>
        <StateMark {...standingOf(row)} />
      </InspectorSection>
      <InspectorSection>
        <KeyValueList
          facts={[
            {
              term: words.columns.letter,
              value: <Link to={`/surat/${row.letterId}`}>{row.letterNumber}</Link>,
            },
            { term: words.columns.addressee, value: addresseeOf(row) },
            { term: words.recommendation, value: recommendedOf(row) },
            {
              term: words.columns.caseNumber,
              value: <Link to={`/perkara/${row.caseId}`}>{row.caseNumber}</Link>,
            },
          ]}
        />
      </InspectorSection>
      {row.closure && <Closure closure={row.closure} />}
      <Due row={row} />
    </Inspector>
  )
}

function Foot({ row, onRecord, onClose }: { row: FollowUp; onRecord: () => void; onClose: () => void }) {
  if (row.closure)
    return (
      <Button size="large" fill onClick={() => navigate(`/surat/${row.letterId}`)}>
        {words.openLetter}
      </Button>
    )
  return (
    <Column gap={8} style={{ flex: 1 }}>
      <Button variant="primary" size="large" fill keys="Enter" onClick={onRecord}>
        {words.record.action}
      </Button>
      <Button fill onClick={onClose}>
        {words.close.action}
      </Button>
    </Column>
  )
}

function Due({ row }: { row: FollowUp }) {
  const { computation, startedOn, dueOn, daysWaiting } = row
  const { days, unit, basis, skipped } = computation
  return (
    <InspectorSection title={words.due.title}>
      <KeyValueList
        facts={[
          { term: words.due.startedOn, value: formatDate(startedOn) },
          { term: words.due.dueOn, value: <Text weight="medium">{formatDate(dueOn)}</Text> },
          { term: words.due.daysWaiting, value: words.due.days(daysWaiting) },
          { term: words.due.how, value: words.due.computed(days, unit, startedOn) },
          { term: words.due.basis, value: basis },
        ]}
      />
      {skipped.length > 0 && (
        <details>
          <summary>{words.due.skipped(skipped.length)}</summary>
          {skipped.map(day => (
            <Text key={day.on} as="p" size={12} tone="second">
              {words.due.skippedDay(day.on, day.reason)}
            </Text>
          ))}
        </details>
      )}
    </InspectorSection>
  )
}

function Closure({ closure }: { closure: NonNullable<FollowUp['closure']> }) {
  const { kind, number, on, imposed, difference, note, exhibitNumber, closedAt, closedBy } = closure
  const isDecision = kind === 'sanctionDecision'
  const c = words.closure
  return (
    <InspectorSection title={c.title}>
      <KeyValueList
        facts={[
          isDecision && { term: c.number, value: <Text weight="strong">{number}</Text> },
          isDecision && on !== null && { term: c.on, value: formatDate(on) },
          isDecision && { term: c.imposed, value: imposed || c.none },
          isDecision && { term: c.difference, value: c.differences[difference] },
          exhibitNumber !== null && { term: c.exhibit, value: exhibitNumber },
          note !== '' && {
            term: isDecision ? c.note : c.reason,
            value: <Text lines="preserve">{note}</Text>,
          },
          { term: c.closedBy, value: c.by(closedBy, formatInstant(closedAt, deviceZone)) },
        ]}
      />
    </InspectorSection>
  )
}
