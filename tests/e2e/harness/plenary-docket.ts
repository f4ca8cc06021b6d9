import type { NewAccount } from '../../../shared/contract/session.ts'
import {
  ALL_CHECKS,
  buildCase,
  type CaseFile,
  proveFinding,
  reportInput,
  takeExhibits,
} from '../../helpers/build-case.ts'
import { SANCTION } from '../../helpers/decide-case.ts'
import { PASSPHRASE, PEOPLE, type TestEngine } from '../../helpers/test-engine.ts'

/** The seven who decide, in the order in which they vote; the last one is from the region of some cases. */
export const SEVEN = ['bakti', 'ningsih', 'laksmi', 'darma', 'surya', 'tirta', 'ketut'] as const
export type Member = (typeof SEVEN)[number]
export const CASES = 14

const more = (displayName: string, signInName: string, region: string): NewAccount => ({
  displayName,
  signInName,
  role: 'commissioner',
  position: 'Komisioner',
  region,
  passphrase: PASSPHRASE,
})

/** The test people with two more commissioners, so that seven decide. */
export const PLENARY_PEOPLE: readonly NewAccount[] = [
  ...PEOPLE,
  more('Tirta Sekiranya', 'tirta', 'Wilayah IV'),
  more('Ketut Rupanya', 'ketut', 'Bali'),
]

export const nameOf = (signInName: string) =>
  PLENARY_PEOPLE.find(person => person.signInName === signInName)?.displayName ?? ''

const PERSONS = [
  ['Wayan Semisal, S.Sos.', 'Kepala Seksi Pemerintahan'],
  ['Siti Rekaanwati, S.E.', 'Kepala Subbagian Umum'],
  ['Budi Perandaian', 'Camat Umpama'],
  ['Nyoman Ibarat, M.Si.', 'Kepala Dinas Contoh'],
  ['Ratna Seandainya', 'Lurah Misal'],
  ['Joko Barangkali', 'Staf Perencanaan'],
  ['Dewi Kiranya, S.Pd.', 'Guru Ahli Muda'],
  ['Agus Sekiranya', 'Sekretaris Camat'],
  ['Lestari Kalau', 'Bidan Terampil'],
  ['Hendra Umpamanya, S.H.', 'Kepala Bagian Hukum'],
  ['Maya Contohwati', 'Analis Kepegawaian'],
  ['Rudi Misalkan', 'Kepala Desa Dinas'],
  ['Putu Andaikata', 'Penyuluh Pertanian'],
  ['Yanti Reka, S.Kom.', 'Pranata Komputer'],
] as const

/** The case of a private reporter, whom the narrative names. */
export const REPORTED_CASE = 7
export const REPORTER = { name: 'Komang Rahasiawan', contact: '0812-5550-1234' }
/** The case from Bali, for which the commissioner from there is asked. */
export const BALI_CASE = 3

const story = (name: string, n: number) =>
  [
    `Pada 14 Oktober 2020 diadakan pertemuan warga di Balai Desa Contoh, dihadiri ${30 + n} orang.`,
    `${name.split(',')[0]} membagikan undangan melalui grup percakapan.`,
    'Dalam pertemuan itu dibacakan ajakan memilih satu pasangan calon.',
    'Undangan ditujukan kepada pegawai kecamatan dan warga.',
    'Pasangan calon telah ditetapkan pada 23 September 2020.',
  ].join('\n')

/**
 * Fourteen reviewed cases with one person each, two in the first, ready for the plenary. In every third an exhibit
 * speaks against an element. Ends signed in as rina.
 */
export async function plenaryDocket(engine: TestEngine): Promise<CaseFile[]> {
  const files: CaseFile[] = []
  const findings: string[] = []
  for (const [n, [name, position]] of PERSONS.entries()) {
    const people = n === 0 ? [name, 'Made Perumpamaan'] : [name]
    const provinceCode = n === BALI_CASE ? '51' : '33'
    const base = reportInput(1)
    const file = await buildCase(engine, 1, {
      narrative: story(name, n) + (n === REPORTED_CASE ? `\nSemua itu dilihat oleh ${REPORTER.name}.` : ''),
      ...(n === REPORTED_CASE && {
        senderKind: 'public' as const,
        reporterName: REPORTER.name,
        reporterContact: REPORTER.contact,
      }),
      provinceCode,
      respondents: people.map((person, index) => ({
        ...base.respondents[0]!,
        nip: nipOf(n, index),
        name: person,
        position,
        provinceCode,
      })),
    })
    files.push(file)
    for (const respondent of file.respondents.keys()) {
      const finding = await proveFinding(engine, file, respondent)
      if (n % 3 === 0) await contest(engine, file, finding.id, finding.assessments[3]!.elementId)
      await engine.call('findings.propose', { findingId: finding.id, sanctionId: SANCTION, reason: '' })
      await engine.call('findings.submit', { findingId: finding.id })
      findings.push(finding.id)
    }
  }
  await engine.as('arman')
  for (const findingId of findings) {
    await engine.call('findings.review', {
      findingId: findingId as never,
      outcome: 'approved',
      checks: [...ALL_CHECKS],
      comment: '',
    })
  }
  await engine.as('rina')
  return files
}

/** Born on 1 January of a year of its own, in service since 2005. */
const nipOf = (n: number, index: number): string =>
  `19${70 + n}0${index + 1}012005011${String(n + 1).padStart(3, '0')}`

async function contest(engine: TestEngine, file: CaseFile, findingId: string, elementId: string) {
  const [exhibit] = await takeExhibits(engine, file.id, 1)
  await engine.call('findings.link', {
    findingId: findingId as never,
    elementId: elementId as never,
    exhibitId: exhibit!.id,
    stance: 'contradicts',
    place: {},
  })
}
