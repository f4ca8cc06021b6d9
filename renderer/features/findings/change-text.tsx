import { diffWordsWithSpace } from 'diff'
import { changedLink, type Finding, type FindingChange } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { placeLabel } from '../evidence/marks.ts'
import styles from './history.module.css'

const words = t.findings.changes

const PROSE: ReadonlySet<FindingChange['field']> = new Set([
  'reasons',
  'defence',
  'defenceReply',
  'defenceUnansweredReason',
  'consideration',
  'levelReason',
  'sanctionReason',
  'review',
])

/** One change in both texts: prose word by word, anything else as what it was and what it became. */
export function ChangeText({ change, finding }: { change: FindingChange; finding: Finding }) {
  if (PROSE.has(change.field)) return <WordComparison before={change.before} after={change.after} />
  const [before, after] = [told(change, change.before, finding), told(change, change.after, finding)]
  return (
    <p className={styles.text}>
      {before !== '' && <del>{before}</del>}
      {before !== '' && after !== '' && ' → '}
      {after !== '' && <ins>{after}</ins>}
    </p>
  )
}

/** Both texts in one: what went is struck through, what came is underlined; also said to screen readers. */
export function WordComparison({ before, after }: { before: string; after: string }) {
  let place = 0
  return (
    <p className={styles.text}>
      {diffWordsWithSpace(before, after).map(part => {
        const key = `${place}`
        place += part.value.length
        if (part.added) return <ins key={`+${key}`}>{part.value}</ins>
        if (part.removed) return <del key={`-${key}`}>{part.value}</del>
        return <span key={key}>{part.value}</span>
      })}
    </p>
  )
}

function told({ field }: FindingChange, value: string, finding: Finding): string {
  if (value === '') return field === 'exhibit' || field === 'finding' ? '' : words.nothing
  const named: Readonly<Record<string, string>> =
    field === 'state'
      ? t.findings.state
      : field === 'conclusion'
        ? t.findings.conclusion
        : field === 'level'
          ? t.findings.band.levels
          : { ...t.findings.findingState, withdrawn: words.withdrawn }
  if (field === 'exhibit') return toldLink(value)
  if (field === 'sanction') return finding.band.sanctions.find(option => option.id === value)?.name ?? value
  return field === 'finding' ? value : (named[value] ?? value)
}

function toldLink(value: string): string {
  const { number, stance, place } = changedLink.parse(JSON.parse(value))
  return words.exhibit(number, words.stances[stance], placeLabel(place, null))
}
