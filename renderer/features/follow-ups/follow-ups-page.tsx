import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { usePage } from '../../app/page-slots.tsx'
import { useQueryParam } from '../../app/router.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, PageHeader } from '../../ui/layout.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { FollowUpList } from './follow-up-list.tsx'

const words = t.followUps
const STATES = ['late', 'waiting', 'closed'] as const
const ALL = 'all'

/** Every clock that runs with a supervising official: late first, then waiting, then closed. */
export default function FollowUpsPage() {
  const [asked, setAsked] = useQueryParam('keadaan')
  const all = useQuery('followUps.list', {})
  const state = STATES.find(value => value === asked) ?? null
  const count = (wanted: (typeof STATES)[number]) => all.data?.filter(row => row.state === wanted).length
  usePage({
    crumbs: [{ label: words.title }],
    keys: [
      { keys: ['J', 'K'], label: words.keys.move },
      { keys: ['Enter'], label: words.keys.open },
      { keys: ['F8'], label: words.keys.panel },
    ],
  })
  return (
    <Page>
      <PageHeader open title={words.title} />
      <Tabs
        label={words.filter}
        value={state ?? ALL}
        onChange={value => setAsked(value === ALL ? null : value)}
        tabs={[
          { value: ALL, label: words.all, count: all.data?.length },
          ...STATES.map(value => ({ value, label: words.tabs[value], count: count(value) })),
        ]}
      />
      <FollowUpList
        state={state}
        empty={
          state === null ? (
            <EmptyState title={words.empty.title} next={words.empty.next} />
          ) : (
            <EmptyState title={words.empty[state]} next={words.empty.filteredNext} />
          )
        }
      />
    </Page>
  )
}
