import { join } from 'node:path'

/** Where everything of one store lies; `directory` is absolute. */
export function storePaths(directory: string) {
  return {
    directory,
    database: join(directory, 'adjudikasn.db'),
    keyring: join(directory, 'keyring.json'),
    attempts: join(directory, 'attempts.json'),
    /** Stands only while a new store is being made. */
    creating: join(directory, 'creating'),
    lock: join(directory, 'store.lock'),
    vault: join(directory, 'vault'),
    auditHead: join(directory, 'audit-head.json'),
    backups: join(directory, 'backups'),
  }
}

export type StorePaths = ReturnType<typeof storePaths>
