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
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/project.ts'
import { t } from '../../shared/strings/index.ts'
import { buildCase, pngFile } from '../helpers/build-case.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { answerDialog, dropFiles } from './harness/files.ts'
import { type Launched, launch } from './harness/launch.ts'
import { preparedStore, unlockStore } from './harness/prepared-store.ts'

const words = t.evidence
const EXAMPLES = filesIn(join(ROOT, 'resources', 'example', 'exhibits'))
const SAMPLES = ['hostile', 'photos', 'chats'].flatMap(name =>
  filesIn(join(ROOT, '..', 'shared', 'samples', name)),
)
const folder = mkdtempSync(join(tmpdir(), 'adjudikasn-bukti-'))
let program: Launched
let store: string
let caseId: string

beforeAll(async () => {
  const prepared = await preparedStore(engine => buildCase(engine, 2))
  store = prepared.folder
  caseId = prepared.filled.id
  program = await launch()
  await unlockStore(program, store, 'rina')
  await go('')
  await page().getByText(words.empty.title).waitFor()
})
afterAll(async () => {
  await program.close()
  rmSync(folder, { recursive: true, force: true })
})

const page = () => program.page
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
  await dropFiles(page(), 'main', files)
  await page().getByRole('dialog').waitFor()
  if (series === 'T') await page().getByRole('radio', { name: words.series.T }).check()
  meanwhile()
  await press('Enter')
  const alert = page()
    .getByRole('alert')
    .filter({ has: page().getByRole('button', { name: words.intake.dismiss }) })
  await alert.waitFor({ timeout: 60_000 })
  const text = await alert.innerText()
  await alert.getByRole('button', { name: words.intake.dismiss }).click()
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
  await shown.first().waitFor({ timeout: 20_000 })
}

describe('an empty case', () => {
  it('says what is absent and what to do, without a serious accessibility fault', async () => {
    expect(await page().getByText(words.empty.next).isVisible()).toBe(true)
    expect(await accessibilityFaults(page())).toEqual([])
  })
})

describe('files that come in', () => {
  it('take a series and numbers; a file that went away meanwhile is named and the others go on', async () => {
    const files = [
      made('satu.png', pngFile(60, 40)),
      made('dua.txt', 'baris satu\nbaris dua\n'),
      made('hilang.txt', 'x'),
    ]
    const text = await takeIn(files, 'T', () => rmSync(join(folder, 'hilang.txt')))
    expect(text).toContain('2 bukti masuk')
    expect(text).toContain(words.intake.refused(1))
    expect(text).toContain('hilang.txt')
    expect(await options().allInnerTexts()).toEqual([
      expect.stringContaining('T-1'),
      expect.stringContaining('T-2'),
    ])
  })

  it('show their progress and can be stopped: then none came in', async () => {
    const big = made('besar.bin', '')
    truncateSync(big, 700_000_000)
    await dropFiles(page(), 'main', [big])
    await page().getByRole('dialog').waitFor()
    await press('Enter')
    await page().getByRole('button', { name: t.ui.stopWork }).click()
    await page().getByText(words.intake.cancelled).waitFor({ timeout: 30_000 })
    await page().getByRole('button', { name: words.intake.dismiss }).click()
    expect(await options().count()).toBe(2)
    rmSync(big)
  })

  it('of every kind and every hostile sort open inert', { timeout: 240_000 }, async () => {
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

  it('never show a name that turns the reading direction', async () => {
    await takeIn([made('laporan-\u202egpj.exe.txt', 'isi \u202ebiasa')])
    const last = options().filter({ hasText: 'laporan' })
    await last.click()
    await page().getByText('‹U+202E›').waitFor()
    expect(await page().evaluate(() => document.body.innerText.includes('\u202e'))).toBe(false)
  })
})

describe('coding by keyboard', () => {
  const number = () => `P-${EXAMPLES.findIndex(path => path.endsWith('unggahan-silaturahmi.png')) + 1}`

  it('adds a finding, draws a box, ties it, and goes to the next exhibit', async () => {
    await go(`nomor=${number()}`)
    await opened(number())
    await page().getByRole('button', { name: words.code.addFinding }).click()
    await page().getByRole('list', { name: words.code.elements }).waitFor()
    await page().getByRole('listbox', { name: words.list }).focus()
    await press('b')
    await press('ArrowUp')
    await press('Shift+ArrowRight')
    await press('Enter')
    await press('1')
    await page()
      .getByRole('button', { name: words.mark.go('Kotak 1 · unsur 1') })
      .waitFor()
    await page().getByLabel(words.code.note).fill('Terlihat jelas.')
    await press('Control+Enter')
    await expect.poll(() => page().url()).not.toContain(`nomor=${number()}`)
    expect(program.problems).toEqual([])
  })

  it('opens the exact place from an address', async () => {
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
    expect(await page().getByLabel(words.code.note).inputValue()).toBe('Terlihat jelas.')
  })

  it('goes round the answers with the digit of an element', async () => {
    await go('nomor=T-2')
    await opened('T-2')
    await page().getByRole('listbox', { name: words.list }).focus()
    const answer = page().getByRole('list', { name: words.code.elements }).getByRole('button').nth(1)
    for (const state of [words.code.state.supports, words.code.state.contradicts, words.code.state.none]) {
      await press('2')
      await expect.poll(() => answer.innerText()).toContain(state)
    }
  })
})

describe('the provenance card', () => {
  it('is filled by keyboard, with unknown answers marked', async () => {
    await go('nomor=T-1')
    await opened('T-1')
    await press('F2')
    const dialog = page().getByRole('dialog')
    await dialog.getByLabel(words.card.title).fill('Foto kegiatan')
    await dialog.getByRole('textbox', { name: words.card.fields.obtainedFrom }).fill('Panwas Kecamatan')
    await dialog.getByRole('checkbox').nth(1).check()
    expect(await accessibilityFaults(page())).toEqual([])
    await press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await page().getByText('Panwas Kecamatan').waitFor()
    expect(
      await options()
        .last()
        .or(options().filter({ hasText: 'Foto kegiatan' }))
        .first()
        .isVisible(),
    ).toBe(true)
  })

  it('keeps an export with its purpose in the chain of custody', async () => {
    const target = join(folder, 'salinan.png')
    await answerDialog(program.app, [target])
    await page().getByRole('button', { name: words.card.export }).first().click()
    await page().getByRole('dialog').getByLabel(words.exporting.purpose).fill('Untuk ahli forensik')
    await page().getByRole('button', { name: words.exporting.submit }).click()
    await page().getByRole('dialog').waitFor({ state: 'detached' })
    expect(readFileSync(target)).toEqual(readFileSync(join(folder, 'satu.png')))
    await page().getByRole('button', { name: words.custody.all }).click()
    await page().getByText('Untuk ahli forensik').waitFor()
    expect(await accessibilityFaults(page())).toEqual([])
    await press('Escape')
  })
})

describe('an exhibit whose bytes changed', () => {
  it('is shown to nobody, says so loudly, and cannot be tied to an element', async () => {
    for (const folderOfTwo of readdirSync(join(store, 'vault')))
      for (const file of filesIn(join(store, 'vault', folderOfTwo))) appendFileSync(file, 'x')
    await go('nomor=T-2')
    await page().getByRole('button', { name: words.card.recheck }).click()
    await page().getByText(words.changed.title('T-2')).waitFor()
    expect(await page().getByText('baris satu').count()).toBe(0)
    await page().getByText(words.code.changed).waitFor()
    await page().getByText(t.cases.changedExhibits(1)).waitFor()
    expect(await accessibilityFaults(page())).toEqual([])
    expect(program.problems).toEqual([])
  })
})
