import { fileTypeFromBuffer } from 'file-type'
import type { ByteSource } from './byte-source.ts'
import { type KindFacts, OCTETS, plainKind } from './exhibit-kind.ts'

/** Kinds of sound that the runtime plays and that have no rule of their own. */
const PLAYABLE: Readonly<Record<string, string>> = {
  'audio/mpeg': 'audio/mpeg',
  'audio/aac': 'audio/aac',
  'audio/opus': 'audio/ogg',
  'audio/ogg': 'audio/ogg',
  'audio/wav': 'audio/wav',
}
/** Kinds that are text after all; the text rule knows them better. */
const TEXTS = ['application/xml', 'image/svg+xml', 'text/', 'application/x-ft-', 'application/json']

/** What the sniffing library says about the first bytes; null when it knows nothing or knows a text. */
export async function sniffedKind(_source: ByteSource, head: Buffer): Promise<KindFacts | null> {
  const mime = await sniff(head)
  if (mime === null || TEXTS.some(start => mime.startsWith(start))) return null
  const playable = PLAYABLE[mime]
  if (playable !== undefined) return plainKind('audio', playable)
  if (mime.startsWith('audio/')) return plainKind('audio', OCTETS, 'notPlayable')
  if (mime.startsWith('video/')) return plainKind('video', OCTETS, 'notPlayable')
  if (/^image\/hei[cf]/.test(mime)) return plainKind('other', OCTETS, 'heifNotShown')
  if (mime.startsWith('image/')) return plainKind('other', OCTETS, 'imageNotShown')
  return plainKind('other', OCTETS, 'unknownKind')
}

async function sniff(head: Buffer): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(head))?.mime ?? null
  } catch {
    return null
  }
}
