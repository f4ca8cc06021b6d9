import {
  IconEye,
  IconFileImport,
  IconLink,
  IconPencil,
  IconPointFilled,
  IconUserPlus,
} from '@tabler/icons-react'
import type { HistoryEntry } from '../../../shared/contract/cases.ts'
import { formatInstant } from '../../../shared/dates.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { historySentence } from '../../../shared/strings/id/history.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import type { PageProps } from '../../app/routes.tsx'
import type { Icon } from '../../ui/icon.ts'
import { QueryError } from '../../ui/query-error.tsx'
import { Text } from '../../ui/text.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { CaseFrame } from './case-frame.tsx'
import styles from './cases.module.css'

const words = t.cases.history

/** Everything done on the case, newest first, as sentences: who, what, when, on which laptop. */
export default function CaseHistoryPage({ params }: PageProps) {
  const query = useQuery('cases.history', params.caseId ? { caseId: params.caseId as CaseId } : null, {
    topics: [
      'cases.changed',
      'evidence.changed',
      'findings.changed',
      'plenaries.changed',
      'letters.changed',
      'followUps.changed',
    ],
  })
  const entries = [...(query.data ?? [])].reverse()
  return (
    <CaseFrame caseId={params.caseId} tab="history">
      <section
        className={styles.history}
        aria-label={words.label}
        data-pane=""
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        tabIndex={0}
      >
        <QueryError query={query} />
        {query.data && (
          <Text as="p" tone="third" size={12}>
            {[words.count(entries.length), words.newest, words.zone(deviceZone)].join(' · ')}
          </Text>
        )}
        <Timeline
          label={words.label}
          events={entries.map(entry => ({
            id: String(entry.seq),
            title: (
              <>
                <b>{entry.actorName}</b> {historySentence(entry.method, entry.facts, entry.subject)}
              </>
            ),
            detail: words.by('', roleName(entry.role), entry.device),
            when: formatInstant(entry.at, deviceZone),
            icon: iconOf(entry),
          }))}
        />
      </section>
    </CaseFrame>
  )
}

function roleName(role: string): string {
  const names: Readonly<Record<string, string>> = t.cases.summary.role
  return names[role] ?? role
}

function iconOf({ method }: HistoryEntry): Icon {
  if (method === 'evidence.takeIn') return IconFileImport
  if (method === 'evidence.open' || method === 'reports.revealReporter') return IconEye
  if (method.endsWith('link')) return IconLink
  if (method.endsWith('assign')) return IconUserPlus
  return method.startsWith('findings.') || method.endsWith('describe') ? IconPencil : IconPointFilled
}
