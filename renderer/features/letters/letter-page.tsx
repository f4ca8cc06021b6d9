import type { LetterId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useDraft } from '../../api/use-draft.ts'
import { useQuery } from '../../api/use-query.ts'
import { usePage } from '../../app/page-slots.tsx'
import type { PageProps } from '../../app/routes.tsx'
import { useAccount } from '../../app/session.tsx'
import { Page } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { LetterDesk } from './letter-desk.tsx'
import type { KeptText } from './letter-text.ts'

/** One letter, from the first draft to the issued PDF. */
export default function LetterPage({ params }: PageProps) {
  const account = useAccount()
  const letterId = (params.letterId ?? '') as LetterId
  // What was read of cases, findings and exhibits may have moved the sources.
  const query = useQuery('letters.get', { letterId }, { topics: TOPICS })
  const draft = useDraft<KeptText>(`letters/${letterId}`, account.id)
  if (query.data && draft.phase === 'ready')
    return <LetterDesk key={letterId} letter={query.data} draft={draft} />
  return (
    <Page>
      <Waiting />
      <QueryError query={query} />
      {!query.error && <SkeletonRows rows={12} />}
    </Page>
  )
}

const TOPICS = ['letters.changed', 'findings.changed', 'evidence.changed', 'plenaries.changed'] as const

function Waiting() {
  usePage({ crumbs: [{ label: t.letters.title, to: '/surat' }, { label: t.letters.letterTitle }] })
  return null
}
