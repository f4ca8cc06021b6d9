import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROLES } from '../../../shared/contract/define.ts'
import { CIVIL_STATUSES } from '../../../shared/contract/reports.ts'
import { parseNip } from '../../../shared/nip.ts'
import { checkReport } from '../features/reports/report.rules.ts'
import { bandOf, isInBand, loadLawPack, provisionById, rulebookFor } from '../law/index.ts'
import {
  EXAMPLE_EXHIBITS,
  type ExampleCase,
  type ExampleFinding,
  loadExampleDocket,
} from './example-docket.ts'

const resources = join(import.meta.dirname, '../../../resources')
const pack = loadLawPack(join(resources, 'law/law-pack.json'))
const docket = loadExampleDocket(resources)
const reportOf = (entry: ExampleCase) => docket.reports.find(report => report.key === entry.report)?.input
const findings = docket.cases.flatMap(entry => entry.findings.map(finding => ({ entry, finding })))

describe('example docket', () => {
  it('has at least six cases in different stages with two to four persons each', () => {
    expect(docket.cases.length).toBeGreaterThanOrEqual(6)
    expect(new Set(docket.cases.map(entry => entry.stage)).size).toBeGreaterThanOrEqual(5)
    for (const { input } of docket.reports) {
      expect(input.respondents.length).toBeGreaterThanOrEqual(2)
      expect(input.respondents.length).toBeLessThanOrEqual(4)
      expect(input.receivedOn >= (input.actUntil ?? input.actOn)).toBe(true)
      expect(pack.violationForms.some(form => form.id === input.violationForm)).toBe(true)
      expect(pack.elections.find(e => e.id === input.electionId)?.scope).toContain(input.electionScope)
      expect(pack.reference.provinces.some(entry => entry.code === input.provinceCode)).toBe(true)
    }
  })

  it('has an account of every role', () => {
    expect(new Set(docket.accounts.map(person => person.role))).toEqual(new Set(ROLES))
  })

  it('passes the checks of a report that a person types', () => {
    for (const { key, input } of docket.reports) {
      expect(checkReport(input, pack).length, key).toBe(input.respondents.length)
    }
  })

  it('gives every person a valid NIP of the right kind, serial 99x, each once', () => {
    const persons = docket.reports.flatMap(report => report.input.respondents)
    for (const person of persons) {
      const parsed = parseNip(person.nip)
      expect(parsed.warnings, person.name).toEqual([])
      expect(parsed.kind).toBe(person.status === 'pppk' ? 'pppk' : 'pns')
      expect(parsed.serial).toMatch(/^99\d$/)
    }
    expect(new Set(persons.map(person => parseNip(person.nip).digits)).size).toBe(persons.length)
  })

  it('names only accounts, exhibits, elements and sanctions that exist', () => {
    const accounts = new Set(docket.accounts.map(account => account.key))
    for (const entry of docket.cases) {
      for (const name of [...entry.assistants, ...entry.reviewers, ...entry.commissioners]) {
        expect(accounts).toContain(name)
      }
      for (const exhibit of entry.exhibits) {
        expect(existsSync(join(resources, EXAMPLE_EXHIBITS, exhibit.file)), exhibit.file).toBe(true)
      }
    }
    for (const { entry, finding } of findings) {
      const provision = provisionById(pack, finding.provisionId)
      expect(finding.assessments.map(a => a.elementId)).toEqual(provision.elements.map(e => e.id))
      const exhibits = new Set(entry.exhibits.map(exhibit => exhibit.key))
      for (const link of finding.assessments.flatMap(a => a.links)) expect(exhibits).toContain(link.exhibit)
      if (finding.proposal) expect(isInBand(bandOf(provision, pack), finding.proposal.sanctionId)).toBe(true)
      expect(reportOf(entry)?.respondents[finding.respondent - 1]).toBeDefined()
    }
  })

  it('keeps the rules it is there to show', () => {
    for (const { finding } of findings) {
      for (const assessment of finding.assessments) {
        const supported = assessment.links.some(link => link.stance === 'supports')
        if (assessment.state === 'proven') expect(supported, assessment.elementId).toBe(true)
        if (assessment.defence !== '') expect(assessment.defenceReply).not.toBe('')
      }
      if (finding.conclusion === 'proven')
        expect(finding.assessments.every(a => a.state === 'proven')).toBe(true)
      expect(finding.review?.reviewer).not.toBe(finding.author)
    }
    for (const { plenary } of docket.cases) {
      const recused = plenary?.recusals.map(entry => entry.member) ?? []
      for (const ballot of plenary?.votes.flatMap(vote => vote.ballots) ?? []) {
        expect(recused).not.toContain(ballot.member)
        expect(plenary?.present).toContain(ballot.member)
      }
    }
  })

  it('holds one finding under Pasal 4 angka 15 huruf d with all facts', () => {
    const full = findings.map(({ finding }) => finding).filter(isFull)
    expect(full.length).toBeGreaterThanOrEqual(1)
  })

  it('chooses for each case a rulebook that the dates allow', () => {
    for (const entry of docket.cases) {
      const input = reportOf(entry)
      if (!input) throw new Error(entry.report)
      const choice = rulebookFor(
        {
          actOn: input.actOn,
          actEndOn: input.actUntil,
          examinedOn: entry.rulebook.examinedOn,
          decidedOn: entry.rulebook.decidedOn,
          status: 'PNS',
          designatedOn: input.designatedOn,
        },
        pack,
      )
      expect(choice.readings.map(reading => reading.rulebook)).toContain(entry.rulebook.chosen)
      const ethics = entry.findings.some(finding => finding.provisionId === choice.ethicsProvision)
      expect(ethics).toBe(choice.track === 'ethics')
    }
  })
})

/** Every path of the program that the docket is there to show. */
const PATHS = [
  'replacedBallot',
  'correction',
  'reopening',
  'recidivistFirst',
  'recidivist',
  'deferredPerson',
  'separateOpinion',
  'recusal',
  'criminalReferral',
  'severalViolations',
  'notProven',
  'outsideBand',
  'beforeDesignation',
  'moralAlone',
  'moralBeside',
  'returnedAndCompleted',
  'returnedIncomplete',
  'incompleteOpened',
  'partyDismissal',
  'legislativeGap',
  'straddlingChoice',
  'ppkConflict',
  'higherAddressee',
  'pppk',
  'cpns',
  'noSanction',
  'duplicateFirst',
  'duplicateAlert',
  'rulebook30',
]

describe('cases told in short', () => {
  it('have keys of their own', () => {
    const keys = [...docket.reports, ...docket.briefCases].map(entry => entry.key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  const brief = docket.briefCases
  const items = docket.meetings.flatMap(meeting => meeting.agenda)
  const withFindings = brief.filter(entry => (entry.opened?.findings.length ?? 0) > 0)

  it('show every path of the program and no other', () => {
    expect([...new Set(brief.flatMap(entry => entry.shows))].sort()).toEqual(PATHS.toSorted())
  })

  it('pass the checks of a report that a person types', () => {
    for (const { key, report } of brief) {
      expect(checkReport(report, pack).length, key).toBe(report.respondents.length)
      for (const person of report.respondents) expect(parseNip(person.nip).warnings, person.name).toEqual([])
    }
  })

  it('have somebody of every status, the CPNS appointed at most two years before the act', () => {
    const persons = brief.flatMap(({ report }) => report.respondents.map(person => ({ person, report })))
    expect(new Set(persons.map(({ person }) => person.status))).toEqual(new Set(CIVIL_STATUSES))
    for (const { person, report } of persons) {
      if (person.status !== 'cpns') continue
      const month = parseNip(person.nip).appointedMonth ?? ''
      const limit = `${Number(month.slice(0, 4)) + 2}${month.slice(4)}`
      expect(month <= report.actOn.slice(0, 7) && report.actOn.slice(0, 7) <= limit, person.name).toBe(true)
    }
  })

  it('cover, with the others, every form of violation of the law pack', () => {
    const forms = [...docket.reports.map(({ input }) => input), ...brief.map(entry => entry.report)]
    const covered = new Set(forms.map(report => report.violationForm))
    expect(pack.violationForms.filter(form => !covered.has(form.id))).toEqual([])
  })

  it('carry every form that is a violation to a finding', () => {
    const found = new Set([
      ...withFindings.map(entry => entry.report.violationForm),
      ...docket.cases
        .filter(entry => entry.findings.length > 0)
        .map(entry => reportOf(entry)?.violationForm ?? ''),
    ])
    expect(pack.violationForms.filter(form => form.isViolation && !found.has(form.id))).toEqual([])
  })

  it('use every discipline rulebook of the pack that has provisions, and none outside its dates', () => {
    const regulations = new Set(
      [
        ...withFindings.flatMap(entry => entry.opened?.findings ?? []),
        ...findings.map(row => row.finding),
      ].map(finding => provisionById(pack, finding.provisionId).regulation),
    )
    for (const id of pack.rulebookSelection.machine.disciplineRulebooks) {
      if (pack.provisions.some(entry => entry.regulation === id)) expect(regulations).toContain(id)
    }
  })

  it('decide many cases in one meeting, each decided case once or with a reconsideration', () => {
    expect(Math.max(...docket.meetings.map(meeting => meeting.agenda.length))).toBeGreaterThan(7)
    for (const key of new Set(items.map(item => item.case))) {
      const first = items.filter(item => item.case === key && item.reconsiders === null)
      expect(first.length, key).toBe(1)
    }
  })

  it('leave a band only with a reason on the ballot', () => {
    for (const item of items) {
      const file = brief.find(entry => entry.key === item.case)
      for (const vote of item.votes) {
        const { sanctionId, opinion } = vote.all
        if (sanctionId === null) continue
        const own = file?.opened?.findings.filter(finding => finding.respondent === vote.respondent) ?? []
        const bands = own.map(finding => bandOf(provisionById(pack, finding.provisionId), pack))
        if (!bands.some(band => isInBand(band, sanctionId))) expect(opinion.length).toBeGreaterThan(20)
      }
    }
  })
})

describe('example exhibits', () => {
  const folder = join(resources, EXAMPLE_EXHIBITS)
  const head = (file: string, length: number) => readFileSync(join(folder, file)).subarray(0, length)

  it('are small, and all of them are used', () => {
    const used = new Set(docket.cases.flatMap(entry => entry.exhibits.map(exhibit => exhibit.file)))
    expect([...used].sort()).toEqual(readdirSync(folder).sort())
    for (const file of used) expect(statSync(join(folder, file)).size).toBeLessThan(200_000)
    expect(statSync(join(folder, 'rekaman-sambutan.ogg')).size).toBeLessThan(60_000)
  })

  it('are what their names say', () => {
    expect(head('unggahan-silaturahmi.png', 8).toString('hex')).toBe('89504e470d0a1a0a')
    expect(head('foto-spanduk.jpg', 3).toString('hex')).toBe('ffd8ff')
    expect(head('sk-jabatan-dan-penetapan.pdf', 5).toString()).toBe('%PDF-')
    expect(head('rekaman-sambutan.ogg', 4).toString()).toBe('OggS')
    expect(head('video-sambutan.webm', 4).toString('hex')).toBe('1a45dfa3')
    expect(head('percakapan-grup.txt', 20).toString()).toBe('12/10/20 07.58 - Pes')
  })
})

function isFull(finding: ExampleFinding): boolean {
  return finding.provisionId === 'pp53-2010/4/15/d' && finding.assessments.every(a => a.state === 'proven')
}
