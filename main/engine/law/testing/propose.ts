import { join } from 'node:path'
import { civilDate } from '../../../../shared/dates.ts'
import type { SanctionLevel } from '../../../../shared/law-pack.ts'
import { loadLawPack } from '../law-pack-file.ts'
import { type EarlierOutcome, type ProposalFacts, proposeSanction } from '../sanction-proposal.ts'

/** The pack that ships with the program. */
export const pack = loadLawPack(join(import.meta.dirname, '../../../../resources/law/law-pack.json'))

export type Given = Partial<Omit<ProposalFacts, 'violations' | 'earlier' | 'actOn'>> & {
  /** 'provision' or 'provision@act', with ':level' for a chosen tier. */
  proven: string[]
  earlier?: Partial<EarlierOutcome>[]
  actOn?: string
}
/** A proposal under PP 53/2010 for a civil servant in a regional election, unless said otherwise. */
export function propose({ proven, earlier = [], actOn, ...given }: Given) {
  return proposeSanction(
    {
      rulebook: 'pp53-2010',
      track: 'discipline',
      status: 'PNS',
      electionScope: 'kepala-daerah',
      ...given,
      actOn: actOn === undefined ? null : civilDate.parse(actOn),
      violations: proven.map(text => {
        const [, provisionId = '', level, act] = /^([^:@]+)(?::(\w+))?(?:@(.+))?$/.exec(text) ?? []
        return {
          key: provisionId,
          provisionId,
          actKey: act ?? 'act',
          level: (level ?? null) as SanctionLevel | null,
        }
      }),
      earlier: earlier.map(entry => ({
        state: 'sanctioned',
        provisionIds: ['pp53-2010/4/15/d'],
        sanctionId: 'pp53-2010/7/3/a',
        decidedOn: civilDate.parse('2018-08-01'),
        actKey: 'earlier act',
        source: 'perkara 3/2018',
        ...entry,
      })),
    },
    pack,
  )
}
export const idsOf = (list: readonly { id: string }[]) => list.map(entry => entry.id)
export const rulesOf = (result: ReturnType<typeof propose>) => result.trace.map(step => step.rule)
export const MORAL = ['pp42-2004/15/3/a', 'pp42-2004/15/3/b']
export const SEDANG = ['pp53-2010/7/3/a', 'pp53-2010/7/3/b', 'pp53-2010/7/3/c']
export const BERAT = [...'abcde'].map(point => `pp53-2010/7/4/${point}`)
