import type { CaseFile } from '../../../shared/contract/cases.ts'
import { formatDate, formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { Link } from '../../app/router.tsx'
import { hasPage, type PageProps } from '../../app/routes.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Text } from '../../ui/text.tsx'
import { CaseAlerts } from '../reports/case-alerts.tsx'
import { Assignments } from './assignments.tsx'
import { CaseFrame } from './case-frame.tsx'
import styles from './cases.module.css'
import { Deadlines } from './deadlines.tsx'
import { missingIn } from './missing.ts'
import { PersonStates } from './person-states.tsx'
import { RulebookSection } from './rulebook-section.tsx'
import { Section } from './section.tsx'

const words = t.cases

/** The first page of a case: what is missing, where each person stands, what is due, who works on it. */
export default function CaseSummaryPage({ params }: PageProps) {
  return (
    <CaseFrame caseId={params.caseId} tab="summary" keys={[{ keys: ['F6'], label: words.keys.panes }]}>
      {(file: CaseFile) => (
        <div className={styles.columns}>
          <div className={styles.mainColumn}>
            <CaseAlerts file={file} />
            <MissingList file={file} />
            <Section title={words.summary.persons}>
              <PersonStates file={file} />
            </Section>
            <RulebookSection file={file} />
            <Section title={words.summary.deadlines}>
              <Deadlines file={file} />
            </Section>
            <Section title={words.summary.narrative}>
              <p className={styles.prose}>{file.report.narrative}</p>
            </Section>
          </div>
          <aside
            className={styles.sideColumn}
            aria-label={words.summary.assignments}
            data-pane=""
            tabIndex={-1}
          >
            <Section title={words.summary.assignments}>
              <Assignments file={file} />
            </Section>
            <Section title={words.summary.report}>
              <ReportFacts file={file} />
            </Section>
          </aside>
        </div>
      )}
    </CaseFrame>
  )
}

function MissingList({ file }: { file: CaseFile }) {
  const list = missingIn(file)
  return (
    <Section title={words.summary.next}>
      {list.length === 0 && <Text tone="second">{words.summary.nothingMissing}</Text>}
      <ul className={styles.missing}>
        {list.map(item => (
          <li key={item.text}>
            <Text tone={item.tone}>{item.text}</Text>
            {item.tab && hasPage(`/perkara/:caseId${item.tab}`) && (
              <Link to={`/perkara/${file.id}${item.tab}`} aria-label={`${words.summary.open}: ${item.text}`}>
                {words.summary.open}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ReportFacts({ file: { report, openedAt, openedBy } }: { file: CaseFile }) {
  const law = useQuery('law.choices', {})
  const form = law.data?.violationForms.find(known => known.id === report.violationForm)
  const labels = t.reports.form
  const day = report.actUntil
    ? `${formatDate(report.actOn)} – ${formatDate(report.actUntil)}`
    : formatDate(report.actOn)
  return (
    <KeyValueList
      termWidth={120}
      facts={[
        {
          term: words.summary.report,
          value: (
            <Link className={styles.link} to={`/laporan/${report.id}`}>
              {report.registerNumber}
            </Link>
          ),
        },
        { term: labels.senderKind, value: report.senderOffice || t.reports.sender[report.senderKind] },
        { term: labels.receivedOn, value: formatDate(report.receivedOn) },
        { term: labels.violationForm, value: form?.label ?? report.violationForm },
        {
          term: labels.actOn,
          value: report.actTime ? `${day}, pukul ${report.actTime.replace(':', '.')} ${report.zone}` : day,
        },
        { term: labels.place, value: report.place },
        report.candidate !== '' && { term: labels.candidate, value: report.candidate },
        { term: words.summary.opened, value: `${formatInstant(openedAt, deviceZone)}, ${openedBy}` },
      ]}
    />
  )
}
