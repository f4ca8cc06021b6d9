import fs from 'node:fs'
import path from 'node:path'

/** All files under a folder, with their whole paths. */
export function filesUnderFolder(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
}

/**
 * Which of the texts stand in the bytes of which file, as UTF-8 or UTF-16 (both byte orders), as written
 * or in lower case; file names count too. One line each, empty when none does.
 */
export function plainTextsFound(files: readonly string[], texts: readonly string[]): string[] {
  const needles = [...new Set(texts.flatMap(text => [text, text.toLowerCase()]))]
    .filter(text => text !== '')
    .flatMap(text => {
      const wide = Buffer.from(text, 'utf16le')
      return [Buffer.from(text), wide, Buffer.from(wide).swap16()].map(bytes => ({ text, bytes }))
    })
  return files.flatMap(file => {
    const content = Buffer.concat([Buffer.from(`${file}\n`), fs.readFileSync(file)])
    return needles.filter(({ bytes }) => content.includes(bytes)).map(({ text }) => `${text} in ${file}`)
  })
}
