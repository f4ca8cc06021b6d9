import fs from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'
import type { Part } from './build-parts.ts'
import { DIST, ROOT } from './project.ts'

const HOUR_MS = 3_600_000
// Native modules are loaded from node_modules (or from the unpacked part of the package) at run time.
const EXTERNAL = ['electron', /^node:/, ...builtinModules, 'better-sqlite3', 'sodium-native']

// The window's page and the audience's.
const PAGES = ['index.html', 'public.html']

/** Builds one part into dist/NAME. Without `clean`, chunks that an open window may still ask for stay for an hour. */
export async function buildPart(part: Part, options: { clean: boolean }): Promise<void> {
  const outDir = path.join(DIST, part.name)
  const config = part.name === 'renderer' ? windowConfig(part, outDir) : processConfig(part, outDir)
  await asProduction(() => build({ ...config, build: { ...config.build, emptyOutDir: options.clean } }))
  if (part.name === 'renderer') removeOldChunks(path.join(outDir, 'assets'))
}

/** A test runner sets its own NODE_ENV, with which the slow development edition of React would be built in. */
async function asProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

/** Settings of the window's build, shared with the development server. */
export function windowConfig(part: Part, outDir: string): InlineConfig {
  return {
    root: path.join(ROOT, path.dirname(part.entry)),
    configFile: false,
    logLevel: 'warn',
    base: '/',
    plugins: [react()],
    html: { cspNonce: '__NONCE__' },
    build: {
      outDir,
      target: part.target,
      cssTarget: part.target,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: PAGES.map(page => path.join(ROOT, path.dirname(part.entry), page)) },
    },
  }
}

function processConfig(part: Part, outDir: string): InlineConfig {
  return {
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: part.name === 'main' ? { __ELECTRON_VERSION__: JSON.stringify(electronVersion()) } : {},
    ssr: { noExternal: true },
    build: {
      ssr: part.entry,
      outDir,
      target: part.target,
      minify: false,
      rolldownOptions: {
        external: EXTERNAL,
        output: { format: 'cjs', entryFileNames: `${part.name}.cjs`, codeSplitting: false },
      },
    },
  }
}

/** The official version that package.json pins; the shell compares it with the one that runs. */
function electronVersion(): string {
  const description: unknown = JSON.parse(
    fs.readFileSync(path.join(ROOT, 'node_modules/electron/package.json'), 'utf8'),
  )
  return String((description as { version: string }).version)
}

function removeOldChunks(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name)
    if (Date.now() - fs.statSync(file).mtimeMs > HOUR_MS) fs.rmSync(file)
  }
}
