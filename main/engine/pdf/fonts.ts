import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fontkit from 'fontkit'
import { CodedError } from '../errors.ts'
import { rememberLayouts } from './font-memory.ts'

export type TypefaceName = 'arimo' | 'tinos'
export type FontStyle = 'regular' | 'bold' | 'italic' | 'boldItalic'
export type FontFamily = Readonly<Record<FontStyle, fontkit.FontkitFont>>
export type FontSet = Readonly<Record<TypefaceName, FontFamily>>

const styleFiles: Record<FontStyle, string> = {
  regular: 'regular',
  bold: 'bold',
  italic: 'italic',
  boldItalic: 'bold-italic',
}

const loaded = new Map<string, FontSet>()

/**
 * Parses the bundled typefaces, once per process and folder (parsing costs eight letters).
 * @param fontsDir folder with `<typeface>-<style>.ttf` of the Arial- and Times-metric OFL faces
 * @throws CodedError 'letters.fontMissing' {file} when a file is absent or no font
 */
export function loadFonts(fontsDir: string): FontSet {
  const known = loaded.get(fontsDir)
  if (known) return known
  const fonts: FontSet = { arimo: loadFamily(fontsDir, 'arimo'), tinos: loadFamily(fontsDir, 'tinos') }
  loaded.set(fontsDir, fonts)
  return fonts
}

function loadFamily(fontsDir: string, family: TypefaceName): FontFamily {
  const load = (style: FontStyle) => {
    const file = `${family}-${styleFiles[style]}.ttf`
    try {
      return rememberLayouts(fontkit.create(readFileSync(join(fontsDir, file))))
    } catch (cause) {
      throw new CodedError('letters.fontMissing', { file }, cause)
    }
  }
  return {
    regular: load('regular'),
    bold: load('bold'),
    italic: load('italic'),
    boldItalic: load('boldItalic'),
  }
}
