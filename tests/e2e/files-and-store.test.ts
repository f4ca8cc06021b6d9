import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import type { FileTicket } from '../../shared/bridge.ts'
import { askEngine, engineReady } from './harness/engine-port.ts'
import { answerDialog, dropFiles } from './harness/files.ts'
import { journey } from './harness/journey.ts'
import { type Launched, launch } from './harness/launch.ts'
import { powerCut } from './tour/room-steps.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'adjudikasn-files-'))
let store = ''
let program: Launched

for (const name of ['satu.txt', 'dua.txt']) fs.writeFileSync(path.join(folder, name), name)
const step = journey({
  async begin() {
    store = path.join(fs.mkdtempSync(path.join(folder, 'tempat-')), 'penyimpanan')
    fs.mkdirSync(store)
    program = await launch()
    await engineReady(program.page)
  },
  end: () => program?.close(),
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

let lastId = 0
async function ask<T>(method: string, input: unknown): Promise<T> {
  lastId += 1
  const reply = await askEngine(program.page, { t: 'call', id: 5_000_000 + lastId, method, input })
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value as T
}

describe('files of the laptop', () => {
  step('reach the page as tickets with a name and a size, never as a path', async () => {
    // Listening first, in a call of its own: the drop must not be quicker than the page.
    await program.page.evaluate(() => {
      window.bridge.onFilesDropped(tickets => Object.assign(window, { __heard: tickets }))
    })
    await dropFiles(
      program.page,
      'body',
      ['satu.txt', 'dua.txt'].map(name => path.join(folder, name)),
    )
    const heard = () =>
      program.page.evaluate(() => (Reflect.get(window, '__heard') ?? []) as readonly FileTicket[])
    await expect.poll(async () => (await heard()).length).toBe(2)
    const tickets = await heard()
    expect(tickets.map(({ name, size }) => ({ name, size }))).toEqual([
      { name: 'satu.txt', size: 8 },
      { name: 'dua.txt', size: 7 },
    ])
    expect(JSON.stringify(tickets)).not.toContain(folder)
    expect(program.page.url()).toBe('app://adjudikasn/index.html')
  })

  step('that are folders or gone are left out', async () => {
    await answerDialog(program.app, [folder, path.join(folder, 'tidak-ada'), path.join(folder, 'satu.txt')])
    const tickets = await program.page.evaluate(() =>
      window.bridge.shell('chooseFiles', { kind: 'exhibits', many: true }),
    )
    expect(tickets.map(ticket => ticket.name)).toEqual(['satu.txt'])
  })

  step('are none when the dialog was cancelled', async () => {
    await answerDialog(program.app, [])
    expect(
      await program.page.evaluate(() => window.bridge.shell('chooseFolder', { purpose: 'newStore' })),
    ).toBeNull()
    const target = { suggestedName: '../../surat.pdf', kind: 'pdf' } as const
    expect(
      await program.page.evaluate(input => window.bridge.shell('chooseSaveTarget', input), target),
    ).toBeNull()
  })
})

describe('the store of this laptop', () => {
  step('is chosen by a ticket that works once, and remembered once it was unlocked', async () => {
    await answerDialog(program.app, [store])
    const ticket = await program.page.evaluate(() =>
      window.bridge.shell('chooseFolder', { purpose: 'newStore' }),
    )
    expect(await program.page.evaluate(() => window.bridge.shell('lastStoreTicket', {}))).toBeNull()
    await ask('session.openExample', { folder: ticket?.ticket })
    await expect(ask('session.chooseStore', { folder: ticket?.ticket })).rejects.toThrow()

    const last = await program.page.evaluate(() => window.bridge.shell('lastStoreTicket', {}))
    expect(last?.name).toBe('penyimpanan')
    const settings = await program.page.evaluate(() => window.bridge.shell('getSettings', {}))
    expect(settings.lastStore).toMatch(/^[0-9a-f]{16}$/)
  })

  step('is locked by the menu, and the page hears of it first', async () => {
    // Listening first, in a call of its own: the menu must not be quicker than the page.
    await program.page.evaluate(() => {
      window.bridge.onShellEvent(event => document.body.setAttribute('data-heard', event))
    })
    await program.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(item => item.submenu?.items ?? []) ?? []
      items.find(item => item.accelerator === 'CommandOrControl+L')?.click()
    })
    await expect
      .poll(() => program.page.evaluate(() => document.body.getAttribute('data-heard')))
      .toBe('locking')
    await expect.poll(async () => (await ask<{ state: string }>('session.status', {})).state).toBe('locked')
  })

  step('is found again after the program was killed', async () => {
    const before = program
    await powerCut(before)
    program = await launch({ userData: before.userData })
    await engineReady(program.page)
    const last = await program.page.evaluate(() => window.bridge.shell('lastStoreTicket', {}))
    const status = await ask<{ state: string }>('session.chooseStore', { folder: last?.ticket })
    expect(status.state).toBe('locked')
  })
})
