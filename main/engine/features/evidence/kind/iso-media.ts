import type { ByteSource } from './byte-source.ts'
import { type KindFacts, OCTETS, plainKind } from './exhibit-kind.ts'

const STILL_PICTURES = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'heif']
const VIDEO_CODECS = ['avc1', 'avc3', 'vp08', 'vp09', 'av01']
const AUDIO_CODECS = ['mp4a', 'Opus', 'fLaC', '.mp3', 'sowt', 'twos', 'lpcm', 'ulaw', 'alaw']
const MOST_BOXES = 20_000
/** The index of a recording of many hours stays below this. */
const LARGEST_INDEX = 8 * 1024 * 1024

/** MP4, M4A, MOV, 3GP and the still pictures in the same container (HEIC, AVIF). */
export function isoMediaKind(source: ByteSource, head: Buffer): KindFacts | null {
  const brand = head.toString('latin1', 4, 8) === 'ftyp' ? head.toString('latin1', 8, 12) : ''
  if (brand.startsWith('avif') || brand.startsWith('avis')) return plainKind('other', OCTETS, 'imageNotShown')
  if (STILL_PICTURES.includes(brand)) return plainKind('other', OCTETS, 'heifNotShown')
  if (/^(crx|jp2|jpx|jxl)/.test(brand)) return plainKind('other', OCTETS, 'imageNotShown')
  const walked = walkBoxes(source)
  if (walked === null) return brand === '' ? null : plainKind('damaged', OCTETS, 'undecodable')
  if (walked.cut || walked.index === null) return plainKind('damaged', OCTETS, 'truncated')
  return byCodecs(walked.index, brand)
}

/** Top-level boxes up to the end: the movie index, and whether the last box is cut off. Null: no such boxes. */
function walkBoxes(source: ByteSource): { index: Buffer | null; cut: boolean } | null {
  let offset = 0
  let index: Buffer | null = null
  for (let n = 0; n < MOST_BOXES && offset < source.size; n++) {
    const header = source.readAt(offset, 16)
    if (header.length < 8) return { index, cut: true }
    const type = header.toString('latin1', 4, 8)
    if (!/^[\x20-\x7e\xa9]{4}$/.test(type)) return n === 0 ? null : { index, cut: index === null }
    let length = header.readUInt32BE(0)
    if (length === 1 && header.length === 16) length = Number(header.readBigUInt64BE(8))
    if (length === 0) length = source.size - offset
    if (length < 8) return null
    if (offset + length > source.size) return { index, cut: true }
    if (type === 'moov') index = source.readAt(offset, Math.min(length, LARGEST_INDEX))
    offset += length
  }
  return { index, cut: false }
}

function byCodecs(index: Buffer, brand: string): KindFacts {
  const codecs: string[] = []
  for (let at = index.indexOf('stsd'); at !== -1; at = index.indexOf('stsd', at + 4)) {
    if (at + 20 <= index.length) codecs.push(index.toString('latin1', at + 16, at + 20))
  }
  const sound = index.includes('soun')
  const kind = index.includes('vide') ? 'video' : 'audio'
  if (kind === 'audio' && !sound) return plainKind('video', OCTETS, 'notPlayable')
  const wanted = codecs.filter(codec => !['text', 'tx3g', 'tmcd', 'mebx', 'mett', 'rtp '].includes(codec))
  const known = wanted.length > 0 && wanted.every(c => VIDEO_CODECS.includes(c) || AUDIO_CODECS.includes(c))
  if (!known) return plainKind(kind, OCTETS, 'notPlayable')
  if (kind === 'audio') return plainKind('audio', 'audio/mp4')
  return plainKind('video', brand.startsWith('qt') ? 'video/quicktime' : 'video/mp4')
}
