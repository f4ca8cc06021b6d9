export type PartName = 'main' | 'preload' | 'engine' | 'backup' | 'renderer'

export type Part = {
  name: PartName
  /** Entry file, relative to the project. */
  entry: string
  target: string
  /** Folders and files whose change makes the part stale. */
  inputs: string[]
}

const ALWAYS = ['package-lock.json', 'scripts/build-part.ts', 'scripts/build-parts.ts']

/** What dist/ is made of; targets are what both the official and the evaluation Electron run. */
export const PARTS: readonly Part[] = [
  {
    name: 'main',
    entry: 'main/main.ts',
    target: 'node18',
    inputs: ['main/main.ts', 'main/shell', 'shared', ...ALWAYS],
  },
  {
    name: 'preload',
    entry: 'preload/preload.ts',
    target: 'chrome114',
    inputs: ['preload', 'shared', ...ALWAYS],
  },
  {
    name: 'engine',
    entry: 'main/engine/engine.ts',
    target: 'node18',
    inputs: ['main/engine', 'shared', ...ALWAYS],
  },
  {
    // A thread of the engine, so that it goes on answering while a backup is made.
    name: 'backup',
    entry: 'main/engine/store/backup-worker.ts',
    target: 'node18',
    inputs: ['main/engine/store', 'main/engine/errors.ts', 'main/engine/keys', ...ALWAYS],
  },
  {
    name: 'renderer',
    entry: 'renderer/index.html',
    target: 'chrome114',
    inputs: ['renderer', 'shared', ...ALWAYS],
  },
]
