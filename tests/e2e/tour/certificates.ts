import fs from 'node:fs'
import { createDemoAuthority } from '../../../main/engine/signing/demo-authority.ts'
import { people } from './people.ts'
import type { Tour } from './tour.ts'

const PASSWORD = 'sandi berkas sertifikat ketua'

/** The chair's certificate file and its password, and the certificate of the invented authority. */
export type TourCertificate = { authorityFile: string; file: string; password: string }

/** Makes an authority for this tour alone: `ca.pem`, and a PKCS#12 file for the chair. */
export function makeCertificates(tour: Tour): TourCertificate {
  const dayBefore = new Date(Date.now() - 24 * 3_600_000)
  const authority = createDemoAuthority(dayBefore)
  const person = { name: people.chair.name, nip: null, organization: 'Komisi Contoh Netralitas ASN' }
  const { pkcs12 } = authority.issue(person, { password: PASSWORD, validFrom: dayBefore })
  fs.mkdirSync(tour.at('certificates'), { recursive: true })
  fs.writeFileSync(tour.at('ca.pem'), authority.certificatePem)
  const file = tour.at('certificates', 'ketua.p12')
  fs.writeFileSync(file, pkcs12)
  return { authorityFile: tour.at('ca.pem'), file, password: PASSWORD }
}
