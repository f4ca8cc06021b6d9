import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signPack } from '../../main/engine/law/index.ts'
import type { LawPack } from '../../shared/law-pack.ts'

const shippedDir = join(import.meta.dirname, '..', '..', 'resources')
const shippedPack = readFileSync(join(shippedDir, 'law', 'law-pack.json'), 'utf8')

/**
 * A publisher with a key of its own, and resources of a program that trusts it: the pack that ships is the real
 * one, signed anew. `pack` writes a signed pack with a change and gives its path.
 */
export function makePublisher() {
  const root = mkdtempSync(join(tmpdir(), 'adjudikasn-publisher-'))
  const resourcesDir = join(root, 'resources')
  const law = join(resourcesDir, 'law')
  mkdirSync(law, { recursive: true })
  for (const name of readdirSync(shippedDir)) {
    if (name !== 'law') symlinkSync(join(shippedDir, name), join(resourcesDir, name))
  }
  const own = generateKeyPairSync('ed25519')
  let made = 0
  const pack = (change: (pack: LawPack) => void, key: KeyObject = own.privateKey) => {
    const content = JSON.parse(shippedPack) as LawPack
    change(content)
    made += 1
    const path = join(root, `paket-${made}.json`)
    writeFileSync(path, `${JSON.stringify(signPack(content, key), null, 1)}\n`)
    return path
  }
  /** What the program ships from now on. */
  const ship = (change: (pack: LawPack) => void) => {
    writeFileSync(join(law, 'law-pack.json'), readFileSync(pack(change)))
  }
  const trust = (...keys: KeyObject[]) => {
    const pem = keys.map(key => key.export({ type: 'spki', format: 'pem' }).toString())
    writeFileSync(join(law, 'publisher.pem'), pem.join(''))
  }
  trust(own.publicKey)
  ship(() => undefined)
  return {
    resourcesDir,
    pack,
    ship,
    trust,
    publicKey: own.publicKey,
    close: () => rmSync(root, { recursive: true, force: true }),
  }
}
