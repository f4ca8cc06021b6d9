import fs from 'node:fs'
import path from 'node:path'

const MARK = '.adjudikasn-demo'
const OWN = ['store', 'letters', 'minutes', 'screens', 'certificates', 'files']
const OWN_FILES = ['recovery-sheet.pdf', 'ca.pem', 'report.json']

/**
 * Makes the folder of a tour, or empties one that an earlier tour made. Gives false, and touches
 * nothing, when it holds anything else.
 */
export function prepareDemoFolder(folder: string): boolean {
  fs.mkdirSync(folder, { recursive: true })
  const found = fs.readdirSync(folder)
  if (found.length > 0 && !found.includes(MARK)) return false
  for (const name of [...OWN, ...OWN_FILES]) {
    fs.rmSync(path.join(folder, name), { recursive: true, force: true })
  }
  fs.writeFileSync(path.join(folder, MARK), '')
  return true
}
