import { useState } from 'react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { civilDateAt, formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { useAccount } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Row, Spacer } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './minutes.module.css'
import { isDecider } from './presiding.ts'
import { ReconsiderDialog } from './reconsider-dialog.tsx'

const words = t.minutes.decisions
type Decision = Output<'plenaries.decisionsOf'>[number]

/** What the plenary decided about each person of a case, newest first; a replaced decision stays readable. */
export function Decisions({ file }: { file: CaseFile }) {
  return (
    <section className={styles.block} aria-label={words.title}>
      <Text as="h2" size={16} weight="strong">
        {words.title}
      </Text>
      {file.respondents.map(person => (
        <PersonDecisions key={person.id} person={person} />
      ))}
    </section>
  )
}

function PersonDecisions({ person }: { person: CaseFile['respondents'][number] }) {
  const [asking, setAsking] = useState(false)
  const account = useAccount()
  const list = useQuery(
    'plenaries.decisionsOf',
    { respondentId: person.id },
    { topics: ['plenaries.changed'] },
  )
  const rows = list.data ?? []
  const standing = rows.find(row => row.outcome !== 'deferred' && row.replacedBy === null)
  return (
    <div className={styles.person}>
      <Row>
        <Text weight="medium">{person.name}</Text>
        <Spacer />
        {standing && !standing.reconsidered && (
          <Button
            disabledReason={isDecider(account.role) ? null : words.decidersOnly}
            onClick={() => setAsking(true)}
          >
            {words.again}
          </Button>
        )}
      </Row>
      <QueryError query={list} />
      {list.data?.length === 0 && (
        <Text as="p" tone="third">
          {words.notDecided}
        </Text>
      )}
      <ol>
        {rows.map(row => (
          <DecisionEntry key={row.voteId} row={row} />
        ))}
      </ol>
      {asking && <ReconsiderDialog person={person} onClose={() => setAsking(false)} />}
    </div>
  )
}

function DecisionEntry({ row }: { row: Decision }) {
  const day = (at: Decision['decidedAt']) => formatDate(civilDateAt(at, deviceZone))
  const { reconsidered, replacedBy } = row
  return (
    <li className={styles.decision} data-replaced={replacedBy !== null || undefined}>
      <Row>
        <Text size={12} tone="second">
          {words.at(row.plenaryNumber, day(row.decidedAt))}
        </Text>
        <StateMark state={stateOf(row)} label={stateLabel(row)} />
      </Row>
      <Text as="p" tone={replacedBy === null ? 'plain' : 'second'}>
        {row.sentence}
      </Text>
      {row.needed.map(({ displayName, text }) => (
        <Text as="p" key={displayName} lines="preserve">
          {words.needed(displayName, text)}
        </Text>
      ))}
      {row.cites && (
        <Text as="p" size={12} tone="second">
          {words.cites(row.cites)}
        </Text>
      )}
      {replacedBy && (
        <Text as="p" size={12} tone="second">
          {words.replaced(replacedBy)}
        </Text>
      )}
      {reconsidered && (
        <Text as="p" size={12} tone="second">
          {words.asked(reconsidered.kind, reconsidered.askedBy, day(reconsidered.at), reconsidered.reason)}
        </Text>
      )}
      {reconsidered && replacedBy === null && (
        <Text as="p" size={12} tone="warn">
          {words.waiting}
        </Text>
      )}
    </li>
  )
}

function stateOf({ outcome, replacedBy }: Decision) {
  if (replacedBy !== null) return 'closed'
  return outcome === 'deferred' ? 'waiting' : 'verified'
}

function stateLabel({ outcome, replacedBy }: Decision): string {
  if (replacedBy !== null) return words.replacedState
  return outcome === 'deferred' ? words.deferred : words.standing
}
