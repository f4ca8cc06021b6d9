import { useState } from 'react'
import { LETTER_STATES, type LetterState } from '../../../shared/contract/letters.ts'
import { t } from '../../../shared/strings/index.ts'
import { usePage } from '../../app/page-slots.tsx'
import { navigate, useQueryParam } from '../../app/router.tsx'
import { hasPage } from '../../app/routes.tsx'
import { useAccount } from '../../app/session.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, PageHeader } from '../../ui/layout.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { LetterList } from './letter-list.tsx'

const words = t.letters
const ALL = 'all'
const tabs = [
  { value: ALL, label: words.all },
  ...LETTER_STATES.map(value => ({ value, label: words.tabs[value] })),
]

/** All letters by state; at the top the decided persons who still need one. */
export default function LettersPage() {
  const account = useAccount()
  const [query, setQuery] = useState('')
  const [asked, setAsked] = useQueryParam('keadaan')
  const state: LetterState | null = LETTER_STATES.find(value => value === asked) ?? null
  usePage({
    crumbs: [{ label: words.title }],
    keys: [
      { keys: ['J', 'K'], label: words.keys.move },
      { keys: ['Enter'], label: account.role === 'assistant' ? words.keys.openOrWrite : words.keys.open },
      { keys: ['F8'], label: words.keys.panel },
    ],
  })
  const filtered = query !== '' || state !== null
  return (
    <Page>
      <PageHeader
        open
        title={words.title}
        actions={<SearchField label={words.find} value={query} onChange={setQuery} />}
      />
      <Tabs
        label={words.filter}
        value={state ?? ALL}
        onChange={value => setAsked(value === ALL ? null : value)}
        tabs={tabs}
      />
      <LetterList
        query={query}
        state={state}
        empty={
          filtered ? (
            <EmptyState title={words.empty.filtered} next={words.empty.filteredNext} />
          ) : (
            <EmptyState
              title={words.empty.title}
              next={words.empty.next}
              action={
                hasPage('/sidang')
                  ? { label: words.empty.openPlenaries, run: () => navigate('/sidang') }
                  : undefined
              }
            />
          )
        }
      />
    </Page>
  )
}
