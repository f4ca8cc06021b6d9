import { z } from 'zod'
import { instant } from '../dates.ts'
import { ticket } from '../ids.ts'
import { institutionPack } from '../institution-pack.ts'
import { contract, everyone, noInput, read, write } from './define.ts'

export const trustedRoot = z.object({
  fingerprint: z.string(),
  subject: z.string(),
  validUntil: instant,
  addedAt: instant,
})
export type TrustedRoot = z.infer<typeof trustedRoot>

export const institution = contract('institution', {
  get: read({ input: noInput, output: institutionPack, roles: everyone }),
  /** The invented example, to prefill the first-start form. */
  example: read({ input: noInput, output: institutionPack, roles: 'lockedToo' }),
  update: write({ input: institutionPack, output: institutionPack, roles: ['secretariat'] }),
  listTrustedRoots: read({ input: noInput, output: z.array(trustedRoot), roles: everyone }),
  /** A CA certificate (PEM or DER) whose signatures the program accepts. Codes: signing.notACertificate. */
  addTrustedRoot: write({
    input: z.strictObject({ file: ticket }),
    output: trustedRoot,
    roles: ['secretariat'],
  }),
  removeTrustedRoot: write({
    input: z.strictObject({ fingerprint: z.string().max(128) }),
    output: z.array(trustedRoot),
    roles: ['secretariat'],
  }),
})
