import { demoAuthorityName } from '../../../main/engine/signing/demo-authority.ts'
import { t } from '../../../shared/strings/index.ts'
import type { TourCertificate } from './certificates.ts'
import { press } from './fields.ts'
import { openRoom } from './session.ts'
import type { Tour } from './tour.ts'

const words = t.administration

/** The secretariat looks at the accounts and adds the authority whose certificates are trusted. */
export async function trustAuthority(tour: Tour, { authorityFile }: TourCertificate): Promise<void> {
  const { page } = tour
  await tour.step('trust', 'Sekretariat memercayai otoritas sertifikat contoh.', async () => {
    await openRoom(tour, t.app.rail.administration)
    await page.getByRole('tab', { name: words.tabs.accounts }).waitFor()
    await tour.look('pengaturan-akun')
    await page.getByRole('tab', { name: words.tabs.certificates }).click()
    await tour.answer(authorityFile)
    await press(page, words.certificates.add)
    await page.getByText(demoAuthorityName).first().waitFor()
    await tour.look('sertifikat-tepercaya')
  })
}
