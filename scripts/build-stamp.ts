import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Part } from './build-parts.ts'
import { DIST, filesUnder, ROOT } from './project.ts'

/** Whether dist/ holds this part as built from exactly the files that are there now. */
export function isFresh(part: Part): boolean {
  const output = part.name === 'renderer' ? 'index.html' : `${part.name}.cjs`
  if (!fs.existsSync(path.join(DIST, part.name, output))) return false
  try {
    return fs.readFileSync(stampFile(part), 'utf8') === digestOf(part)
  } catch {
    return false
  }
}

/** Remembers what the part was built from: its digest of before, as files may change during a build. */
export function markFresh(part: Part, digest: string): void {
  fs.mkdirSync(path.dirname(stampFile(part)), { recursive: true })
  fs.writeFileSync(stampFile(part), digest)
}

function stampFile(part: Part): string {
  return path.join(DIST, '.built-from', part.name)
}

/** One digest over all input files of a part. */
export function digestOf(part: Part): string {
  const hash = crypto.createHash('sha256')
  for (const input of part.inputs) {
    const single = fs.statSync(path.join(ROOT, input), { throwIfNoEntry: false })?.isFile() === true
    const files = single ? [input] : filesUnder(input, name => !/\.test\.tsx?$/.test(name))
    for (const file of files) hash.update(`${file}\0`).update(fs.readFileSync(path.join(ROOT, file)))
  }
  return hash.digest('hex')
}
