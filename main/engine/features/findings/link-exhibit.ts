import { randomUUID } from 'node:crypto'
import type { Finding, Place } from '../../../../shared/contract/findings.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { sha256Of } from '../../sha256.ts'
import { exhibitNumber, exhibitRow } from '../evidence/index.ts'
import { requireElement, resetBrokenConclusion } from './assess-element.ts'
import { linkText, noteChanges } from './finding-changes.ts'
import { deleteLink, insertLink, linkRow } from './findings.queries.ts'
import { isInsidePage, supportOf } from './findings.rules.ts'
import { entered, requireEditable } from './open-finding.ts'

type Input = {
  findingId: string
  elementId: string
  exhibitId: string
  stance: 'supports' | 'contradicts'
  place: Place
  note: string
}

/**
 * Ties an exhibit, or a place in it, to an element; the same tie with another note changes that note. Throws `evidence.unknown`, `findings.exhibitOfOtherCase`,
 * `evidence.changed` or `evidence.missing` {number}, `findings.placeOutside`, `findings.alreadyLinked`,
 * `findings.unknownElement` and as `requireEditable`.
 */
export function linkExhibit(input: Input, ctx: WriteContext): Finding {
  const finding = requireEditable(ctx, input.findingId)
  const element = requireElement(finding, input.elementId)
  const exhibit = exhibitRow(ctx.db, input.exhibitId)
  if (!exhibit) throw new CodedError('evidence.unknown')
  if (exhibit.caseId !== finding.caseId) throw new CodedError('findings.exhibitOfOtherCase')
  const number = exhibitNumber(exhibit)
  if (exhibit.integrity !== 'intact') {
    const code = exhibit.integrity === 'missing' ? 'evidence.missing' : 'evidence.changed'
    throw new CodedError(code, { number })
  }
  if (!isInsidePage(input.place)) throw new CodedError('findings.placeOutside')
  const place = placeText(input.place)
  const twin = element.links.find(
    link => link.exhibitId === exhibit.id && link.stance === input.stance && placeText(link.place) === place,
  )
  if (twin?.note === input.note) throw new CodedError('findings.alreadyLinked', { number })
  const at = ctx.now().toISOString()
  insertLink(ctx.db, { ...input, place, id: randomUUID(), accountId: ctx.actor.id, at })
  const { elementId } = element
  noteChanges(ctx, finding.id, [
    {
      elementId,
      field: 'exhibit',
      before: twin ? linkText(twin) : '',
      after: linkText({ ...input, exhibitNumber: number }),
    },
  ])
  const facts = { element: element.label, number }
  if (!twin) return entered(ctx, finding, { ...facts, stance: input.stance })
  // A tie is never rewritten: the one with the new note takes its place.
  deleteLink(ctx.db, twin.id)
  return entered(ctx, finding, { ...facts, note: sha256Of(input.note) })
}

/**
 * Takes a link away. Throws `findings.unknownLink`, `findings.lastExhibit` {element, number} when a proven
 * element would be left without support, and as `requireEditable`.
 */
export function unlinkExhibit(input: { linkId: string }, ctx: WriteContext): Finding {
  const link = linkRow(ctx.db, input.linkId)
  if (!link) throw new CodedError('findings.unknownLink')
  const finding = requireEditable(ctx, link.findingId)
  const element = requireElement(finding, link.elementId)
  const number = exhibitNumber(link)
  const left = supportOf(element).filter(entry => entry.id !== link.id)
  if (element.state === 'proven' && link.stance === 'supports' && left.length === 0) {
    throw new CodedError('findings.lastExhibit', { element: element.label, number })
  }
  const conclusionReset = resetBrokenConclusion(
    ctx,
    finding,
    finding.assessments.map(entry =>
      entry === element ? { ...entry, links: entry.links.filter(one => one.id !== link.id) } : entry,
    ),
  )
  deleteLink(ctx.db, link.id)
  const gone = element.links.find(entry => entry.id === link.id)
  if (gone) {
    const { elementId } = element
    noteChanges(ctx, finding.id, [{ elementId, field: 'exhibit', before: linkText(gone), after: '' }])
  }
  return entered(ctx, finding, { element: element.label, number, stance: link.stance, conclusionReset })
}

/** One order of keys, so that the same place has the same text. */
function placeText({ page, box, second, line }: Place): string {
  const tidyBox = box && { x: box.x, y: box.y, width: box.width, height: box.height }
  return JSON.stringify({ page, box: tidyBox, second, line })
}
