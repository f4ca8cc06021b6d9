import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const packages: Record<string, string> = {
  pdfsig: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  qpdf: 'qpdf',
  certutil: 'libnss3-tools',
  openssl: 'openssl',
}

export interface ToolResult {
  status: number
  output: string
}

/** Runs a Debian tool for a test; a missing one fails the test with the package to install. */
export function runTool(tool: keyof typeof packages & string, ...args: string[]): ToolResult {
  const run = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (run.error)
    throw new Error(`${tool} could not run (${run.error.message}); apt-get install ${packages[tool]}`)
  return { status: run.status ?? -1, output: `${run.stdout}${run.stderr}` }
}

/** A folder for one test file's artefacts; `clean` removes it. */
export function temporaryFolder(): {
  path: string
  write: (name: string, bytes: Uint8Array | string) => string
  clean: () => void
} {
  const path = mkdtempSync(join(tmpdir(), 'adjudikasn-'))
  const write = (name: string, bytes: Uint8Array | string) => {
    const file = join(path, name)
    writeFileSync(file, bytes)
    return file
  }
  return { path, write, clean: () => rmSync(path, { recursive: true, force: true }) }
}

/** An NSS database that trusts one authority, as a reader of signed PDFs would set it up. */
export function trustingDatabase(folder: string, authorityFile: string): string {
  const database = `sql:${folder}`
  runTool('certutil', '-N', '-d', database, '--empty-password')
  const added = runTool('certutil', '-A', '-d', database, '-n', 'contoh', '-t', 'CT,C,C', '-i', authorityFile)
  if (added.status !== 0) throw new Error(added.output)
  return database
}
