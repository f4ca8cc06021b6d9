import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../shared/dates.ts'
import { electionScope, employmentStatus } from '../../../shared/law-pack.ts'
import { loadLawPack } from './law-pack-file.ts'
import { legalBasisText } from './legal-basis.ts'
import { elementsOf, provisionsOf } from './provisions.ts'
import { bandOf } from './sanction-band.ts'
import { proposeSanction, type SanctionProposal } from './sanction-proposal.ts'
import { suggestProvisions } from './suggest-provisions.ts'

const pack = loadLawPack(join(import.meta.dirname, '../../../resources/law/law-pack.json'))
const RULEBOOKS = ['pp53-2010', 'pp94-2021', 'pp49-2018', 'pp30-1980']

// Everything beside the two discipline rulebooks: kinds of sanction by the pack, written down by hand.
const KINDS: Record<string, string[]> = {
  'pp42-2004/6/h': ['pp42-2004/15/3/a', 'pp42-2004/15/3/b'],
  'pp42-2004/8/d': ['pp42-2004/15/3/a', 'pp42-2004/15/3/b'],
  'pp42-2004/11/c': ['pp42-2004/15/3/a', 'pp42-2004/15/3/b'],
  'uu5-2014/5/2/h': ['pp42-2004/15/3/a', 'pp42-2004/15/3/b'],
  'uu5-2014/87/4/c': ['uu5-2014/87/4'],
  'uu5-2014/119': ['pp11-2017/254'],
  'uu5-2014/123/3': ['pp11-2017/254'],
  'uu20-2023/52/3/j': ['uu20-2023/52/4'],
  'uu20-2023/52/3/g': ['uu20-2023/52/4'],
  'uu20-2023/56': ['pp11-2017/254'],
  'uu20-2023/59/3': ['pp11-2017/254'],
  'pp37-2004/2': ['uu5-2014/87/4', 'uu20-2023/52/4'],
  'pp11-2017/255': ['uu5-2014/87/4', 'uu20-2023/52/4'],
  'pp11-2017/254': ['pp11-2017/254'],
  'pp49-2018/53/3/c': ['pp49-2018/63'],
}
const others = pack.provisions.filter(entry => !['pp53-2010', 'pp94-2021'].includes(entry.regulation))
/** Whether it ends like a sentence and nothing of the program shows through. */
const isSound = (sentence: string) =>
  /[.!]$/.test(sentence) && !/undefined|null|NaN|\[object|\.\.|^\s| {2}/.test(sentence)

describe('provisions beside the discipline rulebooks', () => {
  it('are those of ethics, statutes, party membership, PPPK and elections', () => {
    const regulations = [...new Set(others.map(entry => entry.regulation))].sort()
    expect(regulations).toEqual([
      'pp11-2017',
      'pp37-2004',
      'pp42-2004',
      'pp49-2018',
      'uu10-2016',
      'uu20-2023',
      'uu5-2014',
      'uu7-2017',
    ])
  })

  it.each(others.map(entry => [entry.id, entry] as const))(
    '%s: elements, basis and band',
    (id, provision) => {
      expect(elementsOf(pack, id).length).toBeGreaterThan(0)
      const basis = legalBasisText(provision, pack)
      expect(basis.short.startsWith('Pasal ')).toBe(true)
      expect(basis.long).toMatch(/ (Nomor \d+ Tahun \d{4}|tanggal) /)
      expect(bandOf(provision, pack).sanctions.map(entry => entry.id)).toEqual(KINDS[id] ?? [])
    },
  )
})

function faultsOf(proposal: SanctionProposal, regulation: string, rulebook: string): string[] {
  const { sanctions, aggravated, moral, dismissal, trace } = proposal
  const faults = trace.filter(step => !isSound(step.sentence)).map(step => step.sentence)
  if (trace.length === 0) faults.push('no reason')
  if (aggravated.length > 0) faults.push('aggravated')
  if ([...sanctions, ...moral, ...dismissal].some(kind => kind.applicable === false)) faults.push('suspended')
  // A kind of discipline only comes from a provision of the rulebook that was chosen.
  if (sanctions.length > 0 && regulation !== rulebook) faults.push('another rulebook')
  // Nothing at all is never silent about why.
  const nothing = [sanctions, moral, dismissal].every(kinds => kinds.length === 0)
  if (nothing && trace.at(-1)?.rule !== 'none') faults.push('silent')
  return faults
}

describe('every provision of the pack', () => {
  it('can be proposed for every status, election, rulebook and track, in whole sentences', () => {
    let count = 0
    // Collected and compared once: a hundred thousand single expectations take half a minute on a busy machine.
    const faults: string[] = []
    const actOn = civilDate.parse('2024-01-10')
    for (const provision of pack.provisions) {
      for (const status of employmentStatus.options) {
        for (const scope of [...electionScope.options, null]) {
          for (const rulebook of RULEBOOKS) {
            for (const track of ['discipline', 'ethics'] as const) {
              const violations = [{ key: 'a', provisionId: provision.id, actKey: 'x', level: null }]
              const facts = { rulebook, track, status, electionScope: scope, violations, earlier: [], actOn }
              count += 1
              for (const fault of faultsOf(proposeSanction(facts, pack), provision.regulation, rulebook))
                faults.push(`${[provision.id, status, scope, rulebook, track].join(' ')}: ${fault}`)
            }
          }
        }
      }
    }
    expect(faults).toEqual([])
    expect(count).toBe(pack.provisions.length * 3 * 6 * 4 * 2)
  })

  it('is reached by a form of violation, or is no answer to one', () => {
    const suggested = new Set(
      pack.violationForms.flatMap(form =>
        ['pp53-2010', 'pp94-2021'].flatMap(rulebook =>
          [...electionScope.options, null].flatMap(scope =>
            (['bakalCalon', 'calon'] as const).flatMap(stage => {
              const found = suggestProvisions(form.id, stage, scope, rulebook, pack)
              return [...found.provisions, ...found.alsoConsider].map(entry => entry.id)
            }),
          ),
        ),
      ),
    )
    const neutral = [...provisionsOf(pack, 'pp53-2010'), ...provisionsOf(pack, 'pp94-2021')].filter(
      entry => entry.neutrality,
    )
    for (const provision of neutral) expect(suggested, provision.id).toContain(provision.id)
    expect(pack.violationForms.every(form => form.skb2022.length > 0)).toBe(true)
  })
})
