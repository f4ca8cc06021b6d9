import { t } from '../../../shared/strings/index.ts'
import { askEngine } from '../harness/engine-port.ts'
import { choose, labelled, pick, press, textField, type, typeDate } from './fields.ts'
import { people } from './people.ts'
import { AGENCY, everyRespondent, reportFacts, respondents, type TourRespondent } from './report-facts.ts'
import { lock, mistypePassphrase, openRoom, unlock } from './session.ts'
import type { Tour } from './tour.ts'

const words = t.reports.form
const LOOK_MS = 100
const KEPT_MS = 30_000
const RESTORED_MS = 10_000

/** Registers the report on three civil servants, with a power cut in the middle. Works as the author. */
export async function registerReport(tour: Tour): Promise<void> {
  await tour.step(
    'lock',
    'Sekretariat mengunci; frasa sandi yang salah ditolak; asisten membuka.',
    async () => {
      await lock(tour)
      await mistypePassphrase(tour, people.author)
      await tour.look('kunci')
      await unlock(tour, people.author)
      await tour.look('pekerjaan-kosong')
    },
  )
  await tour.step('halfReport', 'Asisten mengisi separuh laporan dengan satu terlapor.', async () => {
    await openRoom(tour, t.app.rail.reports)
    await press(tour.page, t.reports.newReport)
    await fillSource(tour)
    await fillRespondent(tour, 1, respondents.poster)
    await tour.page.getByText(/^Tersimpan/).waitFor()
    // The last keystrokes are written after a short pause.
    await untilKept(tour)
  })
  await tour.step(
    'powerCut',
    'Listrik padam di tengah formulir; setelah nyala, isian dipulihkan.',
    async () => {
      await tour.powerCut()
      await tour.start()
      await unlock(tour, people.author)
      await openRoom(tour, t.app.rail.reports)
      await press(tour.page, t.reports.newReport)
      await tour.page.getByText(/Isian yang belum selesai dipulihkan/).waitFor()
      await expectValue(tour, words.senderLetterNumber, reportFacts.senderLetterNumber)
      await expectValue(tour, words.name, respondents.poster.name)
      await tour.look('isian-dipulihkan')
    },
  )
  await tour.step('report', 'Laporan dilengkapi dengan tiga terlapor dan didaftarkan.', async () => {
    for (const [index, person] of everyRespondent.entries()) {
      if (index === 0) continue
      await press(tour.page, words.addRespondent)
      await fillRespondent(tour, index + 1, person)
    }
    await tour.look('nip-terbaca')
    await fillAct(tour)
    await fillElection(tour)
    await tour.look('laporan-lengkap')
    await press(tour.page, words.submit)
    await button(tour).waitFor()
    for (const { name, nip } of everyRespondent) {
      tour.report.persons.push({ name, nip: nip.replaceAll(' ', '') })
    }
    await tour.look('laporan-terdaftar')
  })
}

const button = (tour: Tour) => tour.page.getByRole('button', { name: t.reports.detail.openCase })

/** A second report on the same person and day: the form says so before anything is saved. */
export async function seeOverlap(tour: Tour): Promise<void> {
  const { page } = tour
  await tour.step(
    'overlap',
    'Laporan kedua tentang orang dan hari yang sama dikenali sebelum disimpan.',
    async () => {
      await openRoom(tour, t.app.rail.reports)
      await press(page, t.reports.newReport)
      await type(respondentSet(tour, 1), words.nip, respondents.poster.nip)
      await typeDate(page, words.actOn, reportFacts.actOn)
      const banner = page.getByText(t.reports.overlap.title)
      await banner.waitFor()
      await banner.scrollIntoViewIfNeeded()
      await tour.look('laporan-tumpang-tindih')
      await press(page, words.discard)
    },
  )
}

async function fillSource({ page }: Tour): Promise<void> {
  await choose(page, page, words.channel, t.reports.channel.letter)
  await choose(page, page, words.senderKind, t.reports.sender.electionSupervisor)
  await typeDate(page, words.receivedOn, reportFacts.receivedOn)
  await type(page, words.senderOffice, reportFacts.senderOffice)
  await type(page, words.senderLetterNumber, reportFacts.senderLetterNumber)
  await typeDate(page, words.senderLetterOn, reportFacts.senderLetterOn)
}

const respondentSet = ({ page }: Tour, number: number) =>
  page.getByRole('group', { name: words.respondent(number), exact: true })

async function fillRespondent(tour: Tour, number: number, person: TourRespondent): Promise<void> {
  const { page } = tour
  const set = respondentSet(tour, number)
  await type(set, words.nip, person.nip)
  await type(set, words.name, person.name)
  await choose(page, set, words.grade, person.grade)
  await type(set, words.position, person.position)
  await type(set, words.workUnit, person.workUnit)
  await type(set, words.agencyName, AGENCY)
  await choose(page, set, words.agencyType, t.reports.agencyType.pemkab)
  await choose(page, set, words.agencyProvince, reportFacts.province)
  const badge = person.nip.replaceAll(' ', '').length === 9 ? t.reports.nip.old9 : t.reports.nip.pns
  await set.getByText(badge, { exact: true }).waitFor()
}

async function fillAct({ page }: Tour): Promise<void> {
  await choose(page, page, words.violationForm, 'Mengunggah sendiri')
  await typeDate(page, words.actOn, reportFacts.actOn)
  await type(page, words.actTime, reportFacts.actTime)
  await pick(page, words.zone, reportFacts.zone)
  await type(page, words.place, reportFacts.place)
  await choose(page, page, words.province, reportFacts.province)
  await type(page, words.narrative, reportFacts.narrative)
}

async function fillElection({ page }: Tour): Promise<void> {
  await choose(page, page, words.electionName, 'Pilkada Serentak 2020')
  await type(page, words.candidate, reportFacts.candidate)
}

/** Waits until all that was typed about the first person is in the store, its last field too. */
async function untilKept({ page }: Tour): Promise<void> {
  const input = { key: 'reports/new' }
  const end = Date.now() + KEPT_MS
  for (let id = 7_000_000; Date.now() < end; id += 1) {
    const reply = await askEngine(page, { t: 'call', id, method: 'drafts.get', input })
    const kept = reply.ok ? (reply.value as { content: string } | null) : null
    const [first] = kept ? JSON.parse(kept.content).respondents : []
    if (first?.provinceCode) return
    await page.waitForTimeout(LOOK_MS)
  }
  throw new Error('tour.notKept')
}

async function expectValue({ page }: Tour, label: string, value: string): Promise<void> {
  const field = textField(page, label)
  const end = Date.now() + RESTORED_MS
  for (;;) {
    const shown = await field.inputValue()
    if (shown === value) return
    if (Date.now() > end) throw new Error(`${String(labelled(label))}: "${shown}" instead of "${value}"`)
    await page.waitForTimeout(LOOK_MS)
  }
}
