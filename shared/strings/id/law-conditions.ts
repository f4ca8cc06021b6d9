import { type CivilDate, civilDate, formatDate } from '../../dates.ts'

/** The names that the pack's prose gives to the facts of a case, in words. */
const FACTS: readonly (readonly [RegExp, string])[] = [
  [/\bactEndDate\b/g, 'akhir perbuatan'],
  [/\bactDate\b/g, 'tanggal perbuatan'],
  [/\bexaminationDate\b/g, 'pemeriksaan pertama'],
  [/\bdecisionDate\b/g, 'tanggal keputusan'],
  [/\bcandidateDesignationDate\b/g, 'penetapan calon'],
  [/\brulebook\b/g, 'aturan'],
  [/\blevel\b/g, 'tingkat'],
  [/\bexceptions\b/g, 'pengecualian'],
  [/\bboleh null\b/g, 'boleh belum ada'],
  [/\bnull\b/g, 'belum ada'],
  [/ ?>= ?/g, ' sejak '],
  [/ ?< ?/g, ' sebelum '],
  [/ ?== ?/g, ' adalah '],
  [/\bWAJIB\b/g, 'wajib'],
]

/**
 * A condition of the pack as a person reads it: 'actDate < 2021-08-31' becomes 'tanggal perbuatan sebelum 31
 * Agustus 2021'. `numberOf` gives the number of a regulation by its id, or null for another word.
 */
export function conditionInWords(text: string, numberOf: (id: string) => string | null): string {
  const worded = FACTS.reduce((line, [name, word]) => line.replace(name, word), text)
  return worded
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, day => {
      const parsed = civilDate.safeParse(day)
      return parsed.success ? formatDate(parsed.data as CivilDate) : day
    })
    .replace(/\b[a-z]+\d+-\d{4}(?:\/[a-z0-9/]+)?/g, id => named(id, numberOf))
    .replace(/\( /g, '(')
    .trim()
}

/** 'pp42-2004/11/c' → 'PP 42/2004 11/c' would say little: the regulation alone is named. */
function named(id: string, numberOf: (id: string) => string | null): string {
  const [regulation = id] = id.split('/')
  return numberOf(regulation) ?? id
}
