import { join } from 'node:path'
import type { Account } from '../../../../shared/contract/session.ts'
import type { OpenSession } from '../../engine-state.ts'
import { loadInstitutionPack } from '../../law/institution-pack-file.ts'
import type { SessionContext } from '../../session-context.ts'
import { exampleAccounts, examplePassphrase } from './example-accounts.ts'
import { makeStore } from './make-store.ts'

export type ExampleStore = {
  session: OpenSession
  recoveryKey: string
  passphrase: string
  accounts: Account[]
}

/** Makes a store of the invented institution with accounts of every role and the example docket. */
export async function openExampleStore(ctx: SessionContext, directory: string): Promise<ExampleStore> {
  const pack = loadInstitutionPack(join(ctx.start.resourcesDir, 'institution', 'contoh.json'))
  const people = exampleAccounts.map(person => ({ ...person, passphrase: examplePassphrase }))
  const made = await makeStore(ctx.engine, directory, pack, people, (done, total) =>
    ctx.progress({ done, total, label: 'accounts' }),
  )
  return { ...made, passphrase: examplePassphrase }
}
