import { describe, expect, it } from 'vitest'
import { readByteRange } from '../../main/shell/byte-range.ts'
import { servedMime } from '../../main/shell/exhibit-mime.ts'
import { type ExhibitSource, exhibitResponse } from '../../main/shell/exhibit-response.ts'

const MIB = 1 << 20

function sourceOf(bytes: Uint8Array, mime = 'image/png'): ExhibitSource & { lengths: number[] } {
  const lengths: number[] = []
  return {
    lengths,
    stat: async token => (token === 'known' ? { size: bytes.length, mime } : null),
    read: async (_token, offset, length) => {
      lengths.push(length)
      return bytes.slice(offset, offset + length)
    },
  }
}

function counting(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, at) => at % 251)
}

describe('byte ranges', () => {
  it.each([
    [null, 'whole'],
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=10-19', { from: 10, to: 19 }],
    ['bytes=90-500', { from: 90, to: 99 }],
    ['bytes=-10', { from: 90, to: 99 }],
    ['bytes=-500', { from: 0, to: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=20-10', 'whole'],
    ['bytes=0-1,5-9', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=a-b', 'whole'],
    ['lines=0-1', 'whole'],
    [`bytes=${'9'.repeat(40)}-`, 'whole'],
  ])('reads %j of 100 bytes as %j', (header, expected) => {
    expect(readByteRange(header, 100)).toEqual(expected)
  })

  it('has no range in an empty file', () => {
    expect(readByteRange('bytes=0-', 0)).toBe('unsatisfiable')
    expect(readByteRange(null, 0)).toBe('whole')
  })
})

describe('content types of exhibits', () => {
  it.each([
    'image/svg+xml',
    'text/html',
    'application/xhtml+xml',
    'text/javascript',
    'application/x-msdownload',
    '',
  ])('hands %j over as mere bytes', mime => {
    expect(servedMime(mime)).toBe('application/octet-stream')
  })

  it('keeps what the viewers show', () => {
    expect(servedMime('image/jpeg')).toBe('image/jpeg')
    expect(servedMime('IMAGE/PNG; x=1')).toBe('image/png')
    expect(servedMime('text/plain')).toBe('text/plain; charset=utf-8')
  })
})

describe('answers for exhibits', () => {
  it('streams the whole file in chunks of at most 1 MiB', async () => {
    const bytes = counting(2 * MIB + 17)
    const source = sourceOf(bytes)
    const response = await exhibitResponse(source, 'known', null)
    expect(response.status).toBe(200)
    expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), bytes)).toBe(0)
    expect(Math.max(...source.lengths)).toBe(MIB)
  })

  it('cuts out a range exactly', async () => {
    const bytes = counting(1000)
    const response = await exhibitResponse(sourceOf(bytes), 'known', 'bytes=100-199')
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe('bytes 100-199/1000')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes.slice(100, 200))
  })

  it('may do nothing in the window and is never sniffed', async () => {
    const response = await exhibitResponse(sourceOf(counting(10), 'text/html'), 'known', null)
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
  })

  it('answers 404 for a token that the engine does not know and 416 outside the file', async () => {
    expect((await exhibitResponse(sourceOf(counting(10)), 'other', null)).status).toBe(404)
    const outside = await exhibitResponse(sourceOf(counting(10)), 'known', 'bytes=10-')
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  })

  it('breaks the stream off when the store is locked in the middle', async () => {
    const source: ExhibitSource = {
      stat: async () => ({ size: 10, mime: 'image/png' }),
      read: async () => null,
    }
    const response = await exhibitResponse(source, 'known', null)
    await expect(response.arrayBuffer()).rejects.toThrow()
  })

  it('gives an empty file as an empty answer', async () => {
    const response = await exhibitResponse(sourceOf(new Uint8Array(0)), 'known', null)
    expect((await response.arrayBuffer()).byteLength).toBe(0)
  })
})
