import type { ByteSource } from './byte-source.ts'
import { claimedFamily } from './claimed-family.ts'
import { decodeText } from './decode-text.ts'
import { type KindFacts, plainKind } from './exhibit-kind.ts'

/** Markup and programs are told by how they begin or by what runs in them. */
const ACTIVE = [
  /^\s*<[!?a-z]/i,
  /^#!/,
  /<script\b/i,
  /<\?php/i,
  /^\s*@echo\b/i,
  /\b(?:eval|require|import|function|WScript\.CreateObject)\s*\(/,
]
const SAMPLE_BYTES = 64 * 1024

/** Any text, shown as inert lines; null for bytes that are no text in UTF-8, UTF-16 or Latin-1. */
export function textKind(source: ByteSource, fileName: string): KindFacts | null {
  const sample = decodeText(source.readAt(0, SAMPLE_BYTES), source.size > SAMPLE_BYTES)
  if (sample === null) return null
  const claimed = claimedFamily(fileName)
  const inert = claimed !== null || ACTIVE.some(mark => mark.test(sample))
  return plainKind('text', 'text/plain', inert ? 'shownAsText' : null)
}
