import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDispatcher } from '../../main/engine/dispatcher.ts'
import { createEngineState, type Engine } from '../../main/engine/engine-state.ts'
import { CodedError } from '../../main/engine/errors.ts'
import { registry } from '../../main/engine/features/index.ts'
import { loadInstitutionPack } from '../../main/engine/law/institution-pack-file.ts'
import { loadLawPack } from '../../main/engine/law/law-pack-file.ts'
import type { Input, MethodName, Output } from '../../shared/contract/index.ts'
import type { Account, NewAccount } from '../../shared/contract/session.ts'
import type { ToWindow, WireError } from '../../shared/wire.ts'

export const PASSPHRASE = 'kalimat sandi uji'
const resourcesDir = join(import.meta.dirname, '..', '..', 'resources')

/** Test people, each role at least once. */
export const PEOPLE: readonly NewAccount[] = (
  [
    ['Sari Perumpama', 'sari', 'secretariat', 'Kepala Sekretariat', ''],
    ['Rina Ibaratnya', 'rina', 'assistant', 'Asisten Komisioner', 'Wilayah II'],
    ['Arman Cobaan', 'arman', 'assistant', 'Asisten Komisioner', 'Wilayah II'],
    ['Bakti Semoga', 'bakti', 'chair', 'Ketua', ''],
    ['Ningsih Kiranya', 'ningsih', 'deputyChair', 'Wakil Ketua', ''],
    ['Laksmi Andaiani', 'laksmi', 'commissioner', 'Komisioner', 'Wilayah I'],
    ['Darma Barangkali', 'darma', 'commissioner', 'Komisioner', 'Wilayah II'],
    ['Surya Mungkinan', 'surya', 'commissioner', 'Komisioner', 'Wilayah III'],
  ] as const
).map(([displayName, signInName, role, position, region]) => ({
  displayName,
  signInName,
  role,
  position,
  region,
  passphrase: PASSPHRASE,
}))

/** A refusal as the window sees it. */
export class Refused extends Error {
  readonly code: string
  readonly facts: WireError['facts']
  readonly issues: WireError['issues']
  constructor(error: WireError) {
    super(`${error.code} ${JSON.stringify(error.facts)} ${JSON.stringify(error.issues ?? '')}`)
    this.code = error.code
    this.facts = error.facts
    this.issues = error.issues
  }
}

export type TestEngine = Awaited<ReturnType<typeof startTestEngine>>

/**
 * The real dispatcher over a real encrypted store in a throw-away folder; only the clock may be
 * set. `call` answers as the account that signed in last with `as`.
 */
export async function startTestEngine(
  options: {
    people?: readonly NewAccount[]
    kdfCost?: { memoryKib: number; passes: number }
    /** Folder in memory, where the system has one: a test of thousands of writes does not wait for a disk. */
    inMemory?: boolean
    /** Other data than the program's own, such as the packs of another publisher. */
    resourcesDir?: string
  } = {},
) {
  const root = mkdtempSync(join(options.inMemory ? '/dev/shm' : tmpdir(), 'adjudikasn-test-'))
  const dir = join(root, 'store')
  const tickets = new Map<string, string>()
  const events: { topic: string; facts: Record<string, string> }[] = []
  let clock: Date | null = null
  const now = () => clock ?? new Date()
  const data = options.resourcesDir ?? resourcesDir
  const start = {
    resourcesDir: data,
    deviceName: 'LAPTOP-UJI',
    appVersion: '0.0.0',
    tempDir: root,
    kdfCost: options.kdfCost ?? { memoryKib: 8192, passes: 1 },
  }
  const law = loadLawPack(join(data, 'law', 'law-pack.json'))
  const outlets = {
    publish: (topic: string, facts: Record<string, string>) => void events.push({ topic, facts }),
    locked: () => undefined,
  }
  const engine: Engine = createEngineState(start, law, outlets, now)
  const redeem = async (ticket: string) => {
    const path = tickets.get(ticket)
    if (path === undefined) throw new CodedError('files.ticketUnknown')
    tickets.delete(ticket)
    return path
  }
  const dispatcher = createDispatcher(engine, registry, { redeem })
  let id = 0

  async function raw(
    method: string,
    input: unknown,
    onProgress?: (value: unknown) => void,
    cancelAfter?: number,
  ) {
    id += 1
    const own = id
    return new Promise<unknown>((resolve, reject) => {
      let seen = 0
      void dispatcher.handle(1, { t: 'call', id: own, method, input }, (message: ToWindow) => {
        if (message.t === 'progress') {
          seen += 1
          onProgress?.(message.value)
          if (cancelAfter !== undefined && seen >= cancelAfter) dispatcher.cancel(1, own)
        } else if (message.t === 'reply') {
          if (message.ok) resolve(structuredClone(message.value))
          else reject(new Refused(message.error))
        }
      })
    })
  }

  const harness = {
    engine,
    dir,
    root,
    events,
    people: [] as Account[],
    recoveryKey: '',
    raw,
    call: <K extends MethodName>(method: K, input: Input<K>, onProgress?: (value: unknown) => void) =>
      raw(method, input, onProgress) as Promise<Output<K>>,
    /** Signs in as one of the people by sign-in name. */
    async as(signInName: string) {
      await raw('session.unlock', { signInName, passphrase: PASSPHRASE })
      return harness
    },
    account(signInName: string): Account {
      const found = harness.people.find(a => a.signInName === signInName)
      if (!found) throw new Error(`no ${signInName}`)
      return found
    },
    ticket(path: string): string {
      const ticket = randomUUID()
      tickets.set(ticket, path)
      return ticket
    },
    /** Fixes the clock at a UTC instant, or frees it with null. */
    setClock(at: string | null) {
      clock = at === null ? null : new Date(at)
    },
    close() {
      engine.lock('closing')
      rmSync(root, { recursive: true, force: true })
    },
  }

  const institution = loadInstitutionPack(join(resourcesDir, 'institution', 'contoh.json'))
  const made = (await raw('session.createStore', {
    folder: harness.ticket(dir),
    institution,
    accounts: options.people ?? PEOPLE,
  })) as Output<'session.createStore'>
  harness.recoveryKey = made.recoveryKey
  harness.people = await harness.call('accounts.list', {})
  return harness
}
