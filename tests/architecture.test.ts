import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesUnder, ROOT } from '../scripts/project.ts'
import {
  forbiddenEngineImports,
  forbiddenImports,
  importsWithoutEnding,
  isTest,
} from './helpers/import-rules.ts'
import { textLiterals } from './helpers/screen-texts.ts'
import { parseSource, placeOf, readSources, walk } from './helpers/source-tree.ts'

const CODE = ['shared', 'main', 'preload', 'renderer', 'scripts', 'tests']
const PROGRAM = ['shared', 'main', 'preload', 'renderer']
const CEILING = 400
// Files past the ceiling; the list may only shrink.
const OVER_CEILING: Readonly<Record<string, number>> = {}

const sources = readSources(CODE)
const programSources = sources.filter(file => PROGRAM.some(folder => file.path.startsWith(`${folder}/`)))

describe('import directions', () => {
  it('go one way only', () => {
    expect(sources.flatMap(forbiddenImports)).toEqual([])
  })

  it('inside the engine keep rules free of the store and features apart', () => {
    expect(sources.flatMap(forbiddenEngineImports)).toEqual([])
  })

  it('name files with their ending', () => {
    expect(sources.flatMap(importsWithoutEnding)).toEqual([])
  })

  it('are really checked: each kind of forbidden import is found', () => {
    const bad = (file: string, text: string) => parseSource(file, text)
    expect(forbiddenImports(bad('shared/a.ts', `import fs from 'node:fs'`))).toHaveLength(1)
    expect(forbiddenImports(bad('renderer/a.tsx', `import '../main/engine/a.ts'`))).toHaveLength(1)
    expect(forbiddenImports(bad('renderer/a.tsx', `const x = import('electron')`))).toHaveLength(1)
    expect(forbiddenImports(bad('main/engine/a.ts', `export * from '../shell/a.ts'`))).toHaveLength(1)
    expect(forbiddenImports(bad('main/engine/a.ts', `import { app } from 'electron'`))).toHaveLength(1)
    expect(forbiddenImports(bad('main/shell/a.ts', `import '../engine/a.ts'`))).toHaveLength(1)
    const feature = 'main/engine/features/letters'
    expect(forbiddenEngineImports(bad(`${feature}/a.rules.ts`, `import '../../store/sql.ts'`))).toHaveLength(
      1,
    )
    expect(
      forbiddenEngineImports(bad(`${feature}/a.ts`, `import '../cases/cases.handlers.ts'`)),
    ).toHaveLength(1)
  })
})

describe('files', () => {
  it(`stay under ${CEILING} lines`, () => {
    const files = CODE.flatMap(folder => filesUnder(folder, name => /\.(tsx?|mjs|cjs|css)$/.test(name)))
    const lines = files.map(file => ({ file, lines: countLines(file) })).sort((a, b) => a.lines - b.lines)
    const at = (share: number) => lines[Math.floor((lines.length - 1) * share)]?.lines ?? 0
    console.log(`${lines.length} files, median ${at(0.5)} lines, p90 ${at(0.9)}, longest ${at(1)}`)
    const over = lines.filter(entry => entry.lines > (OVER_CEILING[entry.file] ?? CEILING))
    expect(over.map(entry => `${entry.file}: ${entry.lines}`)).toEqual([])
  })

  it('are named in kebab-case and never utils, helpers, common or misc', () => {
    const odd = sources.filter(({ path: file }) => {
      const name = path.basename(file)
      if (!/^[a-z0-9]+([-.][a-z0-9]+)*\.(ts|tsx)$/.test(name)) return true
      return /^(utils?|helpers?|common|misc)\b/.test(name) && !file.startsWith('shared/strings/')
    })
    expect(odd.map(file => file.path)).toEqual([])
  })

  it('have a README in each top-level folder and in the engine', () => {
    const folders = [
      '.',
      'main',
      'main/engine',
      'preload',
      'renderer',
      'shared',
      'resources',
      'scripts',
      'tests',
    ]
    expect(folders.filter(folder => !fs.existsSync(path.join(ROOT, folder, 'README.md')))).toEqual([])
  })
})

describe('code', () => {
  it('has no any and switches no check off', () => {
    const found = sources.flatMap(file => {
      const places: string[] = []
      walk(file.program, node => {
        if (node.type === 'TSAnyKeyword') places.push(`${placeOf(file, node)} any`)
      })
      const silenced = file.comments.filter(comment =>
        /^\s*(@ts-(ignore|nocheck)|eslint-disable)/.test(comment),
      )
      return [...places, ...silenced.map(comment => `${file.path} ${comment.trim()}`)]
    })
    expect(found).toEqual([])
  })

  it('gives a reason wherever a rule is set aside', () => {
    const bare = sources.flatMap(file =>
      file.comments
        .filter(comment =>
          /@ts-expect-error\s*$|biome-ignore [\w/]+:?\s*$|biome-ignore [\w/]+:\s*<?explanation/.test(comment),
        )
        .map(comment => `${file.path} ${comment.trim()}`),
    )
    expect(bare).toEqual([])
  })

  it('names no institution: that is data', () => {
    const found = programSources
      .filter(file => !isTest(file))
      .flatMap(file => {
        const places: string[] = []
        walk(file.program, node => {
          const text = node.type === 'Literal' || node.type === 'JSXText' ? node.value : null
          const quasi = node.type === 'TemplateElement' ? (node.value as { raw: string }).raw : null
          const written = typeof text === 'string' ? text : quasi
          if (written && /\bKASN\b|Komisi Aparatur Sipil Negara/i.test(written))
            places.push(placeOf(file, node))
        })
        return places
      })
    expect(found).toEqual([])
  })

  it('uses electron only in the shell and the preload', () => {
    const users = programSources.filter(file => file.imports.some(name => /^electron(\/|$)/.test(name)))
    const outside = users.filter(({ path: file }) => !/^(main\/shell\/|main\/main\.ts$|preload\/)/.test(file))
    expect(outside.map(file => file.path)).toEqual([])
  })
})

describe('texts on screen', () => {
  const screens = sources.filter(file => file.path.startsWith('renderer/') && !isTest(file))

  it('come from shared/strings, never from JSX', () => {
    expect(screens.flatMap(textLiterals)).toEqual([])
  })

  it('are really checked: literals, attributes and branches are found, keys and calls are not', () => {
    const found = textLiterals(
      parseSource(
        'renderer/a.tsx',
        `const A = () => <p title="Judul" className="x">Teks {cond ? 'Ya' : t.no} {\`\${n} orang\`} {f('key')} 1/2 →</p>`,
      ),
    )
    expect(found.map(entry => entry.split(' ').slice(1).join(' ')).sort()).toEqual([
      '"Judul"',
      '"Teks"',
      '"Ya"',
      '"orang"',
    ])
  })
})

function countLines(file: string): number {
  return fs.readFileSync(path.join(ROOT, file), 'utf8').trimEnd().split('\n').length
}
