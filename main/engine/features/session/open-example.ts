import { join } from 'node:path'
import type { Account } from '../../../../shared/contract/session.ts'
import type { OpenSession } from '../../engine-state.ts'
import { loadExampleDocket } from '../../example/example-docket.ts'
import { createExampleSigner } from '../../example/example-signer.ts'
import { loadDocket } from '../../example/load-docket.ts'
import { startReplay } from '../../example/replay.ts'
import { loadInstitutionPack } from '../../law/institution-pack-file.ts'
import type { SessionContext } from '../../session-context.ts'
import { makeStore } from './make-store.ts'

/** One phrase for all invented accounts; it is shown on the screen and protects nothing real. */
export const EXAMPLE_PASSPHRASE = 'contoh saja bukan rahasia'

export type ExampleStore = {
  session: OpenSession
  recoveryKey: string
  passphrase: string
  accounts: Account[]
}

/** Makes a store of the invented institution with accounts of every role and the example docket. */
export async function openExampleStore(ctx: SessionContext, directory: string): Promise<ExampleStore> {
  const { resourcesDir, tempDir } = ctx.start
  const docket = loadExampleDocket(resourcesDir)
  const pack = loadInstitutionPack(join(resourcesDir, 'institution', 'contoh.json'))
  const people = docket.accounts.map(({ key: _key, ...person }) => ({
    ...person,
    passphrase: EXAMPLE_PASSPHRASE,
  }))
  const progress = (done: number, total: number, label: string) => ctx.progress({ done, total, label })
  const made = await makeStore(ctx.engine, directory, pack, people, (done, total) =>
    progress(done, total, 'accounts'),
  )
  const replay = startReplay(ctx, made.session, made.accounts, EXAMPLE_PASSPHRASE)
  const signer = createExampleSigner(tempDir, new Date('2019-01-02T00:00:00Z'), pack.name)
  try {
    replay.at(new Date('2019-01-02T02:00:00Z').toISOString())
    await replay.as(made.session.actor.signInName)
    await replay.call('institution.addTrustedRoot', { file: replay.ticket(signer.caPath) })
    await loadDocket(replay, docket, { resourcesDir, passphrase: EXAMPLE_PASSPHRASE, signer, progress })
  } finally {
    replay.end()
    signer.remove()
  }
  return { ...made, passphrase: EXAMPLE_PASSPHRASE }
}
