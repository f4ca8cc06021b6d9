import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'

const pageSize = 4096
const saltSize = 16
const ivSize = 16
const macSize = 64
const reserve = ivSize + macSize

/**
 * A reader of the SQLCipher 4 file format made from its published description alone (AES-256-CBC,
 * HMAC-SHA-512 over cipher text, IV and page number), to show that the store needs no program of
 * ours: gives the plain SQLite file, after checking the HMAC of every page.
 */
export function decryptSqlcipher4(file: Buffer, rawKey: Buffer): Buffer {
  if (file.length === 0 || file.length % pageSize !== 0) throw new Error('not whole pages')
  const salt = file.subarray(0, saltSize)
  const macSalt = Buffer.from(salt.map(byte => byte ^ 0x3a))
  const macKey = pbkdf2Sync(rawKey, macSalt, 2, 32, 'sha512')
  const pages: Buffer[] = []
  for (let number = 1; number * pageSize <= file.length; number++) {
    const page = file.subarray((number - 1) * pageSize, number * pageSize)
    const start = number === 1 ? saltSize : 0
    const cipherText = page.subarray(start, pageSize - reserve)
    const iv = page.subarray(pageSize - reserve, pageSize - macSize)
    const pageNumber = Buffer.alloc(4)
    pageNumber.writeUInt32LE(number)
    const mac = createHmac('sha512', macKey).update(cipherText).update(iv).update(pageNumber).digest()
    if (!timingSafeEqual(mac, page.subarray(pageSize - macSize)))
      throw new Error(`wrong HMAC on page ${number}`)
    const decipher = createDecipheriv('aes-256-cbc', rawKey, iv).setAutoPadding(false)
    const plain = Buffer.concat([decipher.update(cipherText), decipher.final()])
    const header = number === 1 ? Buffer.from('SQLite format 3\0', 'latin1') : Buffer.alloc(0)
    pages.push(Buffer.concat([header, plain, Buffer.alloc(reserve)]))
  }
  return Buffer.concat(pages)
}
