import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { protocol } from 'electron'
import { INERT_POLICY, pagePolicy } from './content-policy.ts'
import { type ExhibitSource, exhibitResponse } from './exhibit-response.ts'
import { servedFile } from './served-file.ts'
import { isOurUrl } from './trusted-url.ts'

const EXHIBITS = '/berkas/'

/** Must run before the app is ready: makes app:// a secure, standard scheme that streams. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

/** Serves the window's files from `folder` and opened exhibits from the engine. */
export function serveApp(folder: string, exhibits: ExhibitSource): void {
  protocol.handle('app', request => answer(folder, exhibits, request))
}

async function answer(folder: string, exhibits: ExhibitSource, request: Request): Promise<Response> {
  if (!isOurUrl(request.url)) return new Response(null, { status: 404 })
  if (request.method !== 'GET') return new Response(null, { status: 405 })
  const { pathname } = new URL(request.url)
  if (pathname.startsWith(EXHIBITS)) {
    return exhibitResponse(exhibits, pathname.slice(EXHIBITS.length), request.headers.get('range'))
  }
  const served = servedFile(folder, pathname)
  if (served === null) return new Response(null, { status: 403 })
  const body = await fs.promises.readFile(served.file).catch(() => null)
  if (body === null) return new Response(null, { status: 404 })
  return fileResponse(served.file, served.mime, body)
}

function fileResponse(file: string, mime: string, body: Buffer): Response {
  const headers: Record<string, string> = {
    'content-type': mime,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
  const kind = path.extname(file)
  if (kind === '.html') {
    const nonce = randomBytes(16).toString('base64')
    headers['content-security-policy'] = pagePolicy(nonce)
    return new Response(body.toString('utf8').replaceAll('__NONCE__', nonce), { headers })
  }
  // A worker inherits no policy from the page: its own file must carry one.
  headers['content-security-policy'] = kind === '.js' || kind === '.mjs' ? SCRIPT_POLICY : INERT_POLICY
  return new Response(new Uint8Array(body), { headers })
}

const SCRIPT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' blob: data:; font-src 'self' data:; worker-src 'self'"
