import { basename } from 'node:path'

const LONGEST = 160
/** Turn the reading direction, or cannot be seen at all. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu

/**
 * The name of a file as it may be shown: its last part only, without controls, marks that turn the reading
 * direction (`name-\u202egpj.exe.txt` would show as `name-txt.exe.jpg`), invisible characters and separators;
 * at most 160 characters, the extension kept. Never used as a path.
 */
export function displayName(path: string): string {
  const name = basename(path)
    .replace(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[/\\:]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
  return shorten(name) || '_'
}

/** The name without its extension, as the first title of an exhibit. */
export function titleFrom(name: string): string {
  return name.replace(/(.)\.[A-Za-z0-9]{1,8}$/, '$1').trim() || name
}

function shorten(name: string): string {
  const letters = [...name]
  if (letters.length <= LONGEST) return name
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return `${letters.slice(0, LONGEST - extension.length - 1).join('')}…${extension}`
}
