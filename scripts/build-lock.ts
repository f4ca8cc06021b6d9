import fs from 'node:fs'
import path from 'node:path'
import { DIST } from './project.ts'

const LOCK = path.join(DIST, '.build-lock')
const POLL_MS = 100
const GIVE_UP_MS = 180_000

/** Runs `work` while no other build of this folder runs. A lock whose owner died is taken over. */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  fs.mkdirSync(DIST, { recursive: true })
  const deadline = Date.now() + GIVE_UP_MS
  while (!take()) {
    if (Date.now() > deadline) throw new Error(`build.lock: ${LOCK}`)
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
  }
  try {
    return await work()
  } finally {
    fs.rmSync(LOCK, { force: true })
  }
}

function take(): boolean {
  try {
    fs.writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!ownerLives()) fs.rmSync(LOCK, { force: true })
    return false
  }
}

function ownerLives(): boolean {
  try {
    const owner = Number(fs.readFileSync(LOCK, 'utf8'))
    // An empty file is a lock in the moment of being written.
    if (owner > 0) process.kill(owner, 0)
    return true
  } catch {
    return false
  }
}
