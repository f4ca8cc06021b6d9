import fs from 'node:fs'
import path from 'node:path'

/** The project folder, absolute. */
export const ROOT = path.dirname(import.meta.dirname)

/** Where the built program lies; never committed. */
export const DIST = path.join(ROOT, 'dist')

/** Folder for what tools remember between runs; removed together with node_modules. */
export const CACHE = path.join(ROOT, 'node_modules/.cache')

/** All files under `folder` (relative to the project), sorted; empty when there is no such folder. */
export function filesUnder(folder: string, wanted: (name: string) => boolean = () => true): string[] {
  const full = path.join(ROOT, folder)
  if (!fs.existsSync(full)) return []
  return fs
    .readdirSync(full, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && wanted(entry.name))
    .map(entry => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}
