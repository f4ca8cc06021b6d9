import { type ReactNode, useState } from 'react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import { t } from '../../../shared/strings/index.ts'
import { useCommands } from '../../app/commands.ts'
import { type Crumb, type PageSlots, usePage } from '../../app/page-slots.tsx'
import { Link } from '../../app/router.tsx'
import { hasPage } from '../../app/routes.tsx'
import { useKey } from '../../app/use-key.ts'
import { Page, PageHeader, Row } from '../../ui/layout.tsx'
import { ProgressBar } from '../../ui/progress-panel.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { LinkTabs } from '../../ui/tabs.tsx'
import { Text } from '../../ui/text.tsx'
import { ConflictChip } from '../reports/conflict-chip.tsx'
import styles from './cases.module.css'
import { RulebookChips } from './rulebook-chip.tsx'
import { COMPARE_KEYS, RulebookComparisonDialog } from './rulebook-comparison.tsx'
import { useCaseFile } from './use-case-file.ts'

const words = t.cases
export type CaseTab = keyof Omit<typeof words.tabs, 'label'>

/** Last part of each tab's address under '/perkara/:caseId'. */
const PATHS: Readonly<Record<CaseTab, string>> = {
  summary: '',
  persons: '/orang',
  evidence: '/bukti',
  elements: '/unsur',
  plenary: '/sidang',
  letters: '/surat',
  followUp: '/tindak-lanjut',
  history: '/riwayat',
}

type CaseFrameProps = Partial<Pick<PageSlots, 'keys' | 'savedAt'>> & {
  caseId: string | undefined
  tab: CaseTab
  /** Steps below the tab, for example the exhibit on screen. */
  crumbs?: readonly Crumb[]
  /** The tab's content, or how it is made once the file is there. */
  children: ReactNode | ((file: CaseFile) => ReactNode)
}

/** Header and tabs that every page of a case has; breadcrumb report › case › tab. */
export function CaseFrame({ caseId, tab, crumbs = [], keys = [], savedAt = null, children }: CaseFrameProps) {
  const query = useCaseFile(caseId)
  const file = query.data
  const home = `/perkara/${caseId ?? ''}`
  usePage({
    crumbs: [
      file
        ? { label: file.report.registerNumber, to: `/laporan/${file.report.id}` }
        : { label: words.title, to: '/perkara' },
      { label: words.caseTitle(file?.registerNumber ?? '…'), to: home },
      { label: words.tabs[tab], to: home + PATHS[tab] },
      ...crumbs,
    ],
    keys: [...keys, { keys: [COMPARE_KEYS.hint], label: words.rulebook.compare.key }],
    savedAt,
  })
  const [comparing, setComparing] = useState(false)
  const compare = () => setComparing(true)
  useKey(COMPARE_KEYS.press, file ? compare : null)
  useCommands(
    file
      ? [
          {
            id: 'case.compareRulebooks',
            label: words.rulebook.compare.command,
            keys: COMPARE_KEYS.hint,
            run: compare,
          },
        ]
      : [],
  )
  return (
    <Page>
      <PageHeader
        open
        title={words.caseTitle(file?.registerNumber ?? '…')}
        meta={file && words.persons(file.respondents.length)}
        actions={file && <Opened exhibits={file.exhibits} />}
      >
        {file && <RulebookChips file={file} onCompare={compare} />}
        {file && <ConflictChip reportId={file.report.id} />}
      </PageHeader>
      <LinkTabs
        label={words.tabs.label}
        link={Link}
        value={tab}
        tabs={tabsOf(home, file).filter(({ value }) => hasPage(`/perkara/:caseId${PATHS[value]}`))}
      />
      <QueryError query={query} />
      {query.loading && <SkeletonRows rows={10} />}
      {file && (typeof children === 'function' ? children(file) : children)}
      {comparing && file && <RulebookComparisonDialog caseId={file.id} onClose={() => setComparing(false)} />}
    </Page>
  )
}

function Opened({ exhibits }: { exhibits: CaseFile['exhibits'] }) {
  if (exhibits.total === 0) return null
  const text = words.opened(exhibits.openedByMe, exhibits.total)
  return (
    <Row gap={12}>
      {exhibits.changed > 0 && <StateMark state="broken" label={words.changedExhibits(exhibits.changed)} />}
      <Text tone="second" size={12} lines="oneLine">
        {text}
      </Text>
      <span className={styles.openedBar}>
        <ProgressBar label={text} done={exhibits.openedByMe} total={exhibits.total} />
      </span>
    </Row>
  )
}

function tabsOf(home: string, file: CaseFile | undefined) {
  const people = file?.respondents ?? []
  const counts: Partial<Record<CaseTab, number>> = file
    ? {
        persons: people.length,
        evidence: file.exhibits.total,
        elements: people.reduce((sum, person) => sum + person.findingCount, 0),
        plenary: people.filter(person => person.decided !== 'none').length,
        letters: people.filter(person => person.letterState !== null).length,
        followUp: people.filter(person => person.followUpState !== 'none').length,
      }
    : {}
  return (Object.keys(PATHS) as CaseTab[]).map(value => ({
    value,
    label: words.tabs[value],
    count: counts[value] || undefined,
    to: home + PATHS[value],
  }))
}
