import { readByteRange } from './byte-range.ts'
import { INERT_POLICY } from './content-policy.ts'
import { servedMime } from './exhibit-mime.ts'

const CHUNK_BYTES = 1 << 20

/** Bytes of an opened exhibit, as the engine gives them. */
export type ExhibitSource = {
  stat(token: string): Promise<{ size: number; mime: string } | null>
  read(token: string, offset: number, length: number): Promise<Uint8Array | null>
}

/**
 * Answers `app://adjudikasn/berkas/TOKEN` by streaming from the engine in chunks of at most 1 MiB, with single
 * byte ranges so that video can seek. 404 for a token the engine does not know, 416 outside the file.
 */
export async function exhibitResponse(
  source: ExhibitSource,
  token: string,
  range: string | null,
): Promise<Response> {
  const found = await source.stat(token)
  if (found === null) return new Response(null, { status: 404 })
  const headers: Record<string, string> = {
    'content-type': servedMime(found.mime),
    'content-security-policy': INERT_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    'accept-ranges': 'bytes',
  }
  const part = readByteRange(range, found.size)
  if (part === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${found.size}` },
    })
  }
  if (part === 'whole') {
    headers['content-length'] = String(found.size)
    return new Response(streamed(source, token, 0, found.size), { status: 200, headers })
  }
  headers['content-length'] = String(part.to - part.from + 1)
  headers['content-range'] = `bytes ${part.from}-${part.to}/${found.size}`
  return new Response(streamed(source, token, part.from, part.to + 1), { status: 206, headers })
}

function streamed(
  source: ExhibitSource,
  token: string,
  from: number,
  end: number,
): ReadableStream<Uint8Array> {
  let offset = from
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (offset >= end) return controller.close()
        const bytes = await source.read(token, offset, Math.min(CHUNK_BYTES, end - offset))
        // Locked or engine gone in the middle: break the stream off rather than pretend that the file ends here.
        if (bytes === null || bytes.length === 0) return controller.error(new Error('exhibit.interrupted'))
        offset += bytes.length
        controller.enqueue(bytes)
        if (offset >= end) controller.close()
      },
    },
    { highWaterMark: 1 },
  )
}
