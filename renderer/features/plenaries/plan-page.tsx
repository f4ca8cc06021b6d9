import { useEffect, useRef } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Input, Parsed } from '../../../shared/contract/index.ts'
import { plenaries } from '../../../shared/contract/plenaries.ts'
import { civilDateAt, instantOf, type Zone } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { showIssues } from '../../api/form-issues.ts'
import { formResolver } from '../../api/form-resolver.ts'
import { useAction } from '../../api/use-action.ts'
import { type DraftState, useDraft } from '../../api/use-draft.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { usePage } from '../../app/page-slots.tsx'
import { navigate } from '../../app/router.tsx'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FormDateField, FormSelect, FormTextField, FormTimeField } from '../../ui/form-fields.tsx'
import { FieldGrid, FormSection } from '../../ui/form-section.tsx'
import { Page, PageHeader, Spacer } from '../../ui/layout.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Text } from '../../ui/text.tsx'
import { CandidateList } from './candidate-list.tsx'
import styles from './plenaries.module.css'

const words = t.plenaries.plan
type Planned = Input<'plenaries.plan'>
const ZONES: readonly Zone[] = ['WIB', 'WITA', 'WIT']
const schema = plenaries['plenaries.plan'].input
const blank = (): Planned => ({
  heldOn: civilDateAt(instantOf(new Date()), deviceZone),
  startTime: '09:00',
  zone: deviceZone,
  place: '',
  caseIds: [],
})

/** A new meeting: when, where, and the cases on its agenda. */
export default function PlanPage() {
  const account = useAccount()
  const draft = useDraft<Planned>('plenaries/new', account.id)
  usePage({
    crumbs: [{ label: t.plenaries.title, to: '/sidang' }, { label: words.title }],
    savedAt: draft.savedAt,
  })
  return (
    <Page>
      <PageHeader title={words.title} />
      {draft.phase === 'loading' ? <SkeletonRows rows={8} /> : <PlanForm draft={draft} />}
    </Page>
  )
}

function PlanForm({ draft }: { draft: DraftState<Planned> }) {
  const restored = useRef(draft.restored)
  const form = useForm<Planned, unknown, Parsed<'plenaries.plan'>>({
    resolver: formResolver<Planned, Parsed<'plenaries.plan'>>(schema),
    defaultValues: restored.current ?? blank(),
    mode: 'onTouched',
  })
  const plan = useAction('plenaries.plan', {
    onDone: made => {
      void draft.discard()
      navigate(`/sidang/${made.id}`, { replace: true })
    },
    onRefused: error => void showIssues(form, error),
  })
  const values = useWatch({ control: form.control }) as Planned
  const keep = draft.keep
  const first = useRef(true)
  useEffect(() => {
    if (first.current) first.current = false
    else keep(values)
  }, [values, keep])
  const submit = form.handleSubmit(input => void plan.run(input))
  const { control } = form
  return (
    <>
      <form
        id="plan-form"
        className={styles.formBody}
        noValidate
        onSubmit={submit}
        onKeyDown={event => {
          if (event.ctrlKey && event.key === 'Enter') void submit(event)
        }}
      >
        <div className={styles.formColumn}>
          {restored.current && <Banner>{words.restored}</Banner>}
          <FormSection title={words.when}>
            <FieldGrid columns="1fr 120px 120px">
              <FormDateField control={control} name="heldOn" label={words.heldOn} required autoFocus />
              <FormTimeField control={control} name="startTime" label={words.startTime} required />
              <FormSelect
                control={control}
                name="zone"
                label={words.zone}
                required
                choices={ZONES.map(value => ({ value, label: value }))}
              />
            </FieldGrid>
            <FormTextField control={control} name="place" label={words.place} required />
          </FormSection>
          <FormSection title={words.agenda} hint={words.agendaHint}>
            <CandidateList
              chosen={values.caseIds ?? []}
              error={form.formState.errors.caseIds?.message}
              onChange={caseIds => form.setValue('caseIds', caseIds, { shouldValidate: true })}
            />
          </FormSection>
          <ActionError error={plan.error} />
        </div>
      </form>
      <div className={styles.formFoot}>
        <Button
          variant="primary"
          size="large"
          type="submit"
          form="plan-form"
          keys="Ctrl Enter"
          pending={plan.pending}
        >
          {words.submit}
        </Button>
        <Text tone="second">{words.chosen(values.caseIds?.length ?? 0)}</Text>
        <Spacer />
        <Button
          variant="quiet"
          onClick={() => {
            form.reset(blank())
            void draft.discard()
          }}
        >
          {words.discard}
        </Button>
      </div>
    </>
  )
}
