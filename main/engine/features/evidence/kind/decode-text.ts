/**
 * Bytes as text, or null when they are none. UTF-8 and UTF-16 by mark or by their shape, else Latin-1
 * (Windows-1252) when it holds no control characters. `cut` says that the bytes end in the middle of a text,
 * so that half a character at the end is no fault.
 */
export function decodeText(bytes: Buffer, cut: boolean): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return strict('utf-8', bytes.subarray(3), cut)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strict('utf-16le', bytes.subarray(2), cut)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strict('utf-16be', bytes.subarray(2), cut)
  const wide = wideOrder(bytes)
  if (wide !== null) return strict(wide, bytes, cut)
  return strict('utf-8', bytes, cut) ?? strict('windows-1252', bytes, cut)
}

function strict(encoding: string, bytes: Buffer, cut: boolean): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: cut })
    return hasBinary(text) ? null : text
  } catch {
    return null
  }
}

/** Text in Latin letters written in two bytes has a zero in every second place. */
function wideOrder(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 512)
  if (sample.length < 8) return null
  const zeros = [0, 0]
  sample.forEach((byte, n) => {
    if (byte === 0) zeros[n % 2] = (zeros[n % 2] ?? 0) + 1
  })
  const half = sample.length / 2
  if ((zeros[1] ?? 0) > half * 0.7 && zeros[0] === 0) return 'utf-16le'
  if ((zeros[0] ?? 0) > half * 0.7 && zeros[1] === 0) return 'utf-16be'
  return null
}

/** Control characters that no text has; tab, line breaks, form feed and escape are allowed. */
function hasBinary(text: string): boolean {
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n)
    if (code < 9 || code === 11 || (code > 13 && code < 27) || (code > 27 && code < 32) || code === 127)
      return true
  }
  return false
}
