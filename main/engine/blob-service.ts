import type { ShellToEngine } from '../../shared/wire.ts'
import type { Engine } from './engine-state.ts'
import type { Transport } from './transport.ts'

/** At most this much is sent at once, so that a hostile range never fills the memory. */
const LARGEST_READ = 1024 * 1024

/**
 * Answers the shell's questions for opened exhibits: size and kind of a token, and bytes of it.
 * Only tokens that `evidence.open` issued to this session are known.
 */
export function serveBlobs(engine: Engine, transport: Transport) {
  return (message: Extract<ShellToEngine, { c: 'statBlob' | 'readBlob' }>): void => {
    const target = engine.tokens.find(message.token)
    const vault = engine.session?.vault
    if (!target || !vault) return transport.tell({ c: 'blobMissing', id: message.id })
    if (message.c === 'statBlob') {
      const { size, mime, name } = target
      return transport.tell({ c: 'blobStat', id: message.id, size, mime, name })
    }
    const length = Math.max(0, Math.min(message.length, LARGEST_READ, target.size - message.offset))
    vault.readAt(target.blobId, message.offset, length).then(
      bytes => transport.tell({ c: 'blob', id: message.id, bytes }),
      () => transport.tell({ c: 'blob', id: message.id, bytes: null }),
    )
  }
}
