import type { Locator } from 'playwright-core'
import { t } from '../../../shared/strings/index.ts'
import { atRest } from '../harness/at-rest.ts'
import { openTab } from './case-file.ts'
import { numberOf, openExhibit } from './evidence.ts'
import { fromReporter, type TourExhibit } from './exhibit-files.ts'
import { button, choose, pick, press, startingWith, type } from './fields.ts'
import {
  carrierConsideration,
  carrierElement,
  headConsideration,
  headElement,
  PROVISION,
  posterConsideration,
  posterElements,
  SANCTION,
  type TourAssessment,
} from './finding-texts.ts'
import { people } from './people.ts'
import { respondents, type TourRespondent } from './report-facts.ts'
import { handTo } from './session.ts'
import type { Tour } from './tour.ts'

const words = t.findings
const FADE_MS = 5_000

/** Ties exhibits to the elements of the first person beside the viewer, one of them with a box. */
export async function codeExhibits(tour: Tour): Promise<void> {
  const { page } = tour
  await tour.step('coding', 'Bukti dikaitkan dengan unsur; satu tempat ditandai dengan kotak.', async () => {
    const coding = page.getByRole('region', { name: t.evidence.code.persons })
    await openExhibit(tour, numberOf(tour, fromReporter.post))
    await choose(page, coding, t.evidence.code.provision, PROVISION)
    await press(coding, t.evidence.code.addFinding)
    await coding.getByRole('list', { name: t.evidence.code.elements }).waitFor()
    await drawBox(tour)
    for (const element of [3, 4, 5]) await tie(tour, element)
    await tour.look('kotak-dan-unsur')
    await openExhibit(tour, numberOf(tour, fromReporter.decree))
    for (const element of [1, 2]) await tie(tour, element)
  })
}

/** A box by keys alone: B begins it in the middle, the arrows move and stretch it, Enter ends it. */
async function drawBox({ page }: Tour): Promise<void> {
  await page.getByRole('listbox', { name: t.evidence.list }).focus()
  await page.keyboard.press('b')
  await page.getByText(t.evidence.drawing).waitFor()
  for (const [key, times] of BOX_KEYS) {
    for (let n = 0; n < times; n++) await page.keyboard.press(key)
  }
  await page.keyboard.press('Enter')
}
/** From the middle of the picture around the sentences of the post. */
const BOX_KEYS = [
  ['ArrowLeft', 33],
  ['ArrowUp', 21],
  ['Shift+ArrowRight', 62],
  ['Shift+ArrowUp', 9],
] as const

async function tie({ page }: Tour, element: number): Promise<void> {
  await page.getByRole('listbox', { name: t.evidence.list }).focus()
  await page.keyboard.press(String(element))
  const elements = page.getByRole('list', { name: t.evidence.code.elements })
  const answer = elements
    .getByRole('listitem')
    .nth(element - 1)
    .getByRole('button')
  await answer.filter({ hasText: t.evidence.code.state.supports }).waitFor()
}

const grid = ({ page }: Tour): Locator => page.getByRole('grid', { name: words.matrix })

/** The row of a person's finding; the demo gives each person one. */
const rowOf = (tour: Tour, person: TourRespondent): Locator =>
  grid(tour).getByRole('row').filter({ hasText: person.name }).first()

const tray = ({ page }: Tour, element: number): Locator =>
  page.getByRole('heading', { name: startingWith(`Unsur ${element} ·`) })

async function openElement(tour: Tour, person: TourRespondent, element: number): Promise<void> {
  await rowOf(tour, person)
    .getByRole('gridcell')
    .nth(element - 1)
    .click()
  await tray(tour, element).waitFor()
  await atRest(tour.page)
}

/** 'Proven' is locked while nothing supports the element, and the tray says why. */
export async function meetLock(tour: Tour): Promise<void> {
  const { page } = tour
  await tour.step('locked', '“Terbukti” tanpa bukti ditolak di layar, dengan sebabnya.', async () => {
    await openTab(tour, t.cases.tabs.elements)
    await grid(tour).waitFor()
    await addFinding(tour, respondents.headOfDistrict)
    await addFinding(tour, respondents.carrier)
    await openElement(tour, respondents.headOfDistrict, 1)
    const status = page.getByRole('group', { name: startingWith(words.tray.status) })
    const radio = status.getByRole('radio', { name: words.state.proven, exact: true })
    await page.getByText(words.tray.locked).waitFor()
    if (!(await radio.isDisabled())) throw new Error('tour.provenWithoutExhibit')
    await tour.look('terbukti-terkunci')
  })
}

async function addFinding(tour: Tour, person: TourRespondent): Promise<void> {
  const { page } = tour
  await grid(tour)
    .getByRole('button', { name: words.add.forPerson(person.name) })
    .click()
  const dialog = page.getByRole('dialog', { name: words.add.title })
  await choose(page, dialog, words.add.provision, PROVISION)
  await press(dialog, words.add.submit)
  await dialog.waitFor({ state: 'detached' })
  await rowOf(tour, person).getByText(PROVISION).waitFor()
}

/** Assesses, concludes and hands over the findings on all three persons. */
export async function writeFindings(tour: Tour): Promise<void> {
  const { page } = tour
  await tour.step(
    'proven',
    'Kelima unsur bagi orang pertama terbukti; pembelaannya ditanggapi.',
    async () => {
      for (const [index, assessment] of posterElements.entries()) {
        await assess(tour, respondents.poster, index + 1, assessment)
      }
      await tour.look('matriks')
      await conclude(tour, respondents.poster, 'proven', posterConsideration)
    },
  )
  await tour.step('sanction', 'Sanksi diusulkan di dalam rentang ketentuan.', async () => {
    const band = page.getByRole('region', { name: words.band.title })
    await band.getByRole('radio', { name: startingWith(SANCTION) }).click({ force: true })
    await band.getByText(words.band.clear).waitFor()
    await tour.look('usulan-sanksi')
    await submit(tour)
  })
  await tour.step('notProven', 'Dua orang lain: tidak terbukti, dan kurang bukti.', async () => {
    await link(tour, respondents.headOfDistrict, 3, fromReporter.chat, 'contradicts')
    await assess(tour, respondents.headOfDistrict, 3, headElement)
    await conclude(tour, respondents.headOfDistrict, 'notProven', headConsideration)
    await submit(tour)
    await link(tour, respondents.carrier, 3, fromReporter.video, 'supports')
    await assess(tour, respondents.carrier, 3, carrierElement)
    await conclude(tour, respondents.carrier, 'notProven', carrierConsideration)
    await submit(tour)
  })
  await tour.step('ownReview', 'Penyusun tidak dapat menelaah temuannya sendiri.', async () => {
    await openConclusion(tour, respondents.poster)
    await page.getByText(words.review.mayNot['findings.ownReview'] ?? '').waitFor()
    await tour.look('telaah-sendiri-ditolak')
  })
}

async function link(
  tour: Tour,
  person: TourRespondent,
  element: number,
  exhibit: TourExhibit,
  stance: 'supports' | 'contradicts',
): Promise<void> {
  const { page } = tour
  const number = numberOf(tour, exhibit)
  await openElement(tour, person, element)
  await pick(page, words.tray.stance, words.tray.stances[stance])
  await choose(page, page, words.tray.linkTo, `${number} `)
  await page.getByRole('button', { name: words.tray.unlink(number) }).waitFor()
  await closeChoices(tour)
}

/** The next number can be typed at once, so the list of choices may open again. */
async function closeChoices({ page }: Tour): Promise<void> {
  await atRest(page)
  const field = page.getByRole('combobox', { name: words.tray.linkTo })
  if ((await field.getAttribute('aria-expanded')) === 'true') await field.blur()
  const options = page.getByRole('option').first()
  await options.waitFor({ state: 'hidden', timeout: FADE_MS }).catch(() => undefined)
}

async function assess(
  tour: Tour,
  person: TourRespondent,
  element: number,
  { state, reasons, defence, reply }: TourAssessment,
): Promise<void> {
  const { page } = tour
  await openElement(tour, person, element)
  await pick(page, words.tray.status, words.state[state])
  await type(page, words.tray.reasons, reasons)
  if (defence) await type(page, words.tray.defence, defence)
  if (reply) await type(page, words.tray.defenceReply, reply)
  await press(page, words.tray.save)
  await rowOf(tour, person)
    .getByRole('gridcell')
    .nth(element - 1)
    .getByText(words.state[state])
    .waitFor()
}

async function openConclusion(tour: Tour, person: TourRespondent): Promise<void> {
  await rowOf(tour, person).getByRole('rowheader').filter({ hasText: PROVISION }).click()
  await tour.page.getByRole('heading', { name: PROVISION }).waitFor()
  await atRest(tour.page)
}

async function conclude(
  tour: Tour,
  person: TourRespondent,
  conclusion: 'proven' | 'notProven',
  consideration: string,
): Promise<void> {
  const { page } = tour
  await openConclusion(tour, person)
  await pick(page, words.panel.conclusion, words.panel.choices[conclusion])
  await type(page, words.panel.consideration, consideration)
  await press(page, words.panel.save)
  await button(page, words.panel.submit).waitFor()
}

async function submit({ page }: Tour): Promise<void> {
  await press(page, words.panel.submit)
  await page.getByText(words.panel.waiting).waitFor()
}

/** The second assistant reads each finding against its list and approves it. */
export async function reviewFindings(tour: Tour): Promise<void> {
  const { page } = tour
  await tour.step('review', 'Orang kedua menelaah dan menyetujui ketiga temuan.', async () => {
    await handTo(tour, people.reviewer)
    await openTab(tour, t.cases.tabs.elements)
    for (const person of Object.values(respondents)) {
      await openConclusion(tour, person)
      for (const label of Object.values(words.review.checks)) {
        await page.getByRole('checkbox', { name: label }).check()
      }
      if (person === respondents.poster) await tour.look('telaah-orang-kedua')
      await press(page, words.review.approve)
      await page.getByText(words.review.outcome.approved, { exact: true }).waitFor()
    }
    await tour.look('temuan-ditelaah')
  })
}
