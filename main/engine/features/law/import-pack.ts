import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Output } from '../../../../shared/contract/index.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { inTwoSteps } from '../../handlers.ts'
import {
  compareVersions,
  faultIn,
  type LawPackText,
  loadPublishers,
  readLawPack,
  refuseDoubleKeys,
} from '../../law/index.ts'
import { hasCasesUnder, insertLawPack, storedPacks } from './law-packs.queries.ts'
import { packInfos } from './pack-infos.ts'

/** The shipped pack has 0.2 MB; more than this is no pack. */
const LARGEST_PACK = 8 * 1024 * 1024

type Candidate = LawPackText & { file: string }

/**
 * Takes in a signed pack from a file. Refused as a whole, with its line, when anything is wrong with it; so is
 * a version that the store has with another content, and a lower one that no case here waits for.
 */
export const importPack = inTwoSteps<{ file: string }, Output<'law.importPack'>, Candidate>({
  async prepare(input, ctx) {
    const path = await ctx.redeem(input.file)
    const file = basename(path)
    const text = await readText(path, file)
    const pack = readLawPack(text, file, loadPublishers(join(ctx.resourcesDir, 'law')))
    refuseDoubleKeys(text, file)
    if (pack.packId !== ctx.law.packId) {
      throw faultIn(text, file, { reason: 'otherPack', path: ['packId'], id: pack.packId })
    }
    return { pack, text, file }
  },
  commit(_input, ctx, candidate) {
    const { pack } = candidate
    requireNew(ctx, candidate)
    insertLawPack(ctx.db, candidate, { at: ctx.now().toISOString(), by: ctx.actor.id, source: 'file' })
    ctx.record({
      subject: pack.version,
      facts: { version: pack.version, sha256: pack.sha256, signer: pack.signature.key, file: candidate.file },
    })
    ctx.publish('law.changed')
    return { version: pack.version, packs: packInfos(ctx) }
  },
})

/** Throws 'law.packKnown' {version}, 'law.packInvalid' with reason 'sameVersion' or 'olderVersion'. */
function requireNew(ctx: WriteContext, { pack, text, file }: Candidate): void {
  const { version, sha256, packId } = pack
  const known = storedPacks(ctx.db, packId).find(version)
  if (known?.sha256 === sha256) throw new CodedError('law.packKnown', { version })
  const refuse = (reason: 'sameVersion' | 'olderVersion') =>
    faultIn(text, file, { reason, path: ['version'], id: version })
  if (known) throw refuse('sameVersion')
  const isOlder = compareVersions(version, ctx.laws.newest.version) < 0
  if (isOlder && !hasCasesUnder(ctx.db, version)) throw refuse('olderVersion')
}

async function readText(path: string, file: string): Promise<string> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_PACK) throw new CodedError('law.packTooLarge', { file })
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw cause instanceof CodedError ? cause : new CodedError('files.unreadable', {}, cause)
  }
}
