import path from 'node:path'

const MIMES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
}

/**
 * The file under `root` that a URL path asks for, or null when it points outside, is no clean path, or is not
 * text that decodes. '/' is the page. Pure; does not look whether the file exists.
 */
export function servedFile(root: string, urlPath: string): { file: string; mime: string } | null {
  let relative: string
  try {
    relative = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (relative === '/') relative = '/index.html'
  if (!relative.startsWith('/') || /[\0\\]/.test(relative) || relative.split('/').includes('..')) return null
  const file = path.join(root, relative)
  if (!file.startsWith(root + path.sep)) return null
  return { file, mime: MIMES[path.extname(file)] ?? 'application/octet-stream' }
}
