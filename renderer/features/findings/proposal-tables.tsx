import type { EarlierViolation, SimilarCase } from '../../../shared/contract/findings.ts'
import { formatShortDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { Link } from '../../app/router.tsx'
import { type State, StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './proposal.module.css'
import { Part } from './proposal-parts.tsx'

const words = t.findings.proposal
const RECORD_MARKS: Readonly<Record<EarlierViolation['state'], State>> = {
  alleged: 'notAssessed',
  proven: 'proven',
  sanctioned: 'closed',
}

/** Other cases of the same person by NIP; alleged, proven and sanctioned each in its own word. */
export function RecordTable({ rows }: { rows: readonly EarlierViolation[] }) {
  const heads = words.recordColumns
  return (
    <Part title={words.record} note={words.recordNote}>
      {rows.length === 0 ? (
        <Text as="p" tone="second">
          {words.recordNone}
        </Text>
      ) : (
        <table className={styles.table} aria-label={words.record}>
          <thead>
            <tr>
              {Object.values(heads).map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={`${row.number} ${row.actOn}`}>
                <th scope="row">
                  <CaseLink id={row.caseId} number={row.number} />
                </th>
                <td>{formatShortDate(row.actOn)}</td>
                <td>
                  <StateMark state={RECORD_MARKS[row.state]} label={words.states[row.state]} />
                </td>
                <td>
                  <div>{row.legalBasis}</div>
                  <Text size={12} tone="second">
                    {row.sanction}
                  </Text>
                </td>
                <td>{row.decidedOn ? formatShortDate(row.decidedOn) : ''}</td>
                <td>{relationOf(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  )
}

function relationOf({ act, sameNature }: EarlierViolation): string {
  const acts = { same: words.sameAct, sameDay: words.sameDay, other: '' }
  return [acts[act], sameNature ? words.sameNature : ''].filter(Boolean).join('; ')
}

/** Decided persons whose violation is like this one, with what was recommended and what was imposed. */
export function SimilarTable({ rows }: { rows: readonly SimilarCase[] }) {
  return (
    <Part title={words.similar} note={rows.length > 0 ? words.similarCount(rows.length) : undefined}>
      {rows.length === 0 ? (
        <Text as="p" tone="second">
          {words.similarNone}
        </Text>
      ) : (
        <table className={styles.table} aria-label={words.similar}>
          <thead>
            <tr>
              {Object.values(words.similarColumns).map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.respondentId}>
                <th scope="row">
                  <CaseLink id={row.caseId} number={row.caseNumber} />
                  <Text as="div" size={12} tone="second">
                    {formatShortDate(row.decidedOn)}
                  </Text>
                </th>
                <td>
                  <div>{row.citation}</div>
                  <Text as="div" size={12} tone="second">
                    {likenessOf(row)}
                  </Text>
                </td>
                <td>
                  <StateMark
                    state={row.outcome === 'proven' ? 'proven' : 'notProven'}
                    label={words.outcome[row.outcome]}
                  />
                </td>
                <td>{row.recommended}</td>
                <td>{row.imposedState === 'imposed' ? row.imposed : words.imposed[row.imposedState]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  )
}

function likenessOf(row: SimilarCase): string {
  return [words.relation[row.relation], row.sameLevel && words.sameLevel, row.samePost && words.samePost]
    .filter(Boolean)
    .join(', ')
}

function CaseLink({ id, number }: { id: string | null; number: string }) {
  return id === null ? number : <Link to={`/perkara/${id}`}>{number}</Link>
}
