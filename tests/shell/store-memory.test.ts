import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rememberStore } from '../../main/shell/store-memory.ts'

function setUp() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'adjudikasn-memory-'))
  const settings: { lastStorePath: string | null } = { lastStorePath: null }
  const state = { unlocked: false }
  const memory = rememberStore(settings, () => state.unlocked)
  const unlock = () => {
    memory.unlocked()
    state.unlocked = true
  }
  return { folder, settings, memory, unlock }
}

describe('the last store', () => {
  it('is remembered once it could be unlocked, not before', () => {
    const { folder, settings, memory, unlock } = setUp()
    expect(memory.redeemed(folder)).toBe(folder)
    expect(settings.lastStorePath).toBeNull()
    unlock()
    expect(settings.lastStorePath).toBe(folder)
  })

  it('is not a folder that was exported to', () => {
    const { folder, settings, memory, unlock } = setUp()
    memory.redeemed(folder)
    unlock()
    memory.redeemed(os.tmpdir())
    memory.unlocked()
    expect(settings.lastStorePath).toBe(folder)
  })

  it('is never a file or a ticket that is not known', () => {
    const { folder, settings, memory, unlock } = setUp()
    const file = path.join(folder, 'letter.pdf')
    fs.writeFileSync(file, '')
    memory.redeemed(file)
    memory.redeemed(null)
    unlock()
    expect(settings.lastStorePath).toBeNull()
  })
})
