import type { CaseFile, Deadline } from '../../../shared/contract/cases.ts'
import { formatDate, formatDayAndDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { Text } from '../../ui/text.tsx'
import styles from './cases.module.css'
import { DeadlineMark } from './deadline-mark.tsx'

const words = t.cases.summary

/** Every clock of the case with how it was counted; skipped days open on demand. */
export function Deadlines({ file }: { file: CaseFile }) {
  if (file.deadlines.length === 0) return <Text tone="second">{words.noDeadlines}</Text>
  return (
    <ul className={styles.deadlines}>
      {file.deadlines.map(deadline => (
        <li key={deadline.id}>
          <div className={styles.deadlineLine}>
            <Text weight="medium">
              {[deadline.label, ownerOf(deadline, file)].filter(Boolean).join(' · ')}
            </Text>
            <Text>{formatDayAndDate(deadline.dueOn)}</Text>
            <DeadlineMark deadline={deadline} />
          </div>
          <details>
            <summary>{words.howCounted}</summary>
            <p>
              {words.counted(deadline.days, deadline.unit, formatDate(deadline.startedOn), deadline.basis)}
            </p>
            <p>{words.skipped(deadline.skipped.length)}</p>
            <ul>
              {deadline.skipped.map(day => (
                <li key={day.on}>{words.skippedDay(formatDayAndDate(day.on), day.reason)}</li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  )
}

function ownerOf(deadline: Deadline, file: CaseFile): string {
  return file.respondents.find(person => person.id === deadline.respondentId)?.name ?? ''
}
