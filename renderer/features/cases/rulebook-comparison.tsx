import { IconArrowDown, IconArrowUp, IconBan, IconEqual } from '@tabler/icons-react'
import type { RulebookComparison } from '../../../shared/contract/cases.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Column } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './rulebook.module.css'

const words = t.cases.rulebook.compare

/** The one key that opens the comparison on every tab of a case. */
export const COMPARE_KEYS = { press: 'Alt+R', hint: 'Alt R' } as const

/** What the other rulebook would say to each finding of each person. */
export function RulebookComparisonDialog({ caseId, onClose }: { caseId: CaseId; onClose: () => void }) {
  const query = useQuery(
    'cases.compareRulebooks',
    { caseId },
    { topics: ['cases.changed', 'findings.changed'] },
  )
  const persons = query.data ?? []
  const empty = query.data !== undefined && persons.every(person => person.rows.length === 0)
  return (
    <Dialog opened onClose={onClose} title={words.title} width={1180}>
      <Column gap={16} className={styles.comparison}>
        <Text as="p" tone="second">
          {words.intro}
        </Text>
        <QueryError query={query} />
        {query.loading && <SkeletonRows rows={4} />}
        {empty && <EmptyState title={words.empty} next={words.emptyNext} />}
        {!empty && persons.map(person => <PersonComparison key={person.respondentId} person={person} />)}
      </Column>
    </Dialog>
  )
}

function PersonComparison({ person }: { person: RulebookComparison }) {
  return (
    <section aria-label={person.name}>
      <Text as="h3" weight="strong">
        {person.name}
      </Text>
      {person.rows.length === 0 ? (
        <Text as="p" tone="second">
          {words.noFindings}
        </Text>
      ) : (
        <table className={styles.compare} aria-label={words.pair(person.own.label, person.other.label)}>
          <thead>
            <tr>
              <th scope="col">{person.own.label}</th>
              <th scope="col">{person.other.label}</th>
              <th scope="col">{words.effectHead}</th>
              <th scope="col">{words.noteHead}</th>
            </tr>
          </thead>
          <tbody>
            {person.rows.map(row => (
              <tr key={row.findingId + row.own.legalBasis}>
                <td>
                  <Provision provision={row.own} />
                </td>
                <td>
                  {row.others.length === 0 && <Text tone="second">{words.nothing}</Text>}
                  {row.others.map(other => (
                    <Provision key={other.citation} provision={other} />
                  ))}
                </td>
                <td>
                  <Effect effect={row.effect} />
                </td>
                <td>{row.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

type Row = RulebookComparison['rows'][number]

function Provision({ provision }: { provision: Row['own'] }) {
  return (
    <div className={styles.provision}>
      <div>{provision.legalBasis}</div>
      <Text as="div" size={12} weight="medium">
        {provision.level || words.noLevel}
      </Text>
      {provision.sanctions.length > 0 && (
        <ul>
          {provision.sanctions.map(sanction => (
            <li key={sanction}>{sanction}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

// Neither is good or bad: red stands for late and broken, green for verified. The arrow and the word tell.
const EFFECTS = {
  lighter: { tone: undefined, icon: IconArrowDown },
  same: { tone: undefined, icon: IconEqual },
  heavier: { tone: undefined, icon: IconArrowUp },
  none: { tone: 'warn', icon: IconBan },
} as const

function Effect({ effect }: { effect: Row['effect'] }) {
  const { tone, icon } = EFFECTS[effect]
  return (
    <Chip tone={tone} icon={icon}>
      {words.effect[effect]}
    </Chip>
  )
}
