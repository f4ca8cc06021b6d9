import fs from 'node:fs'
import path from 'node:path'
import { DIST, ROOT } from './project.ts'

// Everything else is bundled; these stay packages because they carry compiled code.
const NATIVE = ['better-sqlite3', 'sodium-native']

type Description = { name: string; dependencies?: Record<string, string> }

/** Lays out in `folder` exactly what goes into the archive: bundles, a short package.json and native modules. */
export function stageApp(folder: string): void {
  for (const part of ['main', 'preload', 'engine', 'renderer']) {
    fs.cpSync(path.join(DIST, part), path.join(folder, 'dist', part), { recursive: true })
  }
  const { name, productName, version, description, author, main } = readJson(path.join(ROOT, 'package.json'))
  const dependencies = Object.fromEntries(NATIVE.map(module => [module, '*']))
  const short = { name, productName, version, description, author, main, license: 'UNLICENSED', dependencies }
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(short, null, 2))
  for (const module of closure(NATIVE)) copyModule(module, path.join(folder, 'node_modules', module))
}

/** The packages and all that they need at run time. */
function closure(names: readonly string[]): string[] {
  const found = new Set<string>()
  const visit = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    const wanted = readJson(path.join(ROOT, 'node_modules', name, 'package.json')) as unknown as Description
    for (const next of Object.keys(wanted.dependencies ?? {})) {
      if (fs.existsSync(path.join(ROOT, 'node_modules', next))) visit(next)
    }
  }
  names.forEach(visit)
  return [...found].sort()
}

/** Sources, foreign platforms' binaries and documents stay out; licences come along. */
function copyModule(name: string, target: string): void {
  const source = path.join(ROOT, 'node_modules', name)
  const here = `${process.platform}-${process.arch}`
  fs.cpSync(source, target, {
    recursive: true,
    dereference: true,
    filter(file) {
      const inside = path.relative(source, file).split(path.sep)
      if (inside[0] === 'prebuilds')
        return inside.length === 1 || inside[1] === here || inside[1] === `${here}.node`
      if (['deps', 'src', 'extensions', 'docs', 'test'].includes(inside[0] ?? '')) return false
      return !/\.(cc|c|h|gyp|gypi|md|ts|map)$|CMakeLists\.txt$/.test(file)
    },
  })
}

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}
