import type { Verdict } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { press, startingWith, type } from './fields.ts'
import { people, type TourPerson } from './people.ts'
import { everyRespondent } from './report-facts.ts'
import { answerQuestions, castBallot, openBallots, withdraw } from './room-steps.ts'
import { handTo, openRoom } from './session.ts'
import type { Tour } from './tour.ts'

const words = t.plenaries
const PRESENT: readonly TourPerson[] = [people.chair, people.lead, people.sameRegion, people.third]
const VOTERS: readonly TourPerson[] = [people.chair, people.lead, people.third]
const VERDICTS: readonly Verdict[] = ['proven', 'notProven', 'deferred']
const MINUTES = 'berita-acara.pdf'

/** The reviewer plans the meeting and writes down who has come. Starts signed in as the reviewer. */
export async function planMeeting(tour: Tour): Promise<void> {
  const { page } = tour
  await tour.step('plenaryPlan', 'Sidang pleno direncanakan; yang hadir dicatat.', async () => {
    await openRoom(tour, t.app.rail.plenaries)
    await press(page, words.plan.action)
    await type(page, words.plan.place, 'Ruang Sidang Utama')
    await page
      .getByRole('checkbox', { name: startingWith('Perkara') })
      .first()
      .check()
    await tour.look('rencana-sidang')
    await press(page, words.plan.submit)
    const side = page.getByRole('complementary', { name: words.attendance.title })
    await side.waitFor()
    for (const person of PRESENT) {
      await side.getByRole('checkbox', { name: startingWith(person.name) }).click()
      await side.getByRole('checkbox', { name: startingWith(person.name), checked: true }).waitFor()
    }
    await page.getByText(words.attendance.onlyPresiders).waitFor()
    await tour.look('kehadiran')
    await leaveRoom(tour)
  })
}

/** The meeting itself: recusal, a vote on each person, the result, the minutes. Ends as the chair. */
export async function holdMeeting(tour: Tour): Promise<void> {
  const { page } = tour
  await tour.step('plenaryOpen', 'Ketua membuka sidang; seorang komisioner mengundurkan diri.', async () => {
    await handTo(tour, people.chair)
    await openRoom(tour, t.app.rail.plenaries)
    await page.getByRole('row').filter({ hasText: words.state.planned }).last().dblclick()
    await press(page, words.attendance.open)
    await withdraw(page, people.sameRegion.name, words.recusal.sameRegion)
    await tour.look('sidang-dibuka')
  })
  for (const [index, person] of everyRespondent.entries()) {
    const verdict = VERDICTS[index] ?? 'deferred'
    const sentence = `Suara tentang orang ke-${index + 1} disegel ${VOTERS.length} anggota, lalu dibuka.`
    await tour.step(`vote.${index + 1}`, sentence, async () => {
      await page.getByRole('heading', { name: person.name, level: 2 }).waitFor()
      await vote(tour, verdict, index === 0)
      await tour.look(`hasil-suara-${index + 1}`)
      if (index < everyRespondent.length - 1) await press(page, words.vote.next)
    })
  }
  await tour.step('minutes', 'Sidang ditutup; berita acara disimpan sebagai PDF.', async () => {
    await press(page, words.close.action)
    await page.getByText(words.close.question(1)).waitFor()
    await press(page, words.close.action)
    await page.getByRole('region', { name: words.minutes.title }).locator('canvas').first().waitFor()
    await tour.answer(tour.at('minutes', MINUTES))
    await press(page, words.minutes.save)
    await page.getByText(words.minutes.saved(MINUTES)).waitFor()
    // The fixed pages are painted a moment after the draft ones are gone.
    await page.waitForTimeout(1_000)
    await tour.look('berita-acara')
    await leaveRoom(tour)
  })
}

async function leaveRoom({ page }: Tour): Promise<void> {
  const room = page.getByRole('region', { name: words.room.label })
  await room
    .getByRole('button', { name: startingWith(words.room.back) })
    .first()
    .click()
  await page.getByRole('navigation', { name: t.app.rail.label }).waitFor()
}

async function vote(tour: Tour, verdict: Verdict, picture: boolean): Promise<void> {
  const { page } = tour
  await answerQuestions(page)
  await press(page, words.vote.open)
  for (const [index, voter] of VOTERS.entries()) {
    const look = async (step: 'choosing' | 'sealing') =>
      void (await tour.look(step === 'choosing' ? 'memberi-suara' : 'menyegel-suara'))
    await castBallot(page, voter, { verdict, ...(picture && index === 0 && { look }) })
    await page.getByText(words.vote.sealed(index + 1, VOTERS.length), { exact: true }).waitFor()
  }
  if (picture) await tour.look('suara-tersegel')
  const others = VOTERS.filter(voter => voter !== people.chair)
  const look = async (step: 'begun' | 'enough') => {
    if (step === 'enough') await tour.look('membuka-suara')
  }
  await openBallots(page, others, picture ? { look } : {})
}
