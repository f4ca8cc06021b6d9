import { formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { navigate } from '../../app/router.tsx'
import { Button } from '../../ui/button.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Inspector, InspectorSection } from '../../ui/inspector.tsx'
import { Nip } from '../../ui/nip.tsx'
import { Text } from '../../ui/text.tsx'
import { senderLabel } from './report-labels.ts'

const words = t.reports

/** The selected report at a glance: who, when, from whom, and what comes next. */
export function ReportInspector({ reportId }: { reportId: string }) {
  const { data: report } = useQuery('reports.get', { reportId })
  if (!report) return null
  const { caseId } = report
  return (
    <Inspector
      foot={
        <Button
          size="large"
          fill
          keys="Enter"
          onClick={() => navigate(caseId ? `/perkara/${caseId}` : `/laporan/${report.id}`)}
        >
          {caseId ? words.detail.showCase : words.detail.showReport}
        </Button>
      }
    >
      <InspectorSection>
        <Text as="h2" size={16} weight="strong">
          {report.registerNumber}
        </Text>
        <Text as="p" tone="second">
          {senderLabel(report)}
        </Text>
      </InspectorSection>
      <InspectorSection title={words.detail.respondents} aside={String(report.respondents.length)}>
        {report.respondents.map(person => (
          <div key={person.id}>
            <Text as="p" weight="medium">
              {person.name}
            </Text>
            <Nip digits={person.nip} />
            <Text as="p" tone="second">
              {`${person.position}, ${person.agencyName}`}
            </Text>
          </div>
        ))}
      </InspectorSection>
      <InspectorSection title={words.detail.act}>
        <KeyValueList
          facts={[
            { term: words.form.actOn, value: formatDate(report.actOn) },
            { term: words.form.place, value: report.place },
          ]}
        />
      </InspectorSection>
    </Inspector>
  )
}
