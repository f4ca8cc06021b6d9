import { pathToFileURL } from 'node:url'
import { withBuildLock } from './build-lock.ts'
import { buildPart } from './build-part.ts'
import { PARTS, type PartName } from './build-parts.ts'
import { digestOf, isFresh, markFresh } from './build-stamp.ts'

/**
 * Builds the parts of the program into dist/. Parts whose inputs did not change are skipped.
 * Gives the names of the parts that were built. `clean` builds all, into empty folders.
 */
export async function buildProgram(options: { clean?: boolean; quiet?: boolean } = {}): Promise<PartName[]> {
  return withBuildLock(async () => {
    const built: PartName[] = []
    for (const part of PARTS) {
      if (!options.clean && isFresh(part)) continue
      const started = performance.now()
      const digest = digestOf(part)
      await buildPart(part, { clean: options.clean === true })
      markFresh(part, digest)
      built.push(part.name)
      if (!options.quiet) console.error(`[build] ${part.name}: ${Math.round(performance.now() - started)} ms`)
    }
    return built
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildProgram({ clean: process.argv.includes('--clean') })
}
