import fs from 'node:fs'
import { openCase } from './case-file.ts'
import { firstStart } from './first-start.ts'
import { registerReport, seeOverlap } from './reports.ts'
import { Tour, type TourOptions } from './tour.ts'

/** Does the whole main job in the real window and leaves what it made in the folder. */
export async function runTour(folder: string, options: TourOptions = {}): Promise<Tour> {
  const tour = new Tour(folder, options)
  try {
    await tour.start()
    await firstStart(tour)
    await registerReport(tour)
    await openCase(tour)
    await seeOverlap(tour)
    fs.writeFileSync(tour.at('report.json'), `${JSON.stringify(tour.report, null, 2)}\n`)
    return tour
  } catch (error) {
    await tour.look('berhenti-di-sini').catch(() => undefined)
    throw error
  } finally {
    await tour.end()
  }
}
