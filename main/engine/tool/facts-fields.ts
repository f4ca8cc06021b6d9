import { CodedError } from '../errors.ts'

export type Fields = Readonly<Record<string, unknown>>

/** The value as an object of fields. Throws 'tool.notFields' {field}. */
export function fieldsOf(value: unknown, field: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CodedError('tool.notFields', { field })
  }
  return value as Fields
}

/** The list under a name, empty when absent; one value counts as a list of one. */
export function listOf(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name]
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** The text under a name, null when absent or empty. Throws 'tool.notText' {field}. */
export function textOf(fields: Fields, name: string, at = name): string | null {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string') throw new CodedError('tool.notText', { field: at })
  return value.trim()
}

/** Whether a yes-or-no field is set. Throws 'tool.notYesNo' {field}. */
export function flagOf(fields: Fields, name: string): boolean {
  const value = fields[name]
  if (value === undefined || value === null) return false
  if (typeof value !== 'boolean') throw new CodedError('tool.notYesNo', { field: name })
  return value
}

/**
 * Names that are not among the known ones. One that is nearly a known name is a slip that would silently change
 * the answer. Throws 'tool.misspelt' {field, meant} for those.
 */
export function unknownNames(fields: Fields, known: readonly string[], at = ''): string[] {
  const unknown = Object.keys(fields).filter(name => !known.includes(name))
  for (const name of unknown) {
    const meant = known.find(candidate => !(candidate in fields) && isSlipOf(name, candidate))
    if (meant !== undefined) throw new CodedError('tool.misspelt', { field: `${at}${name}`, meant })
  }
  return unknown.map(name => `${at}${name}`)
}

/** At most two letters added, lost or changed, capitals and separators aside. */
function isSlipOf(name: string, known: string): boolean {
  const [a, b] = [plain(name), plain(known)]
  if (Math.abs(a.length - b.length) > 2) return false
  let row = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return (row[b.length] ?? 9) <= (b.length > 5 ? 2 : 1)
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
