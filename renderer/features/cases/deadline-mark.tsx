import type { Deadline } from '../../../shared/contract/cases.ts'
import { civilDateAt, formatShortDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { StateMark } from '../../ui/state-mark.tsx'

const words = t.cases.summary
const SOON = 3

/** How long is left, counted in working days of the institution's calendar. */
export function DeadlineMark({ deadline }: { deadline: Deadline }) {
  if (deadline.doneAt)
    return (
      <StateMark
        state="closed"
        label={words.doneAt(formatShortDate(civilDateAt(deadline.doneAt, deviceZone)))}
      />
    )
  const days = deadline.workingDaysLeft
  const state = days < 0 ? 'late' : days <= SOON ? 'changed' : 'waiting'
  return <StateMark state={state} label={words.daysLeft(days)} />
}
