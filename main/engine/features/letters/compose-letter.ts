import type { Sanction } from '../../../../shared/law-pack.ts'
import { guidelineOn, regulationById, ruleByUse, statuteOn } from '../../law/index.ts'
import {
  joinWithAnd,
  type PersonFinding,
  sanctionInWords,
  sanctionPhrase,
  supportingFindings,
} from '../plenaries/index.ts'
import { authorityOf } from './addressee.rules.ts'
import type { LetterFacts } from './letter-facts.ts'
import { letterWording as wording } from './letter-wording.ts'

/** A node of the letter's body, as the editor keeps it. */
export type BodyNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: BodyNode[]
  text?: string
  marks?: { type: string }[]
}

/** A block that the program wrote from a source; `trace` names the source. */
export type TracedBlock = { trace: string; label: string; exhibits: string[]; node: BodyNode }

export type ComposedLetter = {
  body: { type: 'doc'; content: BodyNode[] }
  traced: TracedBlock[]
  variables: Record<string, string>
}

export const text = (value: string): BodyNode => ({ type: 'text', text: value })
const variable = (name: string): BodyNode => ({ type: 'variable', attrs: { name } })
export const paragraph = (content: BodyNode[], trace: string | null = null): BodyNode => ({
  type: 'paragraph',
  attrs: { trace, indent: 0 },
  content,
})
const heading = (value: string): BodyNode => ({
  type: 'heading',
  attrs: { level: 2, trace: null },
  content: [text(value)],
})
export const numbered = (items: readonly string[], trace: string): BodyNode => ({
  type: 'orderedList',
  attrs: { trace, start: 1, type: null },
  content: items.map(item => ({
    type: 'listItem',
    attrs: { trace: null },
    content: [paragraph([text(item)])],
  })),
})

/**
 * Writes the letter from the decision and the findings: opening, legal basis, facts, analysis,
 * conclusion, recommendation, time limit, consequence (law reference, part b). The same facts give
 * the same letter, so that a later change of a source can be told.
 */
export function composeLetter(facts: LetterFacts): ComposedLetter {
  const traced: TracedBlock[] = []
  const block = (label: string, node: BodyNode, exhibits: readonly string[] = []): BodyNode => {
    traced.push({ trace: String(node.attrs?.trace), label, exhibits: [...exhibits], node })
    return node
  }
  const { outcome } = facts.decision
  const kind = outcome === 'proven' ? 'proven' : 'notProven'
  const { headings, labels } = wording
  const content = [
    paragraph([text(wording.greeting)]),
    block(labels.report(facts.case.reportNumber), openingOf(facts)),
    ...standingBlocks(facts, block),
    heading(headings.basis),
    block(labels.basis, numbered(basisOf(facts), 'basis')),
    heading(headings.facts),
    block(labels.respondent, paragraph([text(identityOf(facts))], 'respondent')),
    block(labels.act, paragraph([text(actOf(facts))], 'act')),
    ...exhibitBlocks(facts, block),
    heading(headings.analysis),
    ...rulebookBlocks(facts, block),
    ...facts.findings.flatMap((finding, n) => findingBlocks(finding, n + 1, block)),
    heading(headings.conclusion),
    block(
      labels.decision,
      paragraph([text(conclusionOf(facts, kind))], 'decision'),
      linkedExhibits(facts.findings),
    ),
    heading(headings.recommendation[kind]),
    ...(kind === 'proven' ? recommendationBlocks(facts, block) : dismissalBlocks(facts, block)),
    ...opinionBlocks(facts, block),
  ]
  return { body: { type: 'doc', content }, traced, variables: variablesOf(facts) }
}

type AddBlock = (label: string, node: BodyNode, exhibits?: readonly string[]) => BodyNode

/** Values that stay in one place while the text is edited. */
function variablesOf(facts: LetterFacts): Record<string, string> {
  const rule = facts.institution.deadlines.find(entry => entry.id === 'followUp')
  return {
    reportNumber: facts.case.reportNumber,
    plenaryNumber: facts.plenary.number,
    ...(rule ? { responsePeriod: wording.responsePeriod(rule.days, rule.unit) } : {}),
  }
}

function openingOf(facts: LetterFacts): BodyNode {
  const { case: file, respondent, institution, plenary } = facts
  const source = wording.source({
    senderKind: file.senderKind,
    senderOffice: file.senderOffice,
    letterNumber: file.senderLetterNumber,
    letterOn: file.senderLetterOn,
    receivedOn: file.receivedOn,
  })
  const who = `${wording.person(respondent.name)}, ${postOf(facts)}`
  const content = [
    text(wording.opening(source)),
    variable('reportNumber'),
    text(wording.openingExamined(institution.name, who)),
    variable('plenaryNumber'),
    text(wording.openingEnd(plenary.heldOn)),
  ]
  return paragraph(content, 'report')
}

function basisOf({ institution, law, case: file, rulebook, findings }: LetterFacts): string[] {
  const regulations = [
    statuteOn(law, file.actOn),
    ...[...new Set([rulebook.id, ...findings.map(finding => finding.provisionId.split('/')[0] ?? '')])].map(
      id => law.regulations.find(entry => entry.id === id) ?? null,
    ),
    guidelineOn(law, file.actOn),
  ]
  const lines = institution.legalBasis.map(line => line.replace(/[;.]\s*$/, ''))
  for (const regulation of regulations) {
    const name = regulation?.formalName
    const short = name?.split(' tentang ')[0]
    if (name && short && !lines.some(line => line.startsWith(short))) lines.push(name)
  }
  return lines.map((line, n) => `${line}${n === lines.length - 1 ? '.' : ';'}`)
}

function postOf({ respondent }: LetterFacts): string {
  const { position, workUnit, agencyName } = respondent
  const unit = workUnit && !position.includes(workUnit) ? ` pada ${workUnit},` : ' pada'
  return `${position}${unit} ${agencyName}`
}

function identityOf(facts: LetterFacts): string {
  const { name, nip, grade } = facts.respondent
  const rank = facts.law.reference.golongan.find(entry => entry.code === grade)?.pangkat
  const rankText = grade ? (rank ? `${rank} (${grade})` : `golongan ${grade}`) : ''
  return wording.identity({ name, nip, rank: rankText, post: postOf(facts) })
}

function actOf({ case: file }: LetterFacts): string {
  const time = file.actTime ? `pukul ${file.actTime.replace(':', '.')} ${file.zone}` : ''
  const { actOn: on, actUntil: until, place, narrative } = file
  return wording.act({ on, until, time, place, narrative: oneLine(narrative) })
}

function exhibitBlocks(facts: LetterFacts, block: AddBlock): BodyNode[] {
  const { exhibits } = facts
  const label = wording.labels.exhibits
  if (exhibits.length === 0) return [block(label, paragraph([text(wording.noExhibits)], 'exhibits'))]
  const lines = exhibits.map(({ number, title, sha256 }) => wording.exhibit(number, oneLine(title), sha256))
  return [
    paragraph([text(wording.exhibitsIntro)]),
    block(
      label,
      numbered(endedWithStop(lines), 'exhibits'),
      exhibits.map(({ number }) => number),
    ),
  ]
}

function findingBlocks(finding: PersonFinding, n: number, block: AddBlock): BodyNode[] {
  const exhibits = linkedExhibits([finding])
  const sentence = wording.finding(finding.legalBasis.long, finding.subject, oneLine(finding.consideration))
  const intro = block(
    wording.labels.finding(n),
    paragraph([text(sentence)], `finding:${finding.id}`),
    exhibits,
  )
  const elements = finding.elements.map(element =>
    wording.element({
      label: element.label,
      state: element.state,
      exhibits: joinWithAnd(element.exhibits),
      reasons: oneLine(element.reasons),
      defence: oneLine(element.defence),
      defenceReply: oneLine(element.defenceReply),
    }),
  )
  if (elements.length === 0) return [intro]
  const list = numbered(elements, `finding:${finding.id}/elements`)
  return [intro, block(wording.labels.elements(n), list, exhibits)]
}

function conclusionOf(
  { institution, respondent, findings }: LetterFacts,
  kind: 'proven' | 'notProven',
): string {
  const proven = kind === 'proven' ? supportingFindings(findings) : findings
  const others = kind === 'proven' ? findings.filter(finding => !proven.includes(finding)) : []
  const bases = (list: readonly PersonFinding[]) => joinWithAnd(list.map(finding => finding.legalBasis.long))
  const conclusion = wording.conclusion[kind](institution.name, respondent.name, bases(proven))
  return others.length > 0 ? conclusion + wording.notProvenBeside(bases(others)) : conclusion
}

/** What the reader must know first: to whom it goes and why, and which earlier decision it replaces. */
function standingBlocks(facts: LetterFacts, block: AddBlock): BodyNode[] {
  const { conflict, options, replaces, law } = facts
  const { labels } = wording
  const found: BodyNode[] = []
  if (options.addressedTo === 'higher') {
    const authority = authorityOf(facts.authority, law)
    const sentence = wording.addressedHigher(authority, conflict?.kind ?? null, options.addresseeReason)
    found.push(block(labels.addressee, paragraph([text(sentence)], 'addressee')))
  } else if (conflict && options.addresseeReason !== '') {
    const sentence = wording.addressedDespite(conflict.authority, conflict.kind, options.addresseeReason)
    found.push(block(labels.addressee, paragraph([text(sentence)], 'addressee')))
  }
  if (replaces) {
    const sentence = wording.replaces(replaces.cite, replaces.letterNumber)
    found.push(block(labels.replaces, paragraph([text(sentence)], 'replaces')))
  }
  return found
}

/** The commissioner's reason, where it was to go into the letter. */
function rulebookBlocks({ rulebook }: LetterFacts, block: AddBlock): BodyNode[] {
  if (!rulebook.choice?.inLetter) return []
  const sentence = wording.rulebookChoice(rulebook.label, oneLine(rulebook.choice.reason))
  return [block(wording.labels.rulebook, paragraph([text(sentence)], 'rulebook'))]
}

function opinionBlocks({ options, opinions }: LetterFacts, block: AddBlock): BodyNode[] {
  if (!options.withOpinions || opinions.length === 0) return []
  const items = opinions.map(opinion => wording.opinion({ ...opinion, text: oneLine(opinion.text) }))
  return [
    heading(wording.headings.opinions),
    paragraph([text(wording.opinionsIntro)]),
    block(wording.labels.opinions, numbered(items, 'opinions')),
  ]
}

/** The kind alone: the pack writes 'Sanksi moral: …'. */
export const moralName = (name: string) => name.replace(/^Sanksi moral:\s*/i, '')

function sanctionItems({ respondent, decision, law }: LetterFacts): string[] {
  const find = (id: string | null) => law.sanctions.find(entry => entry.id === id)
  const cited = (entry: Sanction) => `${entry.citation} ${regulationById(law, entry.regulation).formalName}`
  const sanction = find(decision.sanctionId)
  const moral = find(decision.moralSanctionId)
  const { name } = respondent
  const items = sanction
    ? [wording.impose(name, sanctionPhrase(sanction.name, sanction.level), cited(sanction))]
    : moral
      ? []
      : [wording.actByLaw(name)]
  if (moral) {
    items.push(
      wording.imposeMoral(name, sanctionInWords(moralName(moral.name)), cited(moral), sanction !== undefined),
    )
  }
  return items
}

/** What the institution pack says of a recommendation that is not followed, under the statute of the act's day. */
function nonComplianceOf({ institution, law, case: file }: LetterFacts): string | null {
  const statute = statuteOn(law, file.actOn)
  const step = institution.nonComplianceSteps?.find(entry => entry.statute === statute?.id)
  const provision = law.provisions.find(entry => entry.id === step?.provision)
  if (!step || !provision) return null
  const basis = `${provision.citation} ${regulationById(law, provision.regulation).formalName}`
  return step.sentence.replace('{dasar}', () => basis)
}

function recommendationBlocks(facts: LetterFacts, block: AddBlock): BodyNode[] {
  const { institution, law, options, bandReason, criminal } = facts
  const { labels } = wording
  const items = [...sanctionItems(facts), wording.reportBack(institution.name)]
  const limit = [text(wording.deadline.before), variable('responsePeriod'), text(wording.deadline.after)]
  const intro =
    options.addressedTo === 'higher'
      ? wording.recommendationIntroHigher(institution.name, authorityOf(facts.authority, law))
      : wording.recommendationIntro(institution.name)
  const single = (label: string, sentence: string, trace: string) =>
    block(label, paragraph([text(sentence)], trace))
  const referral = institution.criminalReferral?.sentence.replace('{dasar}', joinWithAnd(criminal))
  return [
    paragraph([text(intro)]),
    block(labels.recommendation, numbered(items, 'recommendation')),
    ...(bandReason ? [single(labels.band, wording.outsideBand(oneLine(bandReason)), 'band')] : []),
    ...officialItems(facts).map(([trace, sentence]) => single(labels.officials, sentence, trace)),
    ...(referral && criminal.length > 0 ? [single(labels.referral, referral, 'referral')] : []),
    block(labels.deadline, paragraph(limit, 'deadline')),
    single(labels.consequence, wording.consequence(institution.name, nonComplianceOf(facts)), 'consequence'),
  ]
}

/** The rule for somebody seconded, and for an official who did not act, as the rulebook of the person has them. */
function officialItems({ officials, respondent, rulebook, law }: LetterFacts): [string, string][] {
  const { homeAgency, failedOfficial } = officials
  const seconded = homeAgency && ruleByUse(law, rulebook.id, 'seconded')
  const failed = failedOfficial && ruleByUse(law, rulebook.id, 'officialDidNotSanction')
  return [
    ...(homeAgency && seconded
      ? [
          ['seconded', wording.seconded(respondent, homeAgency.agencyName, seconded)] satisfies [
            string,
            string,
          ],
        ]
      : []),
    ...(failedOfficial && failed
      ? [['didNotSanction', wording.didNotSanction(failedOfficial, failed)] satisfies [string, string]]
      : []),
  ]
}

function dismissalBlocks({ institution, respondent }: LetterFacts, block: AddBlock): BodyNode[] {
  const sentence = wording.noRecommendation(institution.name, respondent.name)
  return [block(wording.labels.decision, paragraph([text(sentence)], 'recommendation'))]
}

function linkedExhibits(findings: readonly PersonFinding[]): string[] {
  return [...new Set(findings.flatMap(({ elements }) => elements.flatMap(element => element.exhibits)))]
}

/** Plain text of a node, its variables filled in; lines of a list apart. */
export function plainText(node: BodyNode, variables: Readonly<Record<string, string>>): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  if (node.type === 'variable') {
    const name = String(node.attrs?.name ?? '')
    return Object.hasOwn(variables, name) ? (variables[name] ?? '') : `{${name}}`
  }
  const isBlock = ['paragraph', 'heading'].includes(node.type)
  return (node.content ?? []).map(child => plainText(child, variables)).join(isBlock ? '' : '\n')
}

const oneLine = (value: string) => value.replace(/\s+/g, ' ').trim()
const endedWithStop = (lines: readonly string[]) =>
  lines.map((line, n) => (n === lines.length - 1 ? line.replace(/;$/, '.') : line))
