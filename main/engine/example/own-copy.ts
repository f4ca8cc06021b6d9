import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { LoadContext } from './load-docket.ts'

/** EBML element that players skip. */
const VOID = 0xec
const VOID_SIZE = 0x80

/**
 * A copy of an exhibit file with a few bytes of its own, so that the invented cases do not all hold the same
 * exhibit: the program would rightly point at it. What is shown stays as it is.
 */
export function ownCopy(path: string, caseKey: string, ctx: LoadContext): string {
  const copy = join(ctx.signer.folder, `${caseKey}-${basename(path)}`)
  const mark = Buffer.from(caseKey, 'latin1')
  const tail: Readonly<Record<string, () => Buffer>> = {
    '.pdf': () => Buffer.from(`% ${caseKey}\n%%EOF\n`, 'latin1'),
    '.jpg': () => mark,
    '.png': () => mark,
    // Blank lines at the end, as many as the case has letters.
    '.txt': () => Buffer.from('\n'.repeat(mark.length)),
    '.webm': () => Buffer.concat([Buffer.from([VOID, VOID_SIZE | mark.length]), mark]),
  }
  const made = tail[extname(path)]
  if (made) writeFileSync(copy, Buffer.concat([readFileSync(path), made()]))
  else copyFileSync(path, copy)
  return copy
}
