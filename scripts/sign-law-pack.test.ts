import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishersOf, readLawPack } from '../main/engine/law/index.ts'

const root = join(import.meta.dirname, '..')
const shipped = join(root, 'resources/law/law-pack.json')
const folder = mkdtempSync(join(tmpdir(), 'sign-law-pack-'))
const keys = join(folder, 'keys')
const pack = join(folder, 'paket.json')
const hasOpenssl = spawnSync('openssl', ['version']).status === 0
const sign = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/sign-law-pack.ts'), ...args], { encoding: 'utf8' })
const opensslSays = (bytes: string) =>
  spawnSync(
    'openssl',
    ['pkeyutl', '-verify', '-pubin', '-inkey', join(keys, 'publisher.pem'), '-rawin'].concat([
      '-in',
      bytes,
      '-sigfile',
      join(folder, 'signature'),
    ]),
    { encoding: 'utf8' },
  )

beforeAll(() => {
  copyFileSync(shipped, pack)
  expect(sign('--new-key', keys).status).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('sign-law-pack', () => {
  it('makes a pair that only its owner reads, and never overwrites one', () => {
    const path = join(keys, 'private.pem')
    expect(statSync(path).mode & 0o077).toBe(0)
    const before = readFileSync(path, 'utf8')
    expect(sign('--new-key', keys).status).not.toBe(0)
    expect(readFileSync(path, 'utf8')).toBe(before)
  })

  it('signs a pack that a program with the public key accepts, and no other program', () => {
    expect(sign(join(keys, 'private.pem'), pack).status).toBe(0)
    const text = readFileSync(pack, 'utf8')
    const own = publishersOf(readFileSync(join(keys, 'publisher.pem'), 'utf8'))
    expect(readLawPack(text, 'paket.json', own).version).toBe(JSON.parse(text).version)
    const others = publishersOf(readFileSync(join(root, 'resources/law/publisher.pem'), 'utf8'))
    expect(() => readLawPack(text, 'paket.json', others)).toThrow('law.packInvalid')
  })

  it('leaves a pack alone that the program would refuse', () => {
    const broken = join(folder, 'rusak.json')
    writeFileSync(
      broken,
      readFileSync(shipped, 'utf8').replace('"regulation": "pp53-2010"', '"regulation": "x"'),
    )
    const before = readFileSync(broken, 'utf8')
    expect(sign(join(keys, 'private.pem'), broken).status).not.toBe(0)
    expect(readFileSync(broken, 'utf8')).toBe(before)
  })

  it.skipIf(!hasOpenssl)(
    'gives bytes and a signature that openssl verifies, and refuses when one byte differs',
    () => {
      const bytes = join(folder, 'bytes')
      expect(sign('--signed-bytes', pack, bytes, join(folder, 'signature')).status).toBe(0)
      expect(existsSync(bytes)).toBe(true)
      expect(opensslSays(bytes).stdout).toContain('Signature Verified Successfully')
      const other = readFileSync(bytes)
      other[100] = (other[100] ?? 0) ^ 1
      writeFileSync(bytes, other)
      expect(opensslSays(bytes).status).not.toBe(0)
    },
  )
})
