import fs from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { filesUnder, ROOT } from '../../scripts/project.ts'

/** A node of the parsed source; which other fields it has depends on its type. */
export type SyntaxNode = { type: string; start: number; end: number; [field: string]: unknown }

export type SourceFile = {
  /** Relative to the project, with '/'. */
  path: string
  text: string
  lines: number
  program: SyntaxNode
  comments: string[]
  /** What it imports, exports from or loads lazily, as written. */
  imports: string[]
}

/** Parses all TypeScript files under the folders. Throws for a file with a syntax error. */
export function readSources(folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap(folder => filesUnder(folder, name => /\.tsx?$/.test(name) && !name.endsWith('.d.ts')))
    .map(readSource)
}

/** Parses one text as a file of that name. */
export function parseSource(file: string, text: string): SourceFile {
  const { program, module, comments, errors } = parseSync(file, text)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  const requested = [...module.staticImports, ...module.staticExports.flatMap(({ entries }) => entries)]
  const imports = requested.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : []))
  for (const { moduleRequest } of module.dynamicImports) {
    imports.push(text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''))
  }
  return {
    path: file,
    text,
    lines: text.split('\n').length,
    program: program as unknown as SyntaxNode,
    comments: comments.map(comment => comment.value),
    imports,
  }
}

/** Calls `visit` for every node, parents first. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  visit(node)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit)
  }
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** 'path:line' of a node. */
export function placeOf(file: SourceFile, node: SyntaxNode): string {
  return `${file.path}:${file.text.slice(0, node.start).split('\n').length}`
}

/** The project path that a relative import names; null for a package. */
export function importedPath(file: SourceFile, wanted: string): string | null {
  return wanted.startsWith('.')
    ? path.posix.normalize(path.posix.join(path.posix.dirname(file.path), wanted))
    : null
}

function readSource(file: string): SourceFile {
  return parseSource(file, fs.readFileSync(path.join(ROOT, file), 'utf8'))
}
