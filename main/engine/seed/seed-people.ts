import type { AGENCY_TYPES, CIVIL_STATUSES } from '../../../shared/contract/reports.ts'
import { type ParsedNip, parseNip } from '../../../shared/nip.ts'
import type { WordLists } from '../example/word-lists.ts'
import type { Random } from './random.ts'

export type SeedAgency = WordLists['centralAgencies'][number]

export type SeedPerson = {
  id: string
  nip: ParsedNip
  name: string
  status: (typeof CIVIL_STATUSES)[number]
  grade: string
  position: string
  positionKind: string
  workUnit: string
  agencyName: string
  agencyType: (typeof AGENCY_TYPES)[number]
  authority: string
  provinceCode: string
}

const KEPT_FOR_REPEATS = 4000

/** Invented civil servants; about one in twelve was reported before. */
export function createPeople(random: Random, words: WordLists) {
  const used = new Set<string>()
  const earlier: SeedPerson[] = []

  function fresh(agency: SeedAgency, provinceCode: string): SeedPerson {
    const male = random.chance(0.66)
    const nip = parseNip(uniqueNip(random, used, male))
    const post = random.pick(words.positions)
    const at = random.between(0, post.titles.length - 1)
    const given = random.pick(male ? words.givenNames.male : words.givenNames.female)
    const degree = random.pick(words.degrees)
    const pppk = nip.kind === 'pppk'
    return {
      id: random.uuid(),
      nip,
      name: `${given} ${random.pick(words.familyNames)}${degree === '' ? '' : `, ${degree}`}`,
      status: pppk ? 'pppk' : random.chance(0.02) ? 'cpns' : 'pns',
      grade: pppk ? '' : random.pick(post.grades),
      position: post.titles[at] ?? '',
      positionKind: post.kind,
      workUnit: post.units[at] ?? '',
      agencyName: agency.name,
      agencyType: agency.type,
      authority: agency.ppk,
      provinceCode,
    }
  }

  return {
    /** Persons of one report: of one agency mostly, no one twice. `isNew` tells who is not registered yet. */
    forReport(count: number, agency: SeedAgency, provinceCode: string) {
      const persons: { person: SeedPerson; isNew: boolean }[] = []
      for (let n = 0; n < count; n += 1) {
        const known = earlier.length > 0 && random.chance(0.08) ? random.pick(earlier) : null
        if (known && !persons.some(entry => entry.person.id === known.id)) {
          persons.push({ person: known, isNew: false })
          continue
        }
        const person = fresh(agency, provinceCode)
        persons.push({ person, isNew: true })
        if (earlier.length < KEPT_FOR_REPEATS) earlier.push(person)
        else if (random.chance(0.2)) earlier[random.between(0, KEPT_FOR_REPEATS - 1)] = person
      }
      return persons
    },
  }
}

function uniqueNip(random: Random, used: Set<string>, male: boolean): string {
  for (;;) {
    const nip = randomNip(random, male)
    if (used.has(nip)) continue
    used.add(nip)
    return nip
  }
}

/** 18 digits of a plausible career; one in a hundred an old nine-digit number, three in a hundred PPPK. */
function randomNip(random: Random, male: boolean): string {
  if (random.chance(0.01)) return String(130_000_000 + random.between(0, 999_999))
  const pppk = random.chance(0.03)
  const bornYear = random.between(1963, 1996)
  const born = `${bornYear}${two(random.between(1, 12))}${two(random.between(1, 28))}`
  const year = pppk ? random.between(2019, 2023) : Math.min(bornYear + random.between(20, 34), 2022)
  const month = pppk ? 21 : random.between(1, 12)
  return `${born}${year}${two(month)}${male ? 1 : 2}${String(random.between(1, 999)).padStart(3, '0')}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
