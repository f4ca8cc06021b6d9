import type { LawRegulation } from '../../../shared/contract/law-shapes.ts'
import { formatDate, formatShortDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { Link, navigate } from '../../app/router.tsx'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Inspector, InspectorSection } from '../../ui/inspector.tsx'
import { Column as Stack } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { sectionAddress } from './addresses.ts'
import { Doubt, DoubtMark } from './doubt.tsx'
import styles from './law.module.css'
import { type LawViewProps, useActiveRow } from './view-props.ts'

const words = t.law
const keyOf = (row: LawRegulation) => row.id
const columns = regulationColumns()

/** Every regulation of the pack: when it held, and what took its place. */
export function RegulationList({ pack, version }: LawViewProps) {
  const { active, activeId, setActiveId } = useActiveRow(pack.regulations)
  const open = (row: LawRegulation) =>
    row.provisions > 0 && navigate(sectionAddress('ketentuan', { regulation: row.id, version }))
  return (
    <>
      <DataTable
        name="law-regulations"
        label={words.tabs.peraturan}
        columns={columns}
        rows={pack.regulations}
        keyOf={keyOf}
        activeKey={activeId}
        onActiveChange={setActiveId}
        onOpen={open}
        autoFocus
      />
      {active && (
        <Inspector
          foot={
            active.provisions > 0 && (
              <Button size="large" keys="Enter" fill onClick={() => open(active)}>
                {words.regulation.showProvisions(active.provisions)}
              </Button>
            )
          }
        >
          <RegulationFacts entry={active} version={version} below={pack.humanCheckBelow} />
        </Inspector>
      )}
    </>
  )
}

function RegulationFacts({
  entry,
  version,
  below,
}: {
  entry: LawRegulation
  version: string | null
  below: number
}) {
  const linkTo = ({ id, number }: { id: string; number: string }) => (
    <Link key={id} className={styles.link} to={sectionAddress('peraturan', { row: id, version })}>
      {number}
    </Link>
  )
  return (
    <>
      <InspectorSection>
        <Stack gap={4}>
          <Text as="h2" size={16} weight="strong">
            {entry.number}
          </Text>
          <Text as="p">{entry.formalName}</Text>
        </Stack>
      </InspectorSection>
      <InspectorSection>
        <KeyValueList
          termWidth={112}
          facts={[
            {
              term: words.provision.validity,
              value: words.period(
                formatDate(entry.effectiveFrom),
                entry.effectiveTo && formatDate(entry.effectiveTo),
              ),
            },
            entry.replaces.length > 0 && {
              term: words.regulation.replaces,
              value: entry.replaces.map(linkTo),
            },
            entry.replacedBy && { term: words.regulation.replacedBy, value: linkTo(entry.replacedBy) },
            entry.survivingParts.length > 0 && {
              term: words.regulation.survivingParts,
              value: entry.survivingParts.join(', '),
            },
            { term: words.confidence.label, value: <Doubt entry={entry} below={below} /> },
          ]}
        />
      </InspectorSection>
      {entry.note && (
        <InspectorSection title={words.provision.note}>
          <Text as="p">{entry.note}</Text>
        </InspectorSection>
      )}
      {entry.numbers.length > 0 && (
        <InspectorSection title={words.regulation.numbers}>
          <ul className={styles.plain}>
            {entry.numbers.map(({ institution, number, signatory }) => (
              <li key={institution}>{words.regulation.signatory(institution, number, signatory)}</li>
            ))}
          </ul>
        </InspectorSection>
      )}
      {entry.provisions === 0 && (
        <InspectorSection>
          <Text as="p" tone="second">
            {words.regulation.noProvisions}
          </Text>
        </InspectorSection>
      )}
    </>
  )
}

function regulationColumns(): Column<LawRegulation>[] {
  const validity = (row: LawRegulation) =>
    row.effectiveTo === null ? words.inForce : words.until(formatDate(row.effectiveTo))
  return [
    {
      id: 'number',
      header: words.columns.number,
      width: 212,
      look: 'strong',
      cell: row => row.number,
      copy: row => row.number,
    },
    {
      id: 'title',
      header: words.columns.title,
      width: 200,
      grow: true,
      cell: row => row.title,
      copy: row => row.formalName,
    },
    {
      id: 'from',
      header: words.columns.validity,
      width: 104,
      align: 'right',
      cell: row => formatShortDate(row.effectiveFrom),
      copy: row => formatDate(row.effectiveFrom),
    },
    {
      id: 'to',
      header: words.provision.validity,
      width: 168,
      look: 'second',
      cell: validity,
      copy: validity,
    },
    {
      id: 'replacedBy',
      header: words.columns.replacedBy,
      width: 150,
      from: 860,
      look: 'second',
      cell: row => row.replacedBy?.number ?? '–',
      copy: row => row.replacedBy?.number ?? '',
    },
    {
      id: 'provisions',
      header: words.columns.provisions,
      width: 92,
      align: 'right',
      cell: row => row.provisions || '–',
      copy: row => String(row.provisions),
    },
    {
      id: 'doubt',
      header: words.columns.doubt,
      width: 192,
      from: 1000,
      cell: row => <DoubtMark entry={row} />,
      copy: row => words.confidence.value(row.confidence),
    },
  ]
}
