import { useState } from 'react'
import type { Report } from '../../../shared/contract/reports.ts'
import { formatDate, formatInstant } from '../../../shared/dates.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { usePage } from '../../app/page-slots.tsx'
import { navigate, type Params } from '../../app/router.tsx'
import { useAccount } from '../../app/session.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { Page, PageHeader, Row } from '../../ui/layout.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { ConflictNotices } from './conflict-notice.tsx'
import { IntakeSection } from './intake-section.tsx'
import { OpenCaseDialog } from './open-case-dialog.tsx'
import { RelatedNotice } from './related-notice.tsx'
import { senderLabel } from './report-labels.ts'
import styles from './reports.module.css'
import { RespondentList } from './respondent-list.tsx'
import { RevealReporter } from './reveal-reporter.tsx'

const words = t.reports.detail

/** One report as it was registered; from here its case file is opened. */
export default function ReportPage({ params }: { params: Params }) {
  const account = useAccount()
  const query = useQuery('reports.get', { reportId: params.reportId ?? '' })
  const [opening, setOpening] = useState(false)
  const report = query.data
  usePage({
    crumbs: [{ label: t.reports.title, to: '/laporan' }, { label: report?.registerNumber ?? '…' }],
    keys:
      account.role === 'assistant' &&
      report?.caseId === null &&
      !report.returned &&
      report.senderKind !== 'commission'
        ? [{ keys: ['Alt K'], label: t.intake.sendBackKey }]
        : [],
  })
  if (query.error) return <Banner tone="bad">{errorSentence(query.error.code, query.error.facts)}</Banner>
  if (!report) return <SkeletonRows rows={10} />
  const { caseId } = report
  return (
    <Page>
      <PageHeader
        title={report.registerNumber}
        meta={t.reports.persons(report.respondents.length)}
        actions={
          caseId ? (
            <Button onClick={() => navigate(`/perkara/${caseId}`)}>{words.showCase}</Button>
          ) : (
            account.role !== 'secretariat' &&
            !report.returned && (
              <Button variant="primary" onClick={() => setOpening(true)}>
                {words.openCase}
              </Button>
            )
          )
        }
      >
        {report.returned && <Chip tone="warn">{t.intake.returned.chip}</Chip>}
      </PageHeader>
      <div className={styles.detail}>
        <div className={styles.formColumn}>
          <RelatedNotice
            reportId={report.id}
            caseId={report.caseId}
            mayLink={report.caseId !== null && account.role !== 'secretariat'}
          />
          <IntakeSection report={report} />
          <ReportFacts report={report} />
          <FormSection title={words.respondents}>
            <RespondentList respondents={report.respondents} />
            <ConflictNotices reportId={report.id} mayFlag={account.role !== 'secretariat'} />
          </FormSection>
          <FormSection title={words.narrative}>
            <p className={styles.narrative}>{report.narrative}</p>
          </FormSection>
        </div>
      </div>
      <OpenCaseDialog report={report} opened={opening} onClose={() => setOpening(false)} />
    </Page>
  )
}

function ReportFacts({ report }: { report: Report }) {
  const law = useQuery('law.choices', {})
  const form = law.data?.violationForms.find(known => known.id === report.violationForm)
  const election = law.data?.elections.find(known => known.id === report.electionId)
  const period = report.actUntil
    ? `${formatDate(report.actOn)} – ${formatDate(report.actUntil)}`
    : formatDate(report.actOn)
  const time = report.actTime ? `, pukul ${report.actTime.replace(':', '.')} ${report.zone}` : ''
  return (
    <FormSection title={words.source}>
      <KeyValueList
        termWidth={190}
        facts={[
          { term: t.reports.form.channel, value: t.reports.channel[report.channel] },
          { term: t.reports.form.receivedOn, value: formatDate(report.receivedOn) },
          { term: t.reports.form.senderKind, value: senderLabel(report) },
          report.senderLetterNumber !== '' && {
            term: t.reports.form.senderLetterNumber,
            value: words.letter(
              report.senderLetterNumber,
              report.senderLetterOn ? formatDate(report.senderLetterOn) : '',
            ),
          },
          report.hasProtectedReporter && {
            term: words.protectedReporter,
            value: (
              <Row>
                <RevealReporter reportId={report.id} />
              </Row>
            ),
          },
          { term: t.reports.form.violationForm, value: form?.label ?? report.violationForm },
          { term: t.reports.form.actOn, value: period + time },
          { term: t.reports.form.place, value: report.place },
          {
            term: t.reports.form.electionName,
            value: `${election?.name ?? t.reports.form.electionOther} · ${t.reports.electionScope[report.electionScope]}`,
          },
          report.designatedOn !== null && {
            term: t.reports.form.designatedOn,
            value: formatDate(report.designatedOn),
          },
          report.initialEvidence !== '' && {
            term: t.reports.form.initialEvidence,
            value: report.initialEvidence,
          },
          report.candidate !== '' && { term: t.reports.form.candidate, value: report.candidate },
          {
            term: words.registered,
            value: words.by(report.registeredBy, formatInstant(report.registeredAt, deviceZone)),
          },
        ]}
      />
    </FormSection>
  )
}
