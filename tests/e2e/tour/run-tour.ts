import fs from 'node:fs'
import { trustAuthority } from './administration.ts'
import { chooseRulebook, openCase } from './case-file.ts'
import { makeCertificates } from './certificates.ts'
import { fillCard, seeAllExhibits, takeExhibits } from './evidence.ts'
import { fromReporter } from './exhibit-files.ts'
import { codeExhibits, meetLock, reviewFindings, writeFindings } from './findings.ts'
import { firstStart } from './first-start.ts'
import { recordDecision } from './follow-ups.ts'
import { writeLetter } from './letters.ts'
import { holdMeeting, planMeeting } from './plenary.ts'
import { respondents } from './report-facts.ts'
import { registerReport, seeOverlap } from './reports.ts'
import { Tour, type TourOptions } from './tour.ts'
import { verifyLetters } from './verification.ts'

/** Does the whole main job in the real window and leaves what it made in the folder. */
export async function runTour(folder: string, options: TourOptions = {}): Promise<Tour> {
  const tour = new Tour(folder, options)
  try {
    await tour.start()
    await firstStart(tour)
    const certificate = makeCertificates(tour)
    await trustAuthority(tour, certificate)
    await registerReport(tour)
    await openCase(tour)
    await chooseRulebook(tour)
    await seeOverlap(tour)
    await takeExhibits(tour)
    await seeAllExhibits(tour)
    await tour.step('cards', 'Kartu asal bukti diisi; yang tidak diketahui ditandai.', async () => {
      await fillCard(tour, fromReporter.post)
      await fillCard(tour, fromReporter.decree)
    })
    await codeExhibits(tour)
    await meetLock(tour)
    await writeFindings(tour)
    await reviewFindings(tour)
    await planMeeting(tour)
    await holdMeeting(tour)
    await writeLetter(tour, respondents.poster, certificate)
    await verifyLetters(tour)
    await recordDecision(tour, respondents.poster)
    fs.rmSync(tour.at('certificates'), { recursive: true })
    fs.rmSync(tour.at('files'), { recursive: true, force: true })
    fs.writeFileSync(tour.at('report.json'), `${JSON.stringify(tour.report, null, 2)}\n`)
    return tour
  } catch (error) {
    await tour.look('berhenti-di-sini').catch(() => undefined)
    throw error
  } finally {
    await tour.end()
  }
}
