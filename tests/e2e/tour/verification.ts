import fs from 'node:fs'
import path from 'node:path'
import { t } from '../../../shared/strings/index.ts'
import { dropUntil } from '../harness/files.ts'
import { press } from './fields.ts'
import { lock, openRoom } from './session.ts'
import type { Tour } from './tour.ts'

const words = t.verification
type Outcome = keyof typeof words.outcomes

/** Checks the issued letter and a changed copy of it, in the open program and while it is locked. */
export async function verifyLetters(tour: Tour): Promise<void> {
  const [letter] = tour.report.letters
  if (!letter) throw new Error('tour.noLetter')
  const genuine = tour.at(letter.file)
  const changed = changedCopy(tour, genuine)
  await tour.step('verify', 'Verifikasi: surat asli dinyatakan asli.', async () => {
    await openRoom(tour, t.app.rail.verification)
    await check(tour, genuine, 'genuine')
    await tour.look('verifikasi-asli')
  })
  await tour.step(
    'verifyLocked',
    'Salinan dengan satu bita diubah: berubah, juga saat terkunci.',
    async () => {
      await lock(tour)
      await press(tour.page, t.session.lock.verify)
      await check(tour, genuine, 'genuine')
      await check(tour, changed, 'changed')
      await tour.look('verifikasi-berubah-terkunci')
      await press(tour.page, t.common.back)
    },
  )
}

async function check({ page }: Tour, file: string, outcome: Outcome): Promise<void> {
  await page.getByRole('heading', { name: words.heading }).waitFor()
  const verdict = page.getByRole('article', { name: path.basename(file) })
  await dropUntil(page, 'main', [file], verdict)
  await verdict.getByRole('heading', { name: words.outcomes[outcome], exact: true }).waitFor()
}

/** A copy of the file with one bit in its middle turned. */
function changedCopy(tour: Tour, file: string): string {
  const bytes = fs.readFileSync(file)
  const middle = bytes.length >> 1
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  const copy = tour.at('files', 'surat-diubah.pdf')
  fs.mkdirSync(path.dirname(copy), { recursive: true })
  fs.writeFileSync(copy, bytes)
  return copy
}
