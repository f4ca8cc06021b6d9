import { useEffect, useState } from 'react'
import { civilDateAt, instantOf } from '../../../shared/dates.ts'
import {
  formatNumber,
  type InstitutionPack,
  institutionPack,
  isNumberPattern,
} from '../../../shared/institution-pack.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { Column } from '../../ui/layout.tsx'
import { Pane } from '../../ui/pane.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Text } from '../../ui/text.tsx'
import { showToast } from '../../ui/toast.tsx'
import { InstitutionStep } from '../session/institution-step.tsx'

const words = t.administration.institution

/** The institution as data: letterhead, numbers, deadlines. A change makes a new version; old papers keep theirs. */
export function InstitutionSection({ mayChange }: { mayChange: boolean }) {
  const query = useQuery('institution.get', {})
  const [edited, setEdited] = useState<InstitutionPack | null>(null)
  useEffect(() => {
    if (query.data) setEdited(before => before ?? query.data ?? null)
  }, [query.data])
  const save = useAction('institution.update', { onDone: () => showToast(words.saved) })
  if (query.error) return <QueryError query={query} />
  if (!edited) return <SkeletonRows rows={8} />
  const wrong = institutionPack.safeParse(edited).success ? null : t.ui.fieldEmpty
  return (
    <Pane
      label={t.administration.tabs.institution}
      padded
      reading={!mayChange}
      foot={
        mayChange && (
          <Button
            variant="primary"
            size="large"
            pending={save.pending}
            disabledReason={wrong}
            onClick={() => void save.run(edited)}
          >
            {words.save}
          </Button>
        )
      }
    >
      <Column gap={12} style={{ maxWidth: 900 }}>
        <fieldset
          disabled={!mayChange}
          style={{ border: 0, margin: 0, padding: 0, display: 'grid', gap: 12 }}
        >
          <InstitutionStep value={edited} onChange={setEdited} />
        </fieldset>
        {isNumberPattern(edited.letterNumberFormat) && (
          <Text tone="second">{words.sample(sampleNumber(edited))}</Text>
        )}
        <ActionError error={save.error} />
        <FormSection title={words.deadlines} hint={words.deadlinesHint}>
          <KeyValueList
            termWidth={280}
            facts={edited.deadlines.map(deadline => ({
              term: deadline.label,
              value: `${words.deadline(deadline.days, deadline.unit)} · ${deadline.basis}`,
            }))}
          />
        </FormSection>
      </Column>
    </Pane>
  )
}

function sampleNumber(pack: InstitutionPack): string {
  const on = civilDateAt(instantOf(new Date()), deviceZone)
  const prefix = pack.letterClasses[0]?.prefix ?? ''
  return formatNumber(pack.letterNumberFormat, { n: 1, on, code: pack.classificationCode, prefix })
}
