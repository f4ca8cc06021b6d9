import { useEffect, useRef } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { type ReportInput, reportInput } from '../../../shared/contract/reports.ts'
import { civilDateAt, formatInstant, instantOf, parseCivilDate } from '../../../shared/dates.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { showIssues } from '../../api/form-issues.ts'
import { formResolver } from '../../api/form-resolver.ts'
import { useAction } from '../../api/use-action.ts'
import { useDraft } from '../../api/use-draft.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { usePage } from '../../app/page-slots.tsx'
import { navigate } from '../../app/router.tsx'
import { useAccount } from '../../app/session.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Page, PageHeader, Spacer } from '../../ui/layout.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ActSection } from './act-section.tsx'
import { ElectionSection } from './election-section.tsx'
import { emptyReport, type ReportForm } from './empty-report.ts'
import { Overlaps } from './overlaps.tsx'
import styles from './reports.module.css'
import { RespondentsSection } from './respondents-section.tsx'
import { SourceSection } from './source-section.tsx'

const words = t.reports.form
const DRAFT = 'reports/new'

/** A new report. What is typed is kept all the time, so that nothing is lost when the program ends. */
export default function ReportFormPage() {
  const account = useAccount()
  const law = useQuery('law.choices', {})
  const draft = useDraft<ReportForm>(DRAFT, account.id)
  usePage({
    crumbs: [{ label: t.reports.title, to: '/laporan' }, { label: t.reports.newReport }],
    savedAt: draft.savedAt,
  })
  if (draft.phase === 'loading' || !law.data) {
    return (
      <Page>
        <PageHeader title={t.reports.newReport} />
        {law.error ? (
          <Banner tone="bad">{errorSentence(law.error.code, law.error.facts)}</Banner>
        ) : (
          <SkeletonRows rows={8} />
        )}
      </Page>
    )
  }
  return <FilledForm law={law.data} draft={draft} />
}

type FilledFormProps = {
  law: NonNullable<ReturnType<typeof useQuery<'law.choices'>>['data']>
  draft: ReturnType<typeof useDraft<ReportForm>>
}

function FilledForm({ law, draft }: FilledFormProps) {
  const today = civilDateAt(instantOf(new Date()), deviceZone)
  const restored = useRef(draft.restored)
  const form = useForm<ReportForm, unknown, ReportInput>({
    resolver: formResolver<ReportForm, ReportInput>(reportInput),
    defaultValues: restored.current ?? emptyReport(today, deviceZone),
    mode: 'onTouched',
  })
  const register = useAction('reports.register', {
    onDone: report => {
      void draft.discard()
      showToast(words.registered(report.registerNumber))
      navigate(`/laporan/${report.id}`, { replace: true })
    },
    onRefused: error => void showIssues(form, error),
  })
  const values = useWatch({ control: form.control }) as ReportForm
  const keep = draft.keep
  const first = useRef(true)
  useEffect(() => {
    if (first.current) first.current = false
    else keep(values)
  }, [values, keep])

  const submit = form.handleSubmit(input => void register.run(input))
  const discard = () => {
    const before = form.getValues()
    form.reset(emptyReport(today, deviceZone))
    void draft.discard()
    showToast(words.discarded, () => form.reset(before))
  }
  return (
    <Page>
      <PageHeader title={t.reports.newReport} />
      <form
        className={styles.formBody}
        noValidate
        onSubmit={submit}
        onKeyDown={event => {
          if (event.ctrlKey && event.key === 'Enter') void submit(event)
        }}
        id="report-form"
      >
        <div className={styles.formColumn}>
          {restored.current && draft.savedAt && (
            <Banner tone="info">{words.restored(formatInstant(draft.savedAt, deviceZone))}</Banner>
          )}
          {register.error && (
            <Banner tone="bad" announce>
              {errorSentence(register.error.code, register.error.facts)}
            </Banner>
          )}
          <SourceSection control={form.control} />
          <RespondentsSection form={form} law={law} />
          <ActSection control={form.control} law={law} />
          <ElectionSection form={form} law={law} />
          <Overlaps
            nips={(values.respondents ?? []).map(person => person.nip ?? '')}
            actOn={parseCivilDate(values.actOn ?? '')}
            actUntil={parseCivilDate(values.actUntil ?? '')}
          />
        </div>
      </form>
      <div className={styles.formFoot}>
        <Button
          variant="primary"
          size="large"
          type="submit"
          form="report-form"
          keys="Ctrl Enter"
          pending={register.pending}
        >
          {words.submit}
        </Button>
        <Spacer />
        <Button variant="quiet" onClick={discard}>
          {words.discard}
        </Button>
      </div>
    </Page>
  )
}
