import { letterWording } from './letter-wording.ts'
import type { LineLayout, Run } from './line-layout.ts'
import { drawPlainTable, drawSentences } from './minutes-blocks.ts'
import type { MinutesPerson } from './minutes-types.ts'
import { choiceLabels, minutesWording as wording } from './minutes-wording.ts'
import { drawParagraph, type ParagraphOptions, pageColumn } from './page-flow.ts'
import type { StructElement } from './pdfkit-seam.ts'

/** Draws what the minutes say about one person: rulebook, question, ballots by name, result and opinions. */
export function drawMinutesPerson(layout: LineLayout, root: StructElement, person: MinutesPerson): void {
  const text = (runs: readonly Run[], options: ParagraphOptions = {}) =>
    drawParagraph(layout, root, runs, pageColumn(layout.doc), options)
  const list = (heading: string, sentences: readonly string[]) => {
    if (sentences.length === 0) return
    text([{ text: heading }], { gap: 2, keepBelow: 32 })
    drawSentences(layout, root, sentences)
  }
  const number = person.nip ? ` (${letterWording.nip(person.nip)})` : ''
  const title = { text: `${person.name}${number}`, bold: true }
  text([title], { align: 'left', tag: 'H4', keepBelow: 50, gap: 0 })
  text([{ text: wording.person(person.position, person.agency) }], { align: 'left', keepBelow: 30 })
  const { label, track, reason, chosenBy } = person.rulebook
  const chosen = chosenBy ? [{ text: wording.rulebookChoice(chosenBy, reason) }] : []
  text([{ text: wording.rulebook, bold: true }, { text: wording.rulebookText(label, track) }, ...chosen])
  const { reconsiders } = person
  if (reconsiders) {
    const rest = wording.reconsidersText(reconsiders.cites, reconsiders.reason)
    text([{ text: wording.reconsiders(reconsiders.kind), bold: true }, { text: rest }])
  }
  list(wording.question, person.provisions)
  list(wording.considerations, person.considerations)
  if (person.votes.length > 0) drawVotes(layout, root, person)
  const { opening } = person
  if (opening) text([{ text: wording.sealing(opening.threshold, opening.holders, opening.openers) }])
  for (const { name, reason: why, at, sealHash } of person.rejected) {
    text([{ text: wording.rejected(name, why, at, sealHash) }])
  }
  for (const { at, reason: why } of person.annulled) text([{ text: wording.annulled(at, why) }])
  text([{ text: wording.result, bold: true }, { text: person.result }])
  list(wording.outsideBand, person.outsideBand.map(wording.numberedOpinion))
  list(wording.referrals, person.referrals)
  list(wording.needed, person.needed.map(wording.numberedOpinion))
  if (person.opinions.length > 0) drawOpinions(layout, root, person)
  layout.doc.y += 4
}

function drawVotes(layout: LineLayout, root: StructElement, person: MinutesPerson): void {
  const rows = person.votes.map((vote, index) => [
    `${index + 1}.`,
    vote.name,
    choiceLabels[vote.choice],
    vote.sanction ?? wording.noValue,
    vote.sealHash ? wording.seal(vote.sealHash, vote.replaced) : wording.noValue,
  ])
  const summary = wording.voteSummary(person.name)
  drawPlainTable(layout, root, wording.voteHead, rows, [6, 22, 20, 29, 23], summary)
}

function drawOpinions(layout: LineLayout, root: StructElement, person: MinutesPerson): void {
  drawParagraph(layout, root, [{ text: wording.opinions }], pageColumn(layout.doc), { gap: 2, keepBelow: 32 })
  drawSentences(
    layout,
    root,
    person.opinions.map(opinion => `${wording.opinion(opinion)}${opinion.text}`),
    index => `${person.opinions[index]?.ordinal ?? index + 1}.`,
  )
}
