import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect } from 'vitest'
import { t } from '../../shared/strings/index.ts'
import { buildCase, reportInput, takeExhibits } from '../helpers/build-case.ts'
import { decideCases, readyCase } from '../helpers/decide-case.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { answerDialog } from './harness/files.ts'
import { focusIn } from './harness/focus.ts'
import { journey } from './harness/journey.ts'
import { type Launched, launch } from './harness/launch.ts'
import { copyOfStore, preparedStore, unlockStore } from './harness/prepared-store.ts'

const words = t.intake
const INCOMPLETE = { senderLetterNumber: '', senderLetterOn: null, initialEvidence: '' }

let program: Launched
let prepared = ''
let folder = ''
let ids: { report: string; other: string; linked: string; decided: string }

beforeAll(async () => {
  const made = await preparedStore(async engine => {
    await engine.as('rina')
    const report = await engine.call('reports.register', reportInput(1, INCOMPLETE))
    const second = await engine.call('reports.register', reportInput(1, INCOMPLETE))
    const first = await buildCase(engine, 1)
    await takeExhibits(engine, first.id)
    const again = await buildCase(engine, 1)
    await takeExhibits(engine, again.id)
    engine.setClock('2020-11-19T06:00:00.000Z')
    const decided = await readyCase(engine)
    await decideCases(engine, [decided.id])
    await engine.as('rina')
    const [conflict] = await engine.call('reports.conflicts', { reportId: decided.report.id })
    const note = 'Bupati mencalonkan diri kembali.'
    const { respondentId } = conflict!
    await engine.call('reports.flagConflict', { respondentId, kind: 'candidate', note })
    return { report: report.id, other: second.id, linked: again.id, decided: decided.id }
  })
  prepared = made.folder
  ids = made.filled
}, 300_000)
const step = journey({
  async begin() {
    folder = copyOfStore(prepared)
    program = await launch()
    await unlockStore(program, folder, 'rina')
  },
  end: () => program?.close(),
})

const go = async (address: string) => {
  await program.page.evaluate(to => {
    location.hash = `#${to}`
  }, address)
}

describe('an incomplete report', () => {
  step('goes back to its sender in two keystrokes, and a copy can be taken along', async () => {
    const { page, app } = program
    await go(`/laporan/${ids.report}`)
    await page.getByText(words.summary(1, 2)).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Alt+k')
    await page.getByRole('dialog').getByText(words.giveBack.why).waitFor()
    await focusIn(page.getByRole('dialog'))
    await page.keyboard.press('Enter')
    await page.getByText(words.giveBack.doneHint).waitFor()
    const target = join(dirname(folder), 'pengembalian.pdf')
    await answerDialog(app, [target])
    await page.getByRole('button', { name: words.giveBack.save }).click()
    await expect.poll(() => existsSync(target)).toBe(true)
    await page.getByRole('dialog').getByRole('button', { name: t.common.close }).first().click()
    await page.getByText(words.returned.chip, { exact: true }).waitFor()
  })

  step('is completed in the window and goes on', async () => {
    const { page } = program
    await page.getByRole('button', { name: words.fillIn }).click()
    const dialog = page.getByRole('dialog')
    await focusIn(dialog)
    await dialog.getByLabel(words.amendments.fields.senderLetterNumber).fill('55/PM/XI/2020')
    await dialog.getByLabel(words.amendments.fields.senderLetterOn).fill('19102020')
    await page.keyboard.press('Tab')
    await dialog.getByRole('button', { name: words.form.submit }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(words.amendments.title).waitFor()
    await page.getByRole('button', { name: t.reports.detail.openCase }).waitFor()
  })

  step('asks for a reason before its case is opened', async () => {
    const { page } = program
    await go(`/laporan/${ids.other}`)
    await page.getByRole('button', { name: t.reports.detail.openCase }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(words.open.title).waitFor()
    await dialog.getByRole('button', { name: t.reports.openCase.submit }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel(words.open.reason).fill('Surat pengantar menyusul pekan depan.')
    await dialog.getByRole('button', { name: t.reports.openCase.submit }).click()
    await page.getByText(t.cases.tabs.summary, { exact: true }).first().waitFor()
  })
})

step('points at another case with the same exhibit and links the two', async () => {
  const { page } = program
  await go(`/perkara/${ids.linked}/bukti`)
  await page.getByText(words.related.exhibitsTitle).waitFor()
  await go(`/perkara/${ids.linked}`)
  await page.getByRole('button', { name: words.related.link }).first().click()
  const dialog = page.getByRole('dialog')
  await focusIn(dialog)
  await dialog.getByLabel(words.related.reason).fill('Perbuatan yang sama')
  await dialog.getByRole('button', { name: words.related.link }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(words.related.linkedMark, { exact: true }).first().waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
})

step('shows a case amber whose authority is a candidate, and asks to whom the letter goes', async () => {
  const { page } = program
  await go(`/perkara/${ids.decided}`)
  await page.getByText(words.conflict.chip).waitFor()
  await go(`/perkara/${ids.decided}/surat`)
  await page.getByText('Orang Umpama A').first().waitFor()
  // The list takes the focus by itself once it has rows.
  await focusIn(page.getByRole('grid').or(page.getByRole('treegrid')))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(t.letterStanding.draft.conflictNext).waitFor()
  await dialog.getByText(/Gubernur Jawa Tengah/).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: t.letterStanding.draft.submit }).click()
  await page.getByText(t.letterStanding.addressedHigher).waitFor()
  expect(program.problems).toEqual([])
})
