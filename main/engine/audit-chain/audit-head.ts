import { readFileSync } from 'node:fs'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { replaceFile } from '../store/durable-file.ts'
import { sql } from '../store/sql.ts'
import { verifyFor } from './audit-entry.ts'

/** Signed statement of how far the chain reached; the copy outside the database shows a cut tail. */
export type AuditHead = {
  seq: number
  hash: Buffer
  storeId: string
  generation: number
  signature: Buffer
  signer: Buffer
}

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const headFile = z.strictObject({
  seq: z.number().int().positive(),
  hash: hex(32),
  storeId: z.string(),
  generation: z.number().int().positive(),
  signature: hex(64),
  signer: hex(32),
})

/** The bytes a head's signature covers. */
export function headMessage(head: Omit<AuditHead, 'signature' | 'signer'>): Buffer {
  const { seq, hash, storeId, generation } = head
  return Buffer.from(canonicalize({ seq, hash: hash.toString('hex'), storeId, generation }) ?? '', 'utf8')
}

/** Whether the key that the head names has signed it; whether that key may sign is asked elsewhere. */
export function isHeadSigned(head: AuditHead): boolean {
  return verifyFor('head', headMessage(head), head.signature, head.signer)
}

/** Durable copy in DIR/audit-head.json. Throws as `replaceFile`. */
export function writeHeadFile(file: string, head: AuditHead): void {
  const { seq, hash, storeId, generation, signature, signer } = head
  const text = canonicalize({
    seq,
    hash: hash.toString('hex'),
    storeId,
    generation,
    signature: signature.toString('hex'),
    signer: signer.toString('hex'),
  })
  replaceFile(file, text ?? '')
}

/** The head outside the database; 'missing' or 'damaged' when it cannot be read. */
export function readHeadFile(file: string): AuditHead | 'missing' | 'damaged' {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return 'missing'
  }
  try {
    const value = headFile.parse(JSON.parse(text))
    return {
      ...value,
      hash: Buffer.from(value.hash, 'hex'),
      signature: Buffer.from(value.signature, 'hex'),
      signer: Buffer.from(value.signer, 'hex'),
    }
  } catch {
    return 'damaged'
  }
}

/** Do both state the same end of the same chain? */
export function sameHead(a: AuditHead, b: AuditHead): boolean {
  return a.seq === b.seq && a.storeId === b.storeId && a.hash.equals(b.hash)
}

/**
 * Heads kept in the database: `current` is the end of the chain, `published` the one that the
 * file outside held when `current` was written.
 */
export function readHead(db: ReadableDb, kind: 'current' | 'published'): AuditHead | undefined {
  return db.get<AuditHead>(sql`
    select seq, hash, store_id as storeId, generation, signature, signer
    from audit_heads where kind = ${kind}`)
}

/** Replaces a head in the database; part of the transaction that appends. */
export function saveHead(db: WritableDb, kind: 'current' | 'published', head: AuditHead): void {
  db.run(sql`insert or replace into audit_heads (kind, seq, hash, store_id, generation, signature, signer)
    values (${kind}, ${head.seq}, ${head.hash}, ${head.storeId}, ${head.generation}, ${head.signature},
      ${head.signer})`)
}
