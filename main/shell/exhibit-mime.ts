// Only kinds that the viewers show and that cannot run anything. SVG and HTML are among the missing on purpose.
const SHOWN = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'text/plain',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/opus',
  'audio/wav',
  'audio/vnd.wave',
  'audio/x-wav',
  'audio/flac',
  'audio/aac',
  'audio/webm',
  'video/mp4',
  'video/webm',
  'video/ogg',
  'video/quicktime',
  'video/x-matroska',
])

/** The content type under which an exhibit is handed to the window; octet-stream for all that is not on the list. */
export function servedMime(mime: string): string {
  const bare = (mime.split(';')[0] ?? '').trim().toLowerCase()
  if (!SHOWN.has(bare)) return 'application/octet-stream'
  return bare === 'text/plain' ? 'text/plain; charset=utf-8' : bare
}
