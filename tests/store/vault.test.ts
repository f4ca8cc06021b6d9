import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as age from 'age-encryption'
import { beforeEach, describe, expect, it } from 'vitest'
import { type AgeKeys, generateAgeKeys } from '../../main/engine/vault/age-file.ts'
import { openVault, type Vault } from '../../main/engine/vault/vault.ts'
import { allFiles, codeOf, expectNoPlainText, subDirectory, tempDirectory } from './store-kit.ts'

const chunk = 65_536
const sizes = [0, 1, 100, chunk - 1, chunk, chunk + 1, 2 * chunk, 16 * chunk, 16 * chunk + 7, 2_500_000]
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const hasAge = (() => {
  try {
    execFileSync('age', ['--version'], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
})()

let directory = ''
let keys: AgeKeys
let vault: Vault
beforeEach(async () => {
  directory = join(tempDirectory(), 'vault')
  keys = await generateAgeKeys()
  vault = openVault(directory, keys)
  return () => vault.close()
})
const fileOf = (blobId: string) => join(directory, blobId.slice(0, 2), `${blobId}.age`)
const source = (bytes: Buffer) => {
  const file = join(tempDirectory(), 'source.bin')
  writeFileSync(file, bytes)
  return file
}

describe('vault', () => {
  it('gives back what was put in, at every size around the chunk borders', async () => {
    for (const size of sizes) {
      const bytes = randomBytes(size)
      const sealed = await vault.put(source(bytes))
      expect(sealed).toMatchObject({ size, sha256: hashOf(bytes) })
      expect((await vault.readAll(sealed.blobId)).equals(bytes)).toBe(true)
      expect(await vault.verify(sealed.blobId, sealed.sha256)).toBe('intact')
    }
  })

  it('takes a stream in odd pieces', async () => {
    const bytes = randomBytes(400_000)
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += 7777) yield bytes.subarray(at, at + 7777)
    }
    const sealed = await vault.put(pieces())
    expect((await vault.readAll(sealed.blobId)).equals(bytes)).toBe(true)
  })

  it('reads any part without the rest', async () => {
    const bytes = randomBytes(3 * 16 * chunk + 123)
    const { blobId } = await vault.put(source(bytes))
    for (let i = 0; i < 150; i++) {
      const offset = Math.floor(Math.random() * (bytes.length + 10))
      const length = Math.floor(Math.random() * (i % 3 ? 3000 : bytes.length))
      const part = await vault.readAt(blobId, offset, length)
      expect(part.equals(bytes.subarray(offset, offset + length)), `${offset}+${length}`).toBe(true)
    }
  })

  it.skipIf(!hasAge)('writes files that the age program opens, and opens files that it wrote', async () => {
    const identity = join(tempDirectory(), 'identity')
    writeFileSync(identity, `${keys.identity}\n`)
    for (const size of sizes) {
      const bytes = randomBytes(size)
      const { blobId } = await vault.put(source(bytes))
      const plain = execFileSync('age', ['-d', '-i', identity, fileOf(blobId)], { maxBuffer: 2 ** 26 })
      expect(plain.equals(bytes), `age -d of ${size}`).toBe(true)
      const theirs = execFileSync('age', ['-r', keys.recipient], { input: bytes, maxBuffer: 2 ** 26 })
      writeFileSync(fileOf(blobId), theirs)
      expect(await vault.verify(blobId, hashOf(bytes)), `ours of ${size}`).toBe('intact')
    }
  })

  it('writes files that typage opens', async () => {
    const bytes = randomBytes(chunk + 5)
    const { blobId } = await vault.put(source(bytes))
    const decrypter = new age.Decrypter()
    decrypter.addIdentity(keys.identity)
    expect(Buffer.from(await decrypter.decrypt(readFileSync(fileOf(blobId)))).equals(bytes)).toBe(true)
  })

  it('notices a flipped bit anywhere, a cut end, an exchanged file and a missing one', async () => {
    const bytes = randomBytes(3 * chunk + 50)
    const { blobId, sha256 } = await vault.put(source(bytes))
    const whole = readFileSync(fileOf(blobId))
    for (let i = 0; i < 120; i++) {
      const at = i < 60 ? Math.floor((i * 230) / 60) : Math.floor(((i - 60) * whole.length) / 60)
      const copy = Buffer.from(whole)
      copy[at] = (copy[at] ?? 0) ^ (1 << (i % 8))
      writeFileSync(fileOf(blobId), copy)
      expect(await vault.verify(blobId, sha256), `flip at ${at}`).toBe('changed')
    }
    for (const cut of [
      0,
      20,
      150,
      220,
      1000,
      whole.length - chunk - 16,
      whole.length - 66,
      whole.length - 1,
    ]) {
      writeFileSync(fileOf(blobId), whole)
      truncateSync(fileOf(blobId), cut)
      expect(await vault.verify(blobId, sha256), `cut to ${cut}`).toBe('changed')
    }
    writeFileSync(fileOf(blobId), Buffer.concat([whole, Buffer.from('x')]))
    expect(await vault.verify(blobId, sha256)).toBe('changed')
    const other = await vault.put(source(randomBytes(50)))
    writeFileSync(fileOf(blobId), readFileSync(fileOf(other.blobId)))
    expect(await vault.verify(blobId, sha256)).toBe('changed')
    vault.discard(blobId)
    expect(await vault.verify(blobId, sha256)).toBe('missing')
    expect(await codeOf(() => vault.open(blobId))).toBe('vault.missing')
  })

  it('never looks outside its folder', async () => {
    for (const id of ['../../etc/passwd', '', 'AA', '0'.repeat(31), `${'0'.repeat(32)}/x`]) {
      expect(await codeOf(() => vault.open(id))).toBe('vault.missing')
    }
  })

  it('refuses another vault’s file', async () => {
    const sealed = await vault.put(source(randomBytes(10)))
    const other = openVault(directory, await generateAgeKeys())
    expect(await codeOf(() => other.open(sealed.blobId))).toBe('vault.wrongIdentity')
  })

  it('tells progress and leaves nothing behind when it is cancelled', async () => {
    const file = source(randomBytes(5 * 1024 * 1024))
    const abort = new AbortController()
    const seen: number[] = []
    const onProgress = (done: number, total: number | null) => {
      expect(total).toBe(5 * 1024 * 1024)
      seen.push(done)
      if (seen.length === 2) abort.abort()
    }
    expect(await codeOf(() => vault.put(file, { onProgress, signal: abort.signal }))).toBe('vault.cancelled')
    expect(seen).toEqual([1024 * 1024, 2 * 1024 * 1024])
    expect(allFiles(directory)).toEqual([])
  })

  it('leaves nothing behind when the source fails or is no file', async () => {
    async function* failing() {
      yield randomBytes(100_000)
      throw new Error('lost')
    }
    await expect(vault.put(failing())).rejects.toThrow('lost')
    expect(await codeOf(() => vault.put(join(directory, 'none')))).toBe('vault.sourceUnreadable')
    expect(await codeOf(() => vault.put(directory))).toBe('vault.sourceUnreadable')
    expect(allFiles(directory)).toEqual([])
  })

  it('removes what an interrupted import left', () => {
    const leftover = join(directory, 'ab', `${'ab'.repeat(16)}.age.tmp`)
    mkdirSync(join(directory, 'ab'), { recursive: true })
    writeFileSync(leftover, 'half')
    openVault(directory, keys).close()
    expect(existsSync(leftover)).toBe(false)
  })

  it('holds no plain text', async () => {
    await vault.put(source(Buffer.from('RAHASIA-BUKTI '.repeat(10_000))))
    expectNoPlainText(directory, ['RAHASIA-BUKTI'])
  })

  it('says when the disk is full and leaves nothing behind', async ctx => {
    const mount = subDirectory('small')
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mount], { stdio: 'pipe' })
    } catch {
      ctx.skip('needs the right to mount a small tmpfs')
    }
    try {
      const small = openVault(join(mount, 'vault'), keys)
      expect(await codeOf(() => small.put(source(randomBytes(3_000_000))))).toBe('store.diskFull')
      expect(allFiles(mount)).toEqual([])
    } finally {
      execFileSync('umount', [mount])
    }
  })

  it('exports plain bytes to a file that was asked for', async () => {
    const bytes = randomBytes(200_000)
    const { blobId } = await vault.put(source(bytes))
    const target = join(tempDirectory(), 'out.bin')
    await vault.exportTo(blobId, target)
    expect(readFileSync(target).equals(bytes)).toBe(true)
  })
})
