import { IconCheck, IconCircle, IconCircleHalf2, IconX } from '@tabler/icons-react'
import type { CaseRespondent } from '../../../shared/contract/cases.ts'
import type { Finding } from '../../../shared/contract/findings.ts'
import type { Icon } from '../../ui/icon.ts'

/** 'Siti R.' from 'Siti Rekaanwati': tabs are narrow. Titles with a dot before the name are left out. */
export function shortName(name: string): string {
  const parts =
    name
      .split(',')[0]
      ?.split(/\s+/)
      .filter(part => part && !part.includes('.')) ?? []
  const [first = name, second] = parts
  return second ? `${first} ${second[0]}.` : first
}

/** Short names of the persons of a case; the whole name where two would look the same. */
export function tabNames(people: readonly { id: string; name: string }[]): ReadonlyMap<string, string> {
  const short = people.map(person => shortName(person.name))
  return new Map(
    people.map(({ id, name }, index) => {
      const own = short[index] ?? name
      return [id, short.filter(other => other === own).length > 1 ? name : own]
    }),
  )
}

/** Where a person's findings stand, as the small sign in a tab. */
export function personState(person: Pick<CaseRespondent, 'id'>, findings: readonly Finding[]): Icon {
  const own = findings.filter(finding => finding.respondentId === person.id)
  if (own.length === 0) return IconCircle
  if (own.some(finding => finding.conclusion === 'undecided')) return IconCircleHalf2
  return own.some(finding => finding.conclusion === 'proven') ? IconCheck : IconX
}
