import { describe, expect, it } from 'vitest'
import { pngFile } from '../../../../../tests/helpers/build-case.ts'
import { type ByteSource, findBytes } from './byte-source.ts'
import { exhibitKind } from './exhibit-kind.ts'

const bytesSource = (bytes: Buffer): ByteSource => ({
  size: bytes.length,
  readAt: (offset, length) => bytes.subarray(offset, offset + length),
})
const kindOf = (bytes: Buffer | string, name = 'berkas') => exhibitKind(bytesSource(Buffer.from(bytes)), name)
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const ascii = (text: string) => Buffer.from(text, 'latin1')

/** Box of an MP4 file. */
function box(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + 8)
  return Buffer.concat([length, ascii(type), body])
}
const stsd = (codec: string) => box('stsd', Buffer.alloc(8), box(codec, Buffer.alloc(20)))
const movie = (brand: string, handler: string, codec: string) =>
  Buffer.concat([
    box('ftyp', ascii(`${brand}\0\0\0\0`)),
    box('mdat', Buffer.alloc(64)),
    box('moov', box('hdlr', Buffer.alloc(8), ascii(handler)), stsd(codec)),
  ])

/** The smallest JPEG that a viewer would accept as one: frame, scan, end. */
function jpeg(width: number, height: number, end = true, orientation = 1): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt16BE(height, 0)
  size.writeUInt16BE(width, 2)
  const exif = Buffer.concat([
    hex('ff e1 00 22 45 78 69 66 00 00 4d 4d 00 2a 00 00 00 08 00 01 01 12 00 03 00 00 00 01'),
    hex(`00 0${orientation} 00 00 00 00 00 00`),
  ])
  const frame = Buffer.concat([hex('ff c0 00 0b 08'), size, hex('01 01 11 00')])
  const scan = hex('ff da 00 08 01 01 00 00 3f 00 12 34 ff 00 56')
  return Buffer.concat([hex('ff d8'), exif, frame, scan, end ? hex('ff d9') : Buffer.alloc(0)])
}

describe('pictures', () => {
  it('are told by content and measured as shown', async () => {
    expect(await kindOf(pngFile(7, 5))).toMatchObject({
      kind: 'image',
      mime: 'image/png',
      width: 7,
      height: 5,
    })
    expect(await kindOf(jpeg(30, 20))).toMatchObject({
      kind: 'image',
      mime: 'image/jpeg',
      width: 30,
      height: 20,
    })
    expect(await kindOf(jpeg(30, 20, true, 6))).toMatchObject({ kind: 'image', width: 20, height: 30 })
    const gif = Buffer.concat([
      ascii('GIF89a'),
      hex('02 00 03 00 00 00 00'),
      hex('2c 00000000 0200 0300 00 02 02 4c 01 00 3b'),
    ])
    expect(await kindOf(gif)).toMatchObject({ kind: 'image', mime: 'image/gif', width: 2, height: 3 })
  })

  it('that are cut off are damaged, at every length', async () => {
    const whole = { png: pngFile(7, 5), jpeg: jpeg(30, 20) }
    for (const bytes of Object.values(whole)) {
      for (let length = 12; length < bytes.length; length++) {
        expect((await kindOf(bytes.subarray(0, length))).kind, String(length)).not.toBe('image')
      }
    }
    expect(await kindOf(jpeg(30, 20, false))).toMatchObject({ kind: 'damaged', notice: 'truncated' })
  })

  it('of absurd size are not shown', async () => {
    for (const [width, height] of [
      [40_000, 40_000],
      [65_500, 10],
      [20_000, 6_000],
    ] as const) {
      expect(await kindOf(jpeg(width, height))).toMatchObject({ kind: 'other', notice: 'imageTooLarge' })
    }
    expect(await kindOf(jpeg(0, 10))).toMatchObject({ kind: 'damaged', notice: 'undecodable' })
  })

  it('of other formats say so', async () => {
    const still = (brand: string) =>
      Buffer.concat([box('ftyp', ascii(`${brand}\0\0\0\0`)), box('meta', Buffer.alloc(9))])
    expect(await kindOf(still('heic'))).toMatchObject({ kind: 'other', notice: 'heifNotShown' })
    expect(await kindOf(still('avif'))).toMatchObject({ kind: 'other', notice: 'imageNotShown' })
    expect(await kindOf(Buffer.concat([ascii('II*\0'), Buffer.alloc(40)]))).toMatchObject({ kind: 'other' })
  })
})

describe('texts', () => {
  it.each([
    ['catatan.txt', 'Halo, besok kumpul di aula.', null],
    ['page.html.jpg', '<!doctype html><script>alert(1)</script>', 'shownAsText'],
    ['gambar.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', 'shownAsText'],
    ['jalan.txt', '#!/bin/sh\nrm -rf /', 'shownAsText'],
    ['foto.jpg', 'bukan foto', 'shownAsText'],
    ['data.json', '{"a": 1}', null],
  ])('%s is inert text', async (name, content, notice) => {
    expect(await kindOf(content, name)).toMatchObject({ kind: 'text', mime: 'text/plain', notice })
  })

  it('in UTF-16 without a mark and in Latin-1 are texts, bytes are not', async () => {
    expect((await kindOf(Buffer.from('Pesan dari grup pemenangan', 'utf16le'))).kind).toBe('text')
    expect((await kindOf(ascii('caf\xe9 di pasar'))).kind).toBe('text')
    expect(await kindOf(Buffer.from([1, 2, 3, 0, 255, 7, 9]))).toMatchObject({
      kind: 'other',
      notice: 'unknownKind',
    })
    expect(await kindOf('')).toMatchObject({ kind: 'damaged', notice: 'emptyFile' })
  })
})

describe('documents, archives and programs', () => {
  const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n'
  it('are told apart and never opened', async () => {
    expect(await kindOf(pdf)).toMatchObject({ kind: 'pdf', mime: 'application/pdf', notice: null })
    expect(await kindOf(pdf.slice(0, 25))).toMatchObject({ kind: 'pdf', notice: 'pdfIncomplete' })
    expect(await kindOf(`${pdf}/Encrypt 5 0 R`)).toMatchObject({ notice: 'pdfEncrypted' })
    expect(await kindOf(`${pdf}/S/JavaScript/JS(x)`)).toMatchObject({ notice: 'pdfScriptsNotRun' })
    expect(await kindOf('Tentang tanda %PDF- di awal berkas')).toMatchObject({ kind: 'text' })
    expect(await kindOf(Buffer.concat([hex('504b0304'), Buffer.alloc(60)]))).toMatchObject({
      notice: 'archiveNotOpened',
    })
    const docx = Buffer.concat([hex('504b0304'), Buffer.alloc(26), ascii('[Content_Types].xml')])
    expect(await kindOf(docx)).toMatchObject({ kind: 'other', notice: 'documentNotShown' })
    expect(await kindOf(Buffer.concat([ascii('MZ'), Buffer.alloc(80)]))).toMatchObject({
      notice: 'programNotRun',
    })
  })

  it('warn when the name claims something else', async () => {
    expect(await kindOf(pdf, 'foto.jpg')).toMatchObject({ kind: 'pdf', notice: 'nameMismatch' })
    expect(await kindOf(pngFile(2, 2), 'foto.jpg')).toMatchObject({ kind: 'image', notice: null })
  })
})

describe('recordings', () => {
  it.each([
    ['isom', 'vide', 'avc1', { kind: 'video', mime: 'video/mp4', notice: null }],
    ['qt  ', 'vide', 'avc1', { kind: 'video', mime: 'video/quicktime', notice: null }],
    ['M4A ', 'soun', 'mp4a', { kind: 'audio', mime: 'audio/mp4', notice: null }],
    ['isom', 'vide', 'hvc1', { kind: 'video', notice: 'notPlayable' }],
    ['3gp4', 'soun', 'samr', { kind: 'audio', notice: 'notPlayable' }],
  ])('%s %s %s', async (brand, handler, codec, expected) => {
    expect(await kindOf(movie(brand, handler, codec))).toMatchObject(expected)
  })

  it('that are cut off are damaged', async () => {
    const whole = movie('isom', 'vide', 'avc1')
    for (let length = 24; length < whole.length; length++) {
      expect(await kindOf(whole.subarray(0, length)), String(length)).toMatchObject({ kind: 'damaged' })
    }
  })

  it('of other containers', async () => {
    const opus = Buffer.concat([ascii('OggS'), Buffer.alloc(24), ascii('OpusHead'), Buffer.alloc(20)])
    expect(await kindOf(opus, 'suara.opus')).toMatchObject({ kind: 'audio', mime: 'audio/ogg', notice: null })
    const webm = Buffer.concat([hex('1a45dfa3 9f 4282 84'), ascii('webm'), ascii('V_VP9 A_OPUS')])
    expect(await kindOf(webm)).toMatchObject({ kind: 'video', mime: 'video/webm', notice: null })
    const hevc = Buffer.concat([hex('1a45dfa3 9f 4282 88'), ascii('matroska'), ascii('V_MPEGH/ISO/HEVC')])
    expect(await kindOf(hevc)).toMatchObject({ kind: 'video', notice: 'notPlayable' })
    const wav = Buffer.concat([
      ascii('RIFF'),
      hex('24000000'),
      ascii('WAVEfmt '),
      hex('10000000 0100 0100'),
      Buffer.alloc(24),
    ])
    expect(await kindOf(wav)).toMatchObject({ kind: 'audio', mime: 'audio/wav', notice: null })
    expect(await kindOf(Buffer.concat([ascii('ID3'), Buffer.alloc(40)]))).toMatchObject({
      mime: 'audio/mpeg',
    })
    expect(await kindOf(Buffer.concat([ascii('#!AMR\n'), Buffer.alloc(40)]))).toMatchObject({
      notice: 'notPlayable',
    })
  })
})

it('never throws and never shows noise as something else, for any beginning followed by noise', async () => {
  const beginnings = [
    '89504e470d0a1a0a',
    'ffd8ff',
    '474946383961',
    '52494646',
    '1a45dfa3',
    '4f676753',
    '000000186674797068656963',
    '255044462d',
    '00000008',
  ]
  let state = 7
  const noise = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state & 255
  }
  for (let n = 0; n < 600; n++) {
    const start = hex(beginnings[n % beginnings.length] ?? '')
    const bytes = Buffer.concat([start, Buffer.from(Array.from({ length: 20 + (n % 300) }, noise))])
    expect((await kindOf(bytes)).kind).not.toBe('image')
  }
})

it('finds bytes that lie across two pieces', () => {
  const bytes = Buffer.alloc(3 * 1024 * 1024)
  bytes.set([0xff, 0xd9], 1024 * 1024 - 1)
  expect(findBytes(bytesSource(bytes), Buffer.from([0xff, 0xd9]), 0)).toBe(1024 * 1024 - 1)
  expect(findBytes(bytesSource(bytes), Buffer.from([0xff, 0xda]), 0)).toBe(-1)
})
