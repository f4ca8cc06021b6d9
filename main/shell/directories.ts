import fs from 'node:fs'
import path from 'node:path'
import { app } from 'electron'

/** Where the parts of the program and its data lie; absolute. `dist` is the folder that holds main/. */
export function directories(dist: string) {
  return {
    renderer: path.join(dist, 'renderer'),
    preload: path.join(dist, 'preload/preload.cjs'),
    engine: path.join(dist, 'engine/engine.cjs'),
    resources: app.isPackaged
      ? path.join(process.resourcesPath, 'data')
      : path.join(app.getAppPath(), 'resources'),
  }
}

/** A folder of our own for throw-away files, readable by this user only; removed when the program ends. */
export function makeTempDir(): string {
  const folder = fs.mkdtempSync(path.join(app.getPath('temp'), 'adjudikasn-'))
  app.on('quit', () => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Test and development switches count only in builds that are not packaged. */
export function developmentSwitch(name: string): string | null {
  return app.isPackaged ? null : (process.env[name] ?? null)
}
