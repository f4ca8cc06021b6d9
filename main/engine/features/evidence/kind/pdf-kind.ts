import type { ByteSource } from './byte-source.ts'
import { type KindFacts, plainKind } from './exhibit-kind.ts'

const TAIL_BYTES = 64 * 1024

/**
 * PDF by its header. Broken ones stay 'pdf' with a notice, because the viewer rebuilds many of them, and
 * scripts in them are only named: the viewer has none of the parts that would run them.
 */
export function pdfKind(source: ByteSource, head: Buffer): KindFacts | null {
  const start = head.subarray(0, 1024).indexOf('%PDF-')
  if (start === -1) return null
  const tailAt = Math.max(0, source.size - TAIL_BYTES)
  const tail = source.readAt(tailAt, TAIL_BYTES)
  const ended = tail.includes('%%EOF') || tail.includes('startxref')
  // Text that merely mentions the mark somewhere is no PDF.
  const leading = head.toString('latin1', 0, start)
  if (!/^[\s\0]*$/.test(leading.replace(/^\xef\xbb\xbf/, '')) && !ended) return null
  const seen = (mark: string) => head.includes(mark) || tail.includes(mark)
  if (seen('/Encrypt')) return plainKind('pdf', 'application/pdf', 'pdfEncrypted')
  if (seen('/JavaScript') || seen('/Launch')) {
    return plainKind('pdf', 'application/pdf', 'pdfScriptsNotRun')
  }
  return plainKind('pdf', 'application/pdf', ended ? null : 'pdfIncomplete')
}
