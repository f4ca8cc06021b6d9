import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import type { Letterhead } from '../../pdf/letter-types.ts'

/** The kop of minutes and letters, from the institution pack and its logo beside it. */
export function letterheadOf(pack: InstitutionPack, resourcesDir: string): Letterhead {
  // The pack allows a bare file name only, so that nothing outside its folder can be read.
  const file = pack.logo ? join(resourcesDir, 'institution', pack.logo) : null
  return {
    name: pack.name,
    englishName: pack.englishName || null,
    addressLines: [...pack.addressLines, ...(pack.contactLines.length ? [pack.contactLines.join(', ')] : [])],
    logo: file && existsSync(file) ? readFileSync(file) : null,
  }
}
