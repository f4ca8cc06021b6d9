import { CodedError } from '../../errors.ts'
import type { WritableDb } from '../database.ts'

/** One step of the file format; never edited once merged. `number` becomes `user_version`. */
export type Migration = {
  readonly number: number
  readonly name: string
  up(db: WritableDb): void
}

/**
 * Checks the list when the program starts: positive numbers in tens, ascending, none twice.
 * Throws `store.migrationList`.
 */
export function checkMigrations(list: readonly Migration[]): readonly Migration[] {
  let previous = 0
  for (const { number, name } of list) {
    if (number % 10 !== 0 || number <= previous) throw new CodedError('store.migrationList', { number, name })
    previous = number
  }
  return list
}
