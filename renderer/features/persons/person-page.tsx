import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { usePage } from '../../app/page-slots.tsx'
import type { PageProps } from '../../app/routes.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { Page, PageHeader } from '../../ui/layout.tsx'
import { Nip } from '../../ui/nip.tsx'
import { Pane } from '../../ui/pane.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Text } from '../../ui/text.tsx'
import { EarlierCases } from './earlier-cases.tsx'

const words = t.persons

/** One civil servant: number, last known post, and what became of every report. */
export default function PersonPage({ params }: PageProps) {
  const personId = params.personId ?? ''
  const query = useQuery('persons.get', { personId })
  const person = query.data
  usePage({ crumbs: [{ label: words.title, to: '/pegawai' }, { label: person?.name ?? '…' }] })
  if (query.error) return <QueryError query={query} />
  if (!person) return <SkeletonRows rows={6} />
  return (
    <Page>
      <PageHeader title={person.name} meta={<Nip digits={person.nip} />} />
      <Pane label={words.earlier} padded>
        <Text as="p" tone="second">
          {`${person.position}, ${person.agencyName}`}
        </Text>
        <FormSection title={words.earlier}>
          <EarlierCases personId={personId} />
        </FormSection>
      </Pane>
    </Page>
  )
}
