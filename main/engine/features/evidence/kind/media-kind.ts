import type { ByteSource } from './byte-source.ts'
import { type KindFacts, OCTETS, plainKind } from './exhibit-kind.ts'
import { isoMediaKind } from './iso-media.ts'

// What Chromium 114 as shipped with the runtime plays (its ffmpeg holds H.264, AAC and MP3); everything else
// gets a notice instead of a player that stays black.
const MATROSKA_VIDEO = ['V_VP8', 'V_VP9', 'V_AV1', 'V_MPEG4/ISO/AVC']
const MATROSKA_AUDIO = ['A_OPUS', 'A_VORBIS', 'A_AAC', 'A_MPEG/L3', 'A_FLAC', 'A_PCM/INT/LIT']
const OGG_AUDIO = ['OpusHead', '\x01vorbis', '\x7fFLAC']
/** PCM, float, A-law, mu-law, extensible. */
const WAV_FORMATS = [1, 3, 6, 7, 0xfffe]

/** Sound and moving pictures by container and codec; null for all else. */
export function mediaKind(source: ByteSource, head: Buffer): KindFacts | null {
  const text = (from: number, to: number) => head.toString('latin1', from, to)
  if (text(4, 8) === 'ftyp' || text(4, 8) === 'moov' || text(4, 8) === 'mdat')
    return isoMediaKind(source, head)
  if (head.length > 4 && head.readUInt32BE(0) === 0x1a45dfa3) return matroska(head)
  if (text(0, 4) === 'OggS') return ogg(head)
  if (text(0, 4) === 'fLaC') return plainKind('audio', 'audio/flac')
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return wave(head)
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'AVI ') return plainKind('video', OCTETS, 'notPlayable')
  if (text(0, 5) === '#!AMR') return plainKind('audio', OCTETS, 'notPlayable')
  // A cover picture can push the first frame of sound far behind the tag, so the tag alone decides.
  if (text(0, 3) === 'ID3') return plainKind('audio', 'audio/mpeg')
  return null
}

function matroska(head: Buffer): KindFacts {
  const webm = head.subarray(0, 64).includes('webm')
  const ids = [
    ...new Set(head.toString('latin1').match(/[VA]_[A-Z0-9]{2,10}(?:\/[A-Z0-9]{1,5}){0,3}/g) ?? []),
  ]
  const videos = ids.filter(id => id.startsWith('V_'))
  const audios = ids.filter(id => id.startsWith('A_'))
  const kind = videos.length > 0 || audios.length === 0 ? 'video' : 'audio'
  const playable =
    ids.length > 0 &&
    videos.every(id => MATROSKA_VIDEO.includes(id)) &&
    audios.every(id => MATROSKA_AUDIO.some(known => id.startsWith(known)))
  if (!playable) return plainKind(kind, OCTETS, 'notPlayable')
  return plainKind(kind, webm ? `${kind}/webm` : 'video/x-matroska')
}

function ogg(head: Buffer): KindFacts {
  if (head.includes('\x80theora', 'latin1')) return plainKind('video', 'video/ogg')
  const known = OGG_AUDIO.some(mark => head.subarray(0, 512).includes(mark, 0, 'latin1'))
  return known ? plainKind('audio', 'audio/ogg') : plainKind('audio', OCTETS, 'notPlayable')
}

function wave(head: Buffer): KindFacts {
  const at = head.indexOf('fmt ', 12, 'latin1')
  if (at === -1 || at + 10 > head.length) return plainKind('damaged', OCTETS, 'undecodable')
  const known = WAV_FORMATS.includes(head.readUInt16LE(at + 8))
  return known ? plainKind('audio', 'audio/wav') : plainKind('audio', OCTETS, 'notPlayable')
}
