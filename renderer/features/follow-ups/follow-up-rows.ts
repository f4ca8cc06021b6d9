import type { FollowUp } from '../../../shared/contract/follow-ups.ts'
import {
  type CivilDate,
  civilDateAt,
  daysBetween,
  formatShortDate,
  instantOf,
} from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import type { State } from '../../ui/state-mark.tsx'

const words = t.followUps

/** Where a follow-up stands, in words: late by how long, waiting since when, closed with what. */
export function standingOf(row: FollowUp): { state: State; label: string } {
  if (row.closure) {
    const { kind, number } = row.closure
    const label = kind === 'sanctionDecision' ? words.closedWith(number) : words.closedWithout
    return { state: 'closed', label }
  }
  if (row.state === 'late') return { state: 'late', label: words.lateBy(daysLate(row.dueOn)) }
  return { state: 'waiting', label: words.waitingSince(row.daysWaiting) }
}

function daysLate(dueOn: CivilDate): number {
  const today = civilDateAt(instantOf(new Date()), deviceZone)
  return Math.max(1, daysBetween(dueOn, today))
}

/** 'Bupati Contoh' of 'Yth. Bupati Contoh'. */
export const addresseeOf = (row: FollowUp): string => row.addressee.replace(/^Yth\.\s*/, '')
export const dueOf = (row: FollowUp): string => formatShortDate(row.dueOn)
export const recommendedOf = (row: FollowUp): string => row.recommended || words.noSanction
