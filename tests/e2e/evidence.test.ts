import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { ROOT } from '../../scripts/project.ts'
import { t } from '../../shared/strings/index.ts'
import { buildCase, pngFile } from '../helpers/build-case.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { answerDialog, dropUntil } from './harness/files.ts'
import { focusIn } from './harness/focus.ts'
import { journey } from './harness/journey.ts'
import { type Launched, launch } from './harness/launch.ts'
import { copyOfStore, preparedStore, unlockStore } from './harness/prepared-store.ts'

const words = t.evidence
const INTAKE_MS = 120_000
const EXAMPLES = filesIn(join(ROOT, 'resources', 'example', 'exhibits'))
const SAMPLES = ['hostile', 'photos', 'chats'].flatMap(name =>
  filesIn(join(ROOT, '..', 'shared', 'samples', name)),
)
const folder = mkdtempSync(join(tmpdir(), 'adjudikasn-bukti-'))
let program: Launched
let prepared: string
let store: string
let caseId: string

beforeAll(async () => {
  const made = await preparedStore(engine => buildCase(engine, 2))
  prepared = made.folder
  caseId = made.filled.id
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const step = journey({
  async begin() {
    store = copyOfStore(prepared)
    program = await launch()
    await unlockStore(program, store, 'rina')
    await go('')
    await page().getByText(words.empty.title).waitFor()
  },
  end: () => program?.close(),
})

const page = () => program.page
const dialog = () => page().getByRole('dialog')
const list = () => page().getByRole('listbox', { name: words.list })
const options = () => page().getByRole('option')
const press = (key: string) => page().keyboard.press(key)

/** Opens the exhibits of the case with a query part such as 'nomor=P-1'. */
async function go(query: string): Promise<void> {
  await page().evaluate(
    to => {
      location.hash = to
    },
    `#/perkara/${caseId}/bukti${query ? `?${query}` : ''}`,
  )
}

/** A small file in the test's own folder. */
function made(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function filesIn(path: string): string[] {
  return existsSync(path) ? readdirSync(path).map(name => join(path, name)) : []
}

/** Drops files and answers the question whose they are; gives the sentences of the result. */
async function takeIn(
  files: readonly string[],
  series: 'P' | 'T' = 'P',
  meanwhile = () => {},
): Promise<string> {
  await dropUntil(page(), 'main', files, dialog())
  await focusIn(dialog())
  if (series === 'T') await page().getByRole('radio', { name: words.series.T }).check()
  meanwhile()
  await press('Enter')
  await dialog().waitFor({ state: 'detached' })
  const alert = page()
    .getByRole('alert')
    .filter({ has: page().getByRole('button', { name: words.intake.dismiss }) })
  await alert.waitFor({ timeout: INTAKE_MS })
  const text = await alert.innerText()
  await alert.getByRole('button', { name: words.intake.dismiss }).click()
  await alert.waitFor({ state: 'detached' })
  return text
}

/** Waits until the exhibit with that number is opened: by a viewer, or by the sentence that says why not. */
async function opened(number: string): Promise<void> {
  await page()
    .locator('h2', { hasText: `${number} ·` })
    .waitFor()
  const told = [words.unviewable.title, words.viewerFailed].map(text =>
    page().getByText(text, { exact: true }),
  )
  const shown = told.reduce((any, one) => any.or(one), page().locator('section[data-ready]'))
  await shown.first().waitFor()
}

describe('an empty case', () => {
  step('says what is absent and what to do, without a serious accessibility fault', async () => {
    await page().getByText(words.empty.next).waitFor()
    expect(await accessibilityFaults(page())).toEqual([])
  })
})

describe('files that come in', () => {
  step(
    'take a series and numbers; a file that went away meanwhile is named and the others go on',
    async () => {
      const files = [
        made('satu.png', pngFile(60, 40)),
        made('dua.txt', 'baris satu\nbaris dua\n'),
        made('hilang.txt', 'x'),
      ]
      const text = await takeIn(files, 'T', () => rmSync(join(folder, 'hilang.txt')))
      expect(text).toContain('2 bukti masuk')
      expect(text).toContain(words.intake.refused(1))
      expect(text).toContain('hilang.txt')
      await expect
        .poll(() => options().allInnerTexts())
        .toEqual([expect.stringContaining('T-1'), expect.stringContaining('T-2')])
    },
  )

  step('show their progress and can be stopped: then none came in', async () => {
    const big = made('besar.bin', '')
    truncateSync(big, 700_000_000)
    await dropUntil(page(), 'main', [big], dialog())
    await focusIn(dialog())
    await press('Enter')
    await page().getByRole('button', { name: t.ui.stopWork }).click()
    await page().getByText(words.intake.cancelled).waitFor({ timeout: INTAKE_MS })
    await page().getByRole('button', { name: words.intake.dismiss }).click()
    await expect.poll(() => options().count()).toBe(2)
    rmSync(big)
  })

  step('of every kind and every hostile sort open inert', async () => {
    if (SAMPLES.length === 0) console.log('skipped in part: ../shared/samples is not there')
    const hostile = [
      made('halaman.html', '<script>window.__pwned=1</script><img src=x onerror="window.__pwned=1">'),
      made('gambar.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="window.__pwned=1"/>'),
      made('kosong.jpg', ''),
      made('bukan-pdf.pdf', '%PDF-1.7\nrusak'),
    ]
    const files = [...EXAMPLES, ...hostile, ...SAMPLES]
    const before = await options().count()
    await takeIn(files)
    await expect.poll(() => options().count()).toBe(before + files.length)
    const address = page().url().split('#')[0]
    const faults = new Set<string>()
    // One exhibit of each ending: the look depends on the kind alone, and each look takes seconds.
    const looked = new Set(new Map(files.map((file, index) => [extname(file), index])).values())
    for (let index = 0; index < files.length; index += 1) {
      await options().nth(index).click()
      await opened(`P-${index + 1}`)
      if (looked.has(index))
        for (const fault of await accessibilityFaults(page()))
          faults.add(`${basename(files[index] ?? '')}: ${fault}`)
    }
    expect([...faults]).toEqual([])
    expect(await page().evaluate(() => '__pwned' in window)).toBe(false)
    expect(page().url().split('#')[0]).toBe(address)
    expect(program.app.windows()).toHaveLength(1)
    expect(program.problems).toEqual([])
  })

  step('never show a name that turns the reading direction', async () => {
    await takeIn([made('laporan-\u202egpj.exe.txt', 'isi \u202ebiasa')])
    const last = options().filter({ hasText: 'laporan' })
    await last.click()
    await page().getByText('‹U+202E›').waitFor()
    expect(await page().evaluate(() => document.body.innerText.includes('\u202e'))).toBe(false)
  })
})

describe('coding by keyboard', () => {
  const number = () => `P-${EXAMPLES.findIndex(path => path.endsWith('unggahan-silaturahmi.png')) + 1}`

  step('adds a finding, draws a box, ties it, and goes to the next exhibit', async () => {
    await go(`nomor=${number()}`)
    await opened(number())
    await page().getByRole('button', { name: words.code.addFinding }).click()
    await page().getByRole('list', { name: words.code.elements }).waitFor()
    await list().focus()
    await press('b')
    await page().getByText(words.drawing).waitFor()
    await press('ArrowUp')
    await press('Shift+ArrowRight')
    await press('Enter')
    await page().getByText(words.drawing).waitFor({ state: 'detached' })
    await press('1')
    await page()
      .getByRole('button', { name: words.mark.go('Kotak 1 · unsur 1') })
      .waitFor()
    await page().getByLabel(words.code.note).fill('Terlihat jelas.')
    await press('Control+Enter')
    await expect.poll(() => page().url()).not.toContain(`nomor=${number()}`)
    expect(program.problems).toEqual([])
  })

  step('opens the exact place from an address', async () => {
    await go(`nomor=${number()}`)
    const mark = page().getByRole('button', { name: words.mark.go('Kotak 1 · unsur 1') })
    await mark.click()
    await expect.poll(() => mark.getAttribute('aria-pressed')).toBe('true')
    const link = page().url().split('#')[1] ?? ''
    expect(link).toContain('tanda=')
    await page().evaluate(() => {
      location.hash = '#/perkara'
    })
    await page().evaluate(to => {
      location.hash = to
    }, `#${link}`)
    await expect.poll(() => mark.getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => page().getByLabel(words.code.note).inputValue()).toBe('Terlihat jelas.')
  })

  step('goes round the answers with the digit of an element', async () => {
    await go('nomor=T-2')
    await opened('T-2')
    await list().focus()
    const answer = page().getByRole('list', { name: words.code.elements }).getByRole('button').nth(1)
    for (const state of [words.code.state.supports, words.code.state.contradicts, words.code.state.none]) {
      await press('2')
      await expect.poll(() => answer.innerText()).toContain(state)
    }
  })
})

describe('the provenance card', () => {
  step('is filled by keyboard, with unknown answers marked', async () => {
    await go('nomor=T-1')
    await opened('T-1')
    await press('F2')
    await focusIn(dialog())
    await dialog().getByLabel(words.card.title).fill('Foto kegiatan')
    await dialog().getByRole('textbox', { name: words.card.fields.obtainedFrom }).fill('Panwas Kecamatan')
    await dialog().getByRole('checkbox').nth(1).check()
    expect(await accessibilityFaults(page())).toEqual([])
    await press('Control+Enter')
    await dialog().waitFor({ state: 'detached' })
    await page().getByText('Panwas Kecamatan').waitFor()
    await options().filter({ hasText: 'Foto kegiatan' }).waitFor()
  })

  step('keeps an export with its purpose in the chain of custody', async () => {
    const target = join(folder, 'salinan.png')
    await answerDialog(program.app, [target])
    await page().getByRole('button', { name: words.card.export }).first().click()
    await focusIn(dialog())
    await dialog().getByLabel(words.exporting.purpose).fill('Untuk ahli forensik')
    await page().getByRole('button', { name: words.exporting.submit }).click()
    await dialog().waitFor({ state: 'detached' })
    expect(readFileSync(target)).toEqual(readFileSync(join(folder, 'satu.png')))
    await page().getByRole('button', { name: words.custody.all }).click()
    await page().getByText('Untuk ahli forensik').waitFor()
    expect(await accessibilityFaults(page())).toEqual([])
    await press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })
})

describe('an exhibit whose bytes changed', () => {
  step('is shown to nobody, says so loudly, and cannot be tied to an element', async () => {
    for (const folderOfTwo of readdirSync(join(store, 'vault')))
      for (const file of filesIn(join(store, 'vault', folderOfTwo))) appendFileSync(file, 'x')
    await go('nomor=T-2')
    await page().getByRole('button', { name: words.card.recheck }).click()
    await page().getByText(words.changed.title('T-2')).waitFor()
    await expect.poll(() => page().getByText('baris satu').count()).toBe(0)
    await page().getByText(words.code.changed).waitFor()
    await page().getByText(t.cases.changedExhibits(1)).waitFor()
    expect(await accessibilityFaults(page())).toEqual([])
    expect(program.problems).toEqual([])
  })
})
