import { join } from 'node:path'
import type { Engine, OpenSession } from '../../engine-state.ts'
import { type LawPackText, loadLawPackText, loadPublishers } from '../../law/index.ts'
import { createLawLibrary, type LawLibrary } from '../../law/law-library.ts'
import { publishAuditHead, recordNote } from '../../record.ts'
import { insertLawPack, storedPacks } from './law-packs.queries.ts'

/** The law packs of the open store. */
export function lawsOf(engine: Engine, session: OpenSession): LawLibrary {
  session.laws ??= createLawLibrary(storedPacks(session.store.read, engine.law.packId), engine.law, () =>
    loadPublishers(folderOf(engine.start.resourcesDir)),
  )
  return session.laws
}

/** The pack that ships with the program, with its text. Throws as `loadLawPack`. */
export function loadShippedPack(resourcesDir: string): LawPackText {
  return loadLawPackText(join(folderOf(resourcesDir), 'law-pack.json'))
}

/**
 * Adds the program's pack to the store when its version is not there yet: an update of the program never takes
 * away the version under which a case was decided. A pack of the same version stays as it is.
 */
export function keepShippedPack(engine: Engine, session: OpenSession): void {
  const { version, packId } = engine.law
  if (storedPacks(session.store.read, packId).find(version)) return
  const shipped = loadShippedPack(engine.start.resourcesDir)
  session.store.transaction(db => {
    const at = engine.now().toISOString()
    insertLawPack(db, shipped, { at, by: session.actor.id, source: 'program' })
    recordNote(engine, session, db, 'law.keepShippedPack', {
      subject: version,
      facts: { version, sha256: shipped.pack.sha256, signer: shipped.pack.signature.key },
    })
  })
  publishAuditHead(session)
}

const folderOf = (resourcesDir: string) => join(resourcesDir, 'law')
