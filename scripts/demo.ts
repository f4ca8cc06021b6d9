import path from 'node:path'
import { stopSharedDisplay } from '../tests/e2e/harness/display.ts'
import { prepareDemoFolder } from '../tests/e2e/tour/demo-folder.ts'
import { runTour } from '../tests/e2e/tour/run-tour.ts'
import { buildProgram } from './build.ts'

const usage = 'npm run demo -- DIR\n  DIR  folder baru atau kosong untuk hasilnya\n'
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

/** The whole main job in the real window, into one folder. Gives the exit code. */
async function main([given, ...more]: string[]): Promise<number> {
  if (!given || more.length > 0) {
    process.stderr.write(usage)
    return 2
  }
  const folder = path.resolve(given)
  if (!prepareDemoFolder(folder)) {
    process.stderr.write(`${folder} berisi berkas lain. Pilih folder kosong; tidak ada yang diubah.\n`)
    return 2
  }
  await buildProgram()
  process.env.ADJUDIKASN_TEST_BUILT = '1'
  const began = performance.now()
  try {
    const tour = await runTour(folder, { onStep: (sentence, ms) => say(`${seconds(ms)}  ${sentence}`) })
    for (const problem of tour.problems) say(`Catatan jendela: ${problem}`)
  } finally {
    await stopSharedDisplay()
  }
  say(`${seconds(performance.now() - began)}  Selesai. Hasilnya ada di ${folder}`)
  return 0
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1).replace('.', ',').padStart(6)} d`

process.exitCode = await main(process.argv.slice(2))
