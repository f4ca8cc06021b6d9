import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AGENCY_TYPES, ELECTION_SCOPES } from '../../../shared/contract/reports.ts'
import { zone } from '../../../shared/dates.ts'

const words = z.array(z.string()).min(1)
const agency = z.object({ name: z.string(), type: z.enum(AGENCY_TYPES), ppk: z.string() })

/** Invented names, posts and places; see resources/example. */
const wordLists = z.object({
  givenNames: z.object({ male: words, female: words }),
  familyNames: words,
  degrees: words,
  positions: z.array(z.object({ kind: z.string(), grades: words, titles: words, units: words })).min(1),
  agencies: z.array(z.object({ provinceCode: z.string(), zone, agencies: z.array(agency).min(1) })).min(1),
  centralAgencies: z.array(agency).min(1),
  places: words,
  candidates: z.record(z.enum(ELECTION_SCOPES), words),
  senderOffices: words,
  narratives: z.record(z.string(), words),
})
export type WordLists = z.infer<typeof wordLists>
export type SeedAgency = z.infer<typeof agency>

/** Reads resources/example/word-lists.json; throws when it is missing or of another shape. */
export function loadWordLists(resourcesDir: string): WordLists {
  return wordLists.parse(JSON.parse(readFileSync(join(resourcesDir, 'example', 'word-lists.json'), 'utf8')))
}
