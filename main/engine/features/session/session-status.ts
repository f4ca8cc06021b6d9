import { basename } from 'node:path'
import type { SessionStatus } from '../../../../shared/contract/session.ts'
import type { Instant } from '../../../../shared/dates.ts'
import type { Engine } from '../../engine-state.ts'
import { readKeyring } from '../../keys/keyring-file.ts'
import { storePaths } from '../../store/paths.ts'
import { sql } from '../../store/sql.ts'
import { currentInstitution } from '../institution/institution.queries.ts'

/** Where the program stands, for the lock screen and the status bar. */
export function sessionStatus(engine: Engine, auditWarning: string | null = null): SessionStatus {
  const { session, directory } = engine
  if (!directory) return { ...nothing, state: 'noStore' }
  const storeName = basename(directory)
  if (!session) return { ...nothing, state: 'locked', storeName, storeId: storeIdOf(directory) }
  const { pack } = currentInstitution(session.store.read)
  const backup = session.store.read.get<{ value: string }>(
    sql`select value from store_facts where name = 'lastBackupAt'`,
  )
  return {
    state: 'unlocked',
    storeName,
    storeId: session.keyring.storeId,
    institutionName: pack.name,
    account: session.actor,
    lastBackupAt: (backup?.value as Instant | undefined) ?? null,
    example: pack.example,
    auditWarning,
  }
}

const nothing = {
  storeName: null,
  storeId: null,
  institutionName: null,
  account: null,
  lastBackupAt: null,
  example: false,
  auditWarning: null,
} satisfies Omit<SessionStatus, 'state'>

function storeIdOf(directory: string): string | null {
  try {
    return readKeyring(storePaths(directory).keyring).storeId
  } catch {
    return null
  }
}
