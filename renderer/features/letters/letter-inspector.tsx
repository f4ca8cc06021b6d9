import type { LetterRow } from '../../../shared/contract/letters.ts'
import { formatDate, formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { Link } from '../../app/router.tsx'
import { Button } from '../../ui/button.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Inspector, InspectorSection } from '../../ui/inspector.tsx'
import { Text } from '../../ui/text.tsx'
import { LetterChecks } from './letter-checks.tsx'
import type { LetterCandidate, LetterLine } from './letter-rows.ts'
import { LetterStages } from './letter-stages.tsx'

const words = t.letters
type Props = {
  line: LetterLine
  mayWrite: boolean
  writing: boolean
  onWrite: (candidate: LetterCandidate) => void
  onOpen: () => void
}

/** The selected letter at a glance: where it stands, what is missing, what is next. */
export function LetterInspector({ line, mayWrite, writing, onWrite, onOpen }: Props) {
  if (line.kind === 'letter') return <OfLetter letter={line.letter} onOpen={onOpen} />
  const { candidate } = line
  return (
    <Inspector
      foot={
        <Button
          variant="primary"
          size="large"
          fill
          keys="Enter"
          pending={writing}
          disabledReason={mayWrite ? null : words.assistantsWrite}
          onClick={() => onWrite(candidate)}
        >
          {words.write}
        </Button>
      }
    >
      <InspectorSection>
        <Text as="h2" size={16} weight="strong">
          {candidate.respondentName}
        </Text>
        <Text as="p" tone="second">
          {words.candidateOutcome[candidate.outcome]}
        </Text>
      </InspectorSection>
      <InspectorSection>
        <Text as="p">{words.candidateNext}</Text>
        <KeyValueList facts={[{ term: words.columns.caseNumber, value: <CaseLink of={candidate} /> }]} />
      </InspectorSection>
    </Inspector>
  )
}

function OfLetter({ letter: row, onOpen }: { letter: LetterRow; onOpen: () => void }) {
  const { data: letter } = useQuery('letters.get', { letterId: row.id })
  return (
    <Inspector
      foot={
        <Button size="large" fill keys="Enter" onClick={onOpen}>
          {words.openLetter}
        </Button>
      }
    >
      <InspectorSection>
        <Text as="h2" size={16} weight="strong">
          {row.number ?? row.respondentName}
        </Text>
        <Text as="p" tone="second">
          {row.subject}
        </Text>
      </InspectorSection>
      <InspectorSection>
        <KeyValueList
          facts={[
            { term: words.columns.state, value: words.states[row.state] },
            { term: words.columns.person, value: row.respondentName },
            { term: words.columns.addressee, value: row.addressee },
            row.datedOn !== null && { term: words.columns.datedOn, value: formatDate(row.datedOn) },
            { term: words.columns.caseNumber, value: <CaseLink of={row} /> },
            { term: t.letters.savedAt, value: formatInstant(row.savedAt, deviceZone) },
          ]}
        />
      </InspectorSection>
      {letter && <LetterStages letter={letter} />}
      {letter && letter.state !== 'issued' && (
        <LetterChecks checks={letter.checks.filter(check => check.severity !== 'ok')} onGoTo={null} />
      )}
    </Inspector>
  )
}

function CaseLink({ of }: { of: { caseId: string; caseNumber: string } }) {
  return <Link to={`/perkara/${of.caseId}`}>{of.caseNumber}</Link>
}
