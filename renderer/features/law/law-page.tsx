import type { LawContents } from '../../../shared/contract/law-shapes.ts'
import { formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { usePage } from '../../app/page-slots.tsx'
import { navigate, useQueryParam } from '../../app/router.tsx'
import { Button } from '../../ui/button.tsx'
import { Page, PageHeader, Row } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { SECTIONS, type Section, sectionAddress } from './addresses.ts'
import { ConcurrenceText } from './concurrence-text.tsx'
import { ElectionList } from './election-list.tsx'
import { FormList } from './form-list.tsx'
import styles from './law.module.css'
import { OldVersionNotice, VersionSelect } from './pack-version.tsx'
import { ProcedureList } from './procedure-list.tsx'
import { ProvisionList } from './provision-list.tsx'
import { RegulationList } from './regulation-list.tsx'
import { SanctionList } from './sanction-list.tsx'
import { SearchHits } from './search-hits.tsx'
import { SelectionText } from './selection-text.tsx'
import { useSearch } from './use-search.ts'
import { WarningText } from './warning-text.tsx'

const words = t.law
const VIEWS = {
  ketentuan: ProvisionList,
  peraturan: RegulationList,
  hukuman: SanctionList,
  bentuk: FormList,
  perbarengan: ConcurrenceText,
  prosedur: ProcedureList,
  pemilihan: ElectionList,
  aturan: SelectionText,
  peringatan: WarningText,
} as const satisfies Record<Section, unknown>
/** Parts that are read from top to bottom: they have no rows to move along. */
const RUNNING_TEXT: ReadonlySet<Section> = new Set(['perbarengan', 'aturan', 'peringatan'])

/** The law to read: every part of one pack, and a search over all of it. Nothing is changed here. */
export default function LawPage() {
  const [chosen] = useQueryParam('bagian')
  const [version] = useQueryParam('versi')
  const [row] = useQueryParam('baris')
  const { query, setQuery, turn, stop } = useSearch(`${chosen ?? ''} ${row ?? ''}`)
  const contents = useQuery('law.contents', { version })
  const section = SECTIONS.find(known => known === chosen) ?? 'ketentuan'
  const pack = contents.data
  usePage({
    crumbs: [{ label: words.title }, { label: words.tabs[section] }],
    keys: [
      ...(RUNNING_TEXT.has(section) ? [] : [{ keys: ['J', 'K'], label: words.keys.move }]),
      ...(section === 'ketentuan' ? [{ keys: ['Enter'], label: words.keys.open }] : []),
      { keys: ['Ctrl F'], label: words.keys.find },
    ],
  })
  const View = VIEWS[section]
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={pack && metaOf(pack)}
        actions={
          <Row>
            {pack && (
              <VersionSelect
                contents={pack}
                onChange={next => navigate(sectionAddress(section, { version: next }), { replace: true })}
              />
            )}
            <SearchField
              key={turn}
              label={words.find}
              placeholder={words.findShort}
              value={query}
              onChange={setQuery}
            />
          </Row>
        }
      />
      {contents.error && <QueryError query={contents} />}
      {contents.error && version !== null && (
        <div className={styles.notice}>
          <Button onClick={() => navigate(sectionAddress(section))}>{words.version.toNewest}</Button>
        </div>
      )}
      {!pack && !contents.error && <SkeletonRows rows={10} />}
      {pack && (
        <>
          <OldVersionNotice contents={pack} address={sectionAddress(section)} />
          {query.trim() ? (
            <SearchHits query={query} version={version} onLeave={stop} />
          ) : (
            <>
              <div className={styles.tabs}>
                <Tabs
                  label={words.title}
                  value={section}
                  onChange={next => navigate(sectionAddress(next, { version }), { replace: true })}
                  tabs={SECTIONS.map(value => ({ value, label: words.tabs[value] }))}
                />
              </div>
              <View key={`${section} ${pack.version}`} pack={pack} version={version} />
            </>
          )}
        </>
      )}
    </Page>
  )
}

/** The version is said by the choice of versions, where there is one. */
function metaOf({ version, versions, generatedOn }: LawContents): string {
  const on = formatDate(generatedOn)
  return versions.length > 1 ? words.metaShort(on) : words.meta(version, on)
}
