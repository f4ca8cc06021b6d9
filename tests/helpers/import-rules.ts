import { isBuiltin } from 'node:module'
import { importedPath, type SourceFile } from './source-tree.ts'

type Zone = { name: string; folders: string[]; mayReach: string[]; mayUse: (name: string) => boolean }

// Libraries of the window never run in the engine, and the other way round.
const WINDOW_ONLY =
  /^(react|react-dom|@mantine|@tabler|@tanstack|@tiptap|@hookform|react-.*|openseadragon|get-nonce)(\/|$)/
const ENGINE_ONLY =
  /^(better-sqlite3|sodium-native|pdfkit|fontkit|pkijs|asn1js|node-forge|age-encryption|electron.*)(\/|$)/

const ZONES: readonly Zone[] = [
  { name: 'shared', folders: ['shared/'], mayReach: ['shared/'], mayUse: name => name === 'zod' },
  {
    name: 'preload',
    folders: ['preload/'],
    mayReach: ['preload/', 'shared/'],
    mayUse: name => name === 'electron',
  },
  {
    name: 'renderer',
    folders: ['renderer/'],
    mayReach: ['renderer/', 'shared/'],
    mayUse: name => !isBuiltin(name) && !ENGINE_ONLY.test(name),
  },
  {
    name: 'shell',
    folders: ['main/shell/', 'main/main.ts'],
    mayReach: ['main/shell/', 'shared/'],
    mayUse: name => name.startsWith('node:') || name === 'electron' || name === 'electron-store',
  },
  {
    name: 'engine',
    folders: ['main/engine/'],
    mayReach: ['main/engine/', 'shared/'],
    mayUse: name =>
      !/^electron/.test(name) && !WINDOW_ONLY.test(name) && (!isBuiltin(name) || name.startsWith('node:')),
  },
]

/** Imports of a file that go against the direction of its zone, one sentence each. Tests may import anything. */
export function forbiddenImports(file: SourceFile): string[] {
  const zone = ZONES.find(({ folders }) => folders.some(folder => file.path.startsWith(folder)))
  if (!zone || isTest(file)) return []
  return file.imports.flatMap(wanted => {
    const target = importedPath(file, wanted)
    const allowed =
      target === null ? zone.mayUse(wanted) : zone.mayReach.some(folder => target.startsWith(folder))
    return allowed ? [] : [`${file.path} (${zone.name}) imports ${wanted}`]
  })
}

/**
 * Directions inside the engine: rules know no store, queries no handlers; a feature reaches another one's
 * index, queries and rules, never its handlers or other insides.
 */
export function forbiddenEngineImports(file: SourceFile): string[] {
  if (!file.path.startsWith('main/engine/') || isTest(file)) return []
  const own = featureOf(file.path)
  return file.imports.flatMap(wanted => {
    const target = importedPath(file, wanted)
    if (target === null) return []
    const other = featureOf(target)
    const foreign =
      own !== null && other !== null && own !== other && !/(\/index|\.queries|\.rules)\.ts$/.test(target)
    const rulesReach =
      file.path.endsWith('.rules.ts') && /\/(store|vault)\/|\.(queries|handlers)\.ts$/.test(target)
    const queriesReach = file.path.endsWith('.queries.ts') && target.endsWith('.handlers.ts')
    return foreign || rulesReach || queriesReach ? [`${file.path} imports ${wanted}`] : []
  })
}

/** Relative imports that do not name their file with its ending; Node runs our sources as they are. */
export function importsWithoutEnding(file: SourceFile): string[] {
  return file.imports
    .filter(
      wanted => wanted.startsWith('.') && !/\.(ts|tsx|mjs|cjs|css|json|svg|png|woff2)(\?\w+)?$/.test(wanted),
    )
    .map(wanted => `${file.path} imports ${wanted}`)
}

export function isTest(file: SourceFile): boolean {
  return /\.test\.tsx?$/.test(file.path) || file.path.startsWith('tests/')
}

function featureOf(file: string): string | null {
  return /^main\/engine\/features\/([^/]+)\//.exec(file)?.[1] ?? null
}
