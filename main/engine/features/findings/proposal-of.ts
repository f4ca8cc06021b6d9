import {
  type EarlierViolation,
  type ProposalView,
  proposalView,
} from '../../../../shared/contract/findings.ts'
import { electionScope, employmentStatus, type LawPack, type Sanction } from '../../../../shared/law-pack.ts'
import type { ReadContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { bandOf, isInBand, legalBasisText, provisionById } from '../../law/index.ts'
import { type ProposalFacts, proposeSanction } from '../../law/sanction-proposal.ts'
import { officialsOf } from '../cases/index.ts'
import { type RecordedOutcome, recordedOutcomes } from '../persons/index.ts'
import { caseFacts, type FindingRow, findingRowsOfRespondent } from './findings.queries.ts'
import { lawOf } from './law-of-finding.ts'
import { type PersonLaw, personLaw } from './person-law.ts'
import { personFacts } from './proposal.queries.ts'
import { bandFor, sanctionOption } from './sanction-options.ts'
import { relatedProvisions } from './similar-cases.ts'

/**
 * What may be proposed for one person from all proven findings together and from the person's record in all
 * other cases, with every step of the reasoning. Throws `cases.unknown`.
 */
export function proposalOf(input: { respondentId: string }, ctx: ReadContext): ProposalView {
  const person = personFacts(ctx.db, input.respondentId)
  const facts = person && caseFacts(ctx.db, person.caseId)
  if (!person || !facts) throw new CodedError('cases.unknown')
  const law = lawOf(ctx, person.caseId)
  const own = personLaw(ctx.db, law, facts, person.respondentId)
  const rows = findingRowsOfRespondent(ctx.db, person.respondentId)
  const proven = rows.filter(row => row.conclusion === 'proven')
  const { zone } = ctx.institution().pack
  const earlier = recordedOutcomes(ctx.db, person.personId, person.respondentId, zone)
  const { homeAgency, failedOfficial } = officialsOf(ctx.db, person.respondentId)
  const proposal = proposeSanction(
    {
      ...proposalFacts(proven, earlier, own, person, facts.electionScope),
      seconded: homeAgency !== null,
      officialDidNotSanction: failedOfficial !== null,
    },
    law,
  )
  const option = (inside: boolean) => (entry: Sanction) => sanctionOption(entry, inside)
  return proposalView.parse({
    respondentId: person.respondentId,
    rulebook: { id: own.rulebook, label: own.label, track: own.track },
    violations: proven.map(row => violationView(row, proposal, law)),
    levels: proposal.levels,
    sanctions: proposal.sanctions.map(option(true)),
    aggravated: proposal.aggravated.map(option(false)),
    moral: proposal.moral.map(option(true)),
    dismissal: proposal.dismissal.map(option(true)),
    referrals: proposal.referrals,
    requiresHumanDecision: proposal.requiresHumanDecision || own.undecided,
    trace: proposal.trace,
    earlier: earlier.map(entry => earlierView(entry, rows, person, law)),
  })
}

type Person = NonNullable<ReturnType<typeof personFacts>>

/** One act has one key: the day of the act and the form of violation. */
const actKey = (act: Pick<Person, 'actOn' | 'violationForm'>) => `${act.actOn} ${act.violationForm}`

function proposalFacts(
  proven: readonly FindingRow[],
  earlier: readonly RecordedOutcome[],
  own: PersonLaw,
  person: Person,
  scopeText: string,
): ProposalFacts {
  const scope = electionScope.safeParse(scopeText)
  const status = employmentStatus.safeParse(own.status)
  return {
    rulebook: own.rulebook,
    track: own.track,
    status: status.success ? status.data : 'PNS',
    electionScope: scope.success ? scope.data : null,
    actOn: person.actOn,
    actEndOn: person.actUntil,
    violations: proven.map(({ id, provisionId, level }) => ({
      key: id,
      provisionId,
      actKey: actKey(person),
      level,
    })),
    earlier: earlier.map(({ state, provisionIds, sanctionId, decidedOn, number, ...act }) => ({
      state,
      provisionIds,
      sanctionId,
      decidedOn,
      actKey: actKey(act),
      source: number,
    })),
  }
}

function violationView(
  row: FindingRow,
  proposal: ReturnType<typeof proposeSanction>,
  law: LawPack,
): Omit<ProposalView['violations'][number], 'findingId'> & { findingId: string } {
  const provision = provisionById(law, row.provisionId)
  const options = bandFor(law, row.provisionId, row.level).sanctions
  return {
    findingId: row.id,
    citation: provision.citation,
    subject: provision.subject,
    levels: bandOf(provision, law).levels,
    level: row.level,
    leading: proposal.leadingKey === row.id,
    barred: proposal.barredKeys.includes(row.id),
    proposal: options.find(entry => entry.id === row.sanctionId) ?? null,
  }
}

function earlierView(
  entry: RecordedOutcome,
  rows: readonly FindingRow[],
  person: Person,
  law: LawPack,
): Omit<EarlierViolation, 'caseId'> & { caseId: string | null } {
  const related = new Set(
    relatedProvisions(
      rows.map(row => row.provisionId),
      law,
    ).map(one => one.id),
  )
  const sameDay = entry.actOn === person.actOn
  const sanction = law.sanctions.find(one => one.id === entry.sanctionId)
  return {
    caseId: entry.caseId,
    number: entry.number,
    actOn: entry.actOn,
    state: entry.state,
    legalBasis: entry.provisionIds.map(id => basisOf(id, sanction, law)).join('; '),
    sanction: sanction?.name ?? '',
    decidedOn: entry.decidedOn,
    sameNature: entry.provisionIds.some(id => related.has(id)),
    act: actKey(entry) === actKey(person) ? 'same' : sameDay ? 'sameDay' : 'other',
  }
}

/** The article of the level alone where the sanction lies inside the band. */
function basisOf(id: string, sanction: Sanction | undefined, law: LawPack): string {
  const provision = law.provisions.find(entry => entry.id === id)
  if (!provision) return id
  const inside = sanction && isInBand(bandOf(provision, law), sanction.id)
  return legalBasisText(provision, law, inside ? sanction.level : undefined).short
}
