import type { CaseFile } from '../../../shared/contract/cases.ts'
import type { PlenaryRow } from '../../../shared/contract/plenaries.ts'
import { formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { navigate } from '../../app/router.tsx'
import type { PageProps } from '../../app/routes.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Row, Spacer } from '../../ui/layout.tsx'
import { Pane } from '../../ui/pane.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { type State, StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import { CaseFrame } from '../cases/case-frame.tsx'
import { type Standing, standingOf } from './agenda-order.ts'
import styles from './plenaries.module.css'
import { Decisions } from './reconsider-decisions.tsx'

const words = t.plenaries.inCase
const MARKS: Readonly<Record<Standing, State>> = {
  waiting: 'open',
  voting: 'sealed',
  proven: 'proven',
  notProven: 'notProven',
  deferred: 'waiting',
}

/** The meetings that dealt with a case, and what each decided. */
export default function CasePlenariesPage({ params: { caseId } }: PageProps) {
  return (
    <CaseFrame caseId={caseId} tab="plenary">
      {file => <Meetings file={file} />}
    </CaseFrame>
  )
}

function Meetings({ file }: { file: CaseFile }) {
  const list = useQuery('plenaries.list', { caseId: file.id })
  if (list.data?.length === 0) {
    return (
      <EmptyState
        title={words.empty}
        next={words.next}
        action={{ label: words.toList, run: () => navigate('/sidang') }}
      />
    )
  }
  return (
    <Pane label={t.plenaries.title}>
      <QueryError query={list} />
      {list.loading && <SkeletonRows rows={6} />}
      <div className={styles.meetings}>
        {list.data && <Decisions file={file} />}
        {list.data?.map(row => (
          <Meeting key={row.id} row={row} file={file} />
        ))}
      </div>
    </Pane>
  )
}

function Meeting({ row, file }: { row: PlenaryRow; file: CaseFile }) {
  const query = useQuery('plenaries.get', { plenaryId: row.id })
  const persons = query.data?.agenda.find(item => item.caseId === file.id)?.persons ?? []
  return (
    <section className={styles.meeting} aria-label={words.heading(row.number)}>
      <Row>
        <Text as="h2" size={16} weight="strong">
          {words.heading(row.number)}
        </Text>
        <Text tone="second">{words.held(formatDate(row.heldOn), row.place)}</Text>
        <Spacer />
        <Text tone="second">{t.plenaries.state[row.state]}</Text>
        <Button onClick={() => navigate(`/sidang/${row.id}`)}>{words.open}</Button>
      </Row>
      <QueryError query={query} />
      <ul className={styles.decisions}>
        {persons.map(person => {
          const standing = standingOf(person)
          return (
            <li key={person.respondentId}>
              <Row>
                <Text weight="medium">{person.name}</Text>
                <StateMark state={MARKS[standing]} label={t.plenaries.room.personState[standing]} />
              </Row>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
