import { useMemo, useState } from 'react'
import type { ProvisionRow } from '../../../shared/contract/law-shapes.ts'
import {
  type ElectionScope,
  electionScope,
  type SanctionLevel,
  sanctionLevel,
} from '../../../shared/law-pack.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { navigate, useQueryParam } from '../../app/router.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Inspector, InspectorSection } from '../../ui/inspector.tsx'
import { Column } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { Text } from '../../ui/text.tsx'
import { provisionAddress } from './addresses.ts'
import styles from './law.module.css'
import { provisionColumns } from './provision-columns.tsx'
import { ProvisionChips, ProvisionFacts } from './provision-facts.tsx'
import { type LawViewProps, useActiveRow } from './view-props.ts'

const words = t.law
const columns = provisionColumns()
const keyOf = (row: ProvisionRow) => row.id
type Content = 'neutrality' | 'other'
type Filter = { content: Content | null; level: SanctionLevel | 'none' | null; scope: ElectionScope | null }
const OPEN: Filter = { content: null, level: null, scope: null }

/** All provisions under their regulations, narrowed by what a person is looking for. */
export function ProvisionList({ pack, version }: LawViewProps) {
  const [regulation, setRegulation] = useQueryParam('peraturan')
  const [filter, setFilter] = useState<Filter>(OPEN)
  const { active, activeId, setActiveId } = useActiveRow(pack.provisions)
  const groups = useMemo(() => {
    const rows = pack.provisions.filter(row => fits(row, filter))
    return pack.regulations
      .filter(entry => regulation === null || entry.id === regulation)
      .map(({ id, number, title }) => ({
        id,
        label: `${number} · ${title}`,
        rows: rows.filter(row => row.regulationId === id),
      }))
      .filter(group => group.rows.length > 0)
  }, [pack, filter, regulation])
  const shown = groups.reduce((sum, group) => sum + group.rows.length, 0)
  const clear = () => {
    setFilter(OPEN)
    setRegulation(null)
  }
  return (
    <>
      <div className={styles.filters}>
        <Select
          label={words.filters.regulation}
          value={regulation}
          onChange={setRegulation}
          placeholder={words.filters.anyRegulation}
          clearable
          choices={pack.regulations
            .filter(entry => entry.provisions > 0)
            .map(entry => ({ value: entry.id, label: entry.number }))}
        />
        <Select
          label={words.filters.content}
          value={filter.content}
          onChange={content => setFilter({ ...filter, content })}
          placeholder={words.filters.anyContent}
          clearable
          choices={[
            { value: 'neutrality', label: words.filters.neutralityOnly },
            { value: 'other', label: words.filters.other },
          ]}
        />
        <Select
          label={words.filters.level}
          value={filter.level}
          onChange={level => setFilter({ ...filter, level })}
          placeholder={words.filters.anyLevel}
          clearable
          choices={[
            ...sanctionLevel.options.map(value => ({ value, label: words.levels[value] })),
            { value: 'none' as const, label: words.filters.noLevel },
          ]}
        />
        <Select
          label={words.filters.scope}
          value={filter.scope}
          onChange={scope => setFilter({ ...filter, scope })}
          placeholder={words.filters.anyScope}
          clearable
          choices={electionScope.options.map(value => ({ value, label: words.scopes[value] }))}
        />
        <div className={styles.filterCount} aria-live="polite">
          <Text tone="second">{words.filters.count(shown, pack.provisions.length)}</Text>
          {shown < pack.provisions.length && (
            <Button variant="quiet" onClick={clear}>
              {words.filters.clear}
            </Button>
          )}
        </div>
      </div>
      <DataTable
        name="law-provisions"
        label={words.tabs.ketentuan}
        columns={columns}
        groups={groups}
        keyOf={keyOf}
        activeKey={activeId}
        onActiveChange={setActiveId}
        onOpen={row => navigate(provisionAddress(row.id, version))}
        autoFocus
        empty={
          <EmptyState
            title={words.empty.filtered}
            next={words.empty.filteredNext}
            action={{ label: words.filters.clear, run: clear }}
          />
        }
      />
      {active && <ProvisionInspector row={active} version={version} below={pack.humanCheckBelow} />}
    </>
  )
}

function ProvisionInspector({
  row,
  version,
  below,
}: {
  row: ProvisionRow
  version: string | null
  below: number
}) {
  const detail = useQuery('law.provision', { provisionId: row.id, version })
  return (
    <Inspector
      foot={
        <Button size="large" keys="Enter" fill onClick={() => navigate(provisionAddress(row.id, version))}>
          {words.provision.open}
        </Button>
      }
    >
      <InspectorSection>
        <Column>
          <Text as="h2" size={16} weight="strong">
            {row.subject}
          </Text>
          <Text as="p" tone="second">
            {detail.data?.basis.short ?? row.citation}
          </Text>
          <ProvisionChips entry={row} />
        </Column>
      </InspectorSection>
      <InspectorSection>
        <Text as="p">{row.summary}</Text>
      </InspectorSection>
      {detail.data && (
        <>
          <InspectorSection title={words.columns.elements} aside={detail.data.elementList.length}>
            <ol className={styles.elements}>
              {detail.data.elementList.map(element => (
                <li key={element.id}>{element.label}</li>
              ))}
            </ol>
          </InspectorSection>
          <ProvisionFacts entry={detail.data} below={below} version={version} />
        </>
      )}
    </Inspector>
  )
}

function fits(row: ProvisionRow, { content, level, scope }: Filter): boolean {
  if (content !== null && row.neutrality !== (content === 'neutrality')) return false
  if (level === 'none' ? row.levels.length > 0 : level !== null && !row.levels.includes(level)) return false
  // A provision that is not about elections holds in every one of them.
  return scope === null || row.scopes.length === 0 || row.scopes.includes(scope)
}
