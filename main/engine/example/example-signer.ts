import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDemoAuthority } from '../signing/demo-authority.ts'

/** Certificates of an invented authority, in a throw-away folder; they name nobody real. */
export type ExampleSigner = {
  /** Throw-away folder; also for exhibits that are made while loading. */
  folder: string
  caPath: string
  certificateOf(name: string): Promise<{ path: string; password: string }>
  remove(): void
}

const PASSWORD = 'contoh'

/**
 * Makes an invented authority whose certificates began before the docket's first letter.
 * `tempDir` holds the files until `remove`.
 */
export function createExampleSigner(tempDir: string, since: Date, organization: string): ExampleSigner {
  const folder = mkdtempSync(join(tempDir, 'adjudikasn-contoh-'))
  const authority = createDemoAuthority(since)
  const caPath = join(folder, 'ca.pem')
  writeFileSync(caPath, authority.certificatePem)
  const made = new Map<string, string>()
  return {
    folder,
    caPath,
    async certificateOf(name) {
      let path = made.get(name)
      if (!path) {
        const validUntil = new Date(since.getTime() + 8 * 365.25 * 86_400_000)
        const options = { password: PASSWORD, validFrom: since, validUntil }
        const { pkcs12 } = authority.issue({ name, nip: null, organization }, options)
        path = join(folder, `${made.size}.p12`)
        writeFileSync(path, pkcs12, { mode: 0o600 })
        made.set(name, path)
      }
      return { path, password: PASSWORD }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
