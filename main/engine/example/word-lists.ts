import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AGENCY_TYPES, ELECTION_SCOPES } from '../../../shared/contract/reports.ts'
import { zone } from '../../../shared/dates.ts'
import { CodedError } from '../errors.ts'

const words = z.array(z.string()).min(1)
const agency = z.object({ name: z.string(), type: z.enum(AGENCY_TYPES), ppk: z.string() })

/** Invented words from which the seed generator builds a docket. */
export const wordLists = z.object({
  version: z.string(),
  note: z.string(),
  givenNames: z.object({ male: words, female: words }),
  familyNames: words,
  degrees: words,
  /** `titles[n]` belongs to `units[n]`. */
  positions: z.array(z.object({ kind: z.string(), grades: words, titles: words, units: words })),
  agencies: z.array(z.object({ provinceCode: z.string(), zone, agencies: z.array(agency).min(1) })),
  centralAgencies: z.array(agency),
  places: words,
  candidates: z.record(z.enum(ELECTION_SCOPES), words),
  senderOffices: words,
  /** By form of violation; placeholders {nama}, {calon}, {tempat}, {tanggal}. */
  narratives: z.record(z.string(), words),
})
export type WordLists = z.infer<typeof wordLists>

/** Reads the word lists from the resources. Throws 'example.wordListsInvalid' {at}. */
export function loadWordLists(resourcesDir: string): WordLists {
  const raw: unknown = JSON.parse(readFileSync(join(resourcesDir, 'example/word-lists.json'), 'utf8'))
  const parsed = wordLists.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new CodedError('example.wordListsInvalid', { at: parsed.error.issues[0]?.path.join('.') ?? '' })
}

/** Fills '{nama}' and the like; a placeholder without a value stays as it is, so that a test can see it. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole)
}
