import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { Provenance } from '../../shared/contract/evidence.ts'
import type { Input, Output } from '../../shared/contract/index.ts'
import type { TestEngine } from './test-engine.ts'

export type CaseFile = Output<'cases.open'>
export type Exhibit = Output<'evidence.list'>[number]
export type Finding = Output<'findings.listByCase'>[number]

/** NIPs of invented persons: birth date, start of service, sex, serial. */
const NIPS = ['198609262015051001', '197903152005012002', '198101012006041003', '199002142014022004']

/** A report that the engine accepts; parts may be replaced. */
export function reportInput(
  persons = 2,
  parts: Partial<Input<'reports.register'>> = {},
): Input<'reports.register'> {
  return {
    channel: 'letter',
    receivedOn: '2020-10-20',
    senderKind: 'electionSupervisor',
    senderOffice: 'Pengawas Pemilihan Kabupaten Contoh',
    senderLetterNumber: '12/PM.00/X/2020',
    senderLetterOn: '2020-10-18',
    electionScope: 'kepala-daerah',
    designatedOn: '2020-09-23',
    candidate: 'Pasangan calon nomor 2',
    violationForm: 'medsos-unggahan',
    actOn: '2020-10-14',
    actTime: '09:30',
    zone: 'WIB',
    place: 'Kantor Kecamatan Umpama',
    provinceCode: '33',
    initialEvidence: 'Tangkapan layar unggahan',
    narrative: 'Terlapor menyebarkan ajakan memilih pasangan calon nomor 2 lewat akun media sosial.',
    respondents: NIPS.slice(0, persons).map((nip, n) => ({
      nip,
      name: `Orang Umpama ${'ABCD'[n]}`,
      status: 'pns',
      grade: 'III/c',
      position: 'Camat Umpama',
      positionKind: '',
      workUnit: 'Kecamatan Umpama',
      agencyName: 'Pemerintah Kabupaten Contoh',
      agencyType: 'pemkab',
      provinceCode: '33',
    })),
    ...parts,
  }
}

/**
 * Registers a report and opens its case: rina (assistant), arman as second reader, the commissioners laksmi
 * and darma. Surya is not assigned. Signs in as rina.
 */
export async function buildCase(
  engine: TestEngine,
  persons = 2,
  parts: Partial<Input<'reports.register'>> = {},
): Promise<CaseFile> {
  await engine.as('rina')
  const report = await engine.call('reports.register', reportInput(persons, parts))
  const file = await engine.call('cases.open', {
    reportId: report.id,
    assistants: [engine.account('rina').id],
    reviewers: [engine.account('arman').id],
    commissioners: [engine.account('laksmi').id, engine.account('darma').id],
  })
  return parts.actOn === undefined ? decidedInTime(engine, file) : file
}

/** On a clock after the change of rulebooks: the act was examined and decided while the old one was in force. */
async function decidedInTime(engine: TestEngine, opened: CaseFile): Promise<CaseFile> {
  let file = opened
  for (const { id: respondentId } of opened.respondents.filter(person => person.rulebook.undecided)) {
    const dates = { examinedOn: '2020-10-21', decidedOn: '2020-11-02' } as const
    file = await engine.call('cases.recordDates', { caseId: file.id, respondentId, ...dates } as never)
  }
  return file
}

/** A provenance card on which every field is filled or named as unknown. */
export const FULL_CARD: Provenance = {
  obtainedFrom: 'Pengawas Pemilihan Kabupaten Contoh',
  obtainedBy: 'Rina Ibaratnya',
  obtainedOn: '2020-10-21' as Provenance['obtainedOn'],
  obtainedTime: '10:15',
  zone: 'WIB',
  url: '',
  accountHandle: '',
  device: '',
  note: '',
  unknown: ['url', 'accountHandle', 'device'],
}

/** Takes pictures in and fills their cards. */
export async function takeExhibits(engine: TestEngine, caseId: string, count = 1): Promise<Exhibit[]> {
  const files = Array.from({ length: count }, (_, n) => {
    const path = join(engine.root, `foto-${caseId.slice(0, 4)}-${n}.png`)
    writeFileSync(path, pngFile(3, 2, n))
    return engine.ticket(path)
  })
  const { taken } = await engine.call('evidence.takeIn', { caseId: caseId as never, series: 'P', files })
  const described: Exhibit[] = []
  for (const exhibit of taken) {
    const input = { exhibitId: exhibit.id, title: exhibit.title, provenance: FULL_CARD }
    described.push(await engine.call('evidence.describe', input))
  }
  return described
}

/** A finding about one person, proven on one exhibit; not yet submitted. */
export async function proveFinding(
  engine: TestEngine,
  file: CaseFile,
  respondent = 0,
  provisionId = 'pp53-2010/4/15/d',
): Promise<Finding> {
  const [exhibit] = await takeExhibits(engine, file.id)
  const respondentId = file.respondents[respondent]!.id
  let finding = await engine.call('findings.add', { caseId: file.id, respondentId, provisionId })
  for (const { elementId } of finding.assessments) {
    const findingId = finding.id
    const link = { findingId, elementId, exhibitId: exhibit!.id, stance: 'supports' as const, place: {} }
    await engine.call('findings.link', link)
    const reasons = 'Terlihat jelas pada bukti.'
    finding = await engine.call('findings.assess', { findingId, elementId, state: 'proven', reasons })
  }
  return engine.call('findings.conclude', {
    findingId: finding.id,
    conclusion: 'proven',
    consideration: 'Semua unsur terpenuhi menurut bukti.',
  })
}

/** All points of the review list. */
export const ALL_CHECKS = ['elements', 'exhibits', 'defence', 'sanction', 'wording'] as const

/** Proves, submits (rina) and reviews (arman) a finding for each person; ends signed in as rina. */
export async function reviewedFindings(engine: TestEngine, file: CaseFile): Promise<Finding[]> {
  const made: Finding[] = []
  for (const n of file.respondents.keys()) {
    const finding = await proveFinding(engine, file, n)
    made.push(await engine.call('findings.submit', { findingId: finding.id }))
  }
  await engine.as('arman')
  const reviewed: Finding[] = []
  for (const { id } of made) {
    const review = { findingId: id, outcome: 'approved' as const, checks: [...ALL_CHECKS], comment: '' }
    reviewed.push(await engine.call('findings.review', review))
  }
  await engine.as('rina')
  return reviewed
}

/** A small true PNG; `shade` makes its bytes differ. */
export function pngFile(width: number, height: number, shade = 0): Buffer {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, shade)])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function crc32(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
