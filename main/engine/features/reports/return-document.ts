import type { Intake } from '../../../../shared/contract/intake-shapes.ts'
import type { Report } from '../../../../shared/contract/reports.ts'
import { type CivilDate, instantOf } from '../../../../shared/dates.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import type { PrepareContext } from '../../context.ts'
import { renderLetter } from '../../pdf/letter-document.ts'
import {
  numbered,
  numberPrefix,
  paragraph,
  type SignatoryAccount,
  signatoryOf,
  text,
} from '../letters/index.ts'
import { letterheadOf } from '../plenaries/index.ts'
import { returnWording as wording } from './return-wording.ts'

/** What the letter to the sender says; kept with it, so that its pages can be drawn for another signatory. */
export type ReturnContent = {
  subject: string
  addressee: string
  body: unknown
  /** Ids of the gates, for machines. */
  missing: string[]
}

export type ReturnHead = { reportId: string; registerNumber: string; number: string; datedOn: CivilDate }

/** A letter to a sender names nobody, so it is an ordinary one. */
export const RETURN_CLASS = 'biasa'

/** The letter on what is missing, by the institution pack as it is now. */
export function returnContent(report: Report, gates: Intake['gates'], pack: InstitutionPack): ReturnContent {
  return {
    subject: wording.subject(report.registerNumber),
    addressee: addresseeOf(report),
    body: bodyOf(report, gates, pack),
    missing: gates.filter(gate => gate.missing).map(gate => gate.id),
  }
}

/** Draws the pages for one signatory. */
export async function drawReturn(
  ctx: Pick<PrepareContext, 'institution' | 'resourcesDir' | 'fonts' | 'now'>,
  head: ReturnHead,
  content: ReturnContent,
  signatory: SignatoryAccount,
): Promise<Uint8Array> {
  const { pack } = ctx.institution()
  const prefix = numberPrefix(pack, RETURN_CLASS)
  const document = {
    id: head.reportId,
    paper: 'A4',
    typeface: 'arimo',
    letterhead: letterheadOf(pack, ctx.resourcesDir),
    number: head.number,
    classification: pack.letterClasses.find(entry => entry.prefix === prefix)?.label ?? null,
    attachments: wording.attachments,
    subject: content.subject,
    place: pack.city,
    datedOn: head.datedOn,
    addressee: [content.addressee, wording.place],
    body: content.body,
    variables: {},
    closing: wording.closing,
    signatories: [signatoryOf(signatory, pack)],
    copyRecipients: [],
    // Data for machines hold no more than the page: nobody who is accused.
    decision: { report: head.registerNumber, outcome: 'returned', missing: content.missing },
    draft: false,
    draftLabel: null,
    footNote: wording.footNote,
    createdAt: instantOf(ctx.now()),
  } as const
  return renderLetter(document, ctx.fonts())
}

/** The office that sent the report; a private person is addressed by the register number alone (rule 7). */
function addresseeOf(report: Report): string {
  return report.senderOffice === ''
    ? wording.reporter(report.registerNumber)
    : wording.sender(report.senderOffice)
}

function bodyOf(report: Report, gates: Intake['gates'], pack: InstitutionPack) {
  const { senderLetterNumber: letterNumber, senderLetterOn: letterOn, receivedOn } = report
  const opening = wording.opening({ letterNumber, letterOn, receivedOn })
  const missing = gates.filter(gate => gate.missing)
  const items = missing.map(gate => wording.item(gate.label, wording.kinds[gate.kind], gate.sentence))
  const rule = pack.deadlines.find(entry => entry.id === 'completion')
  return {
    type: 'doc',
    content: [
      paragraph([text(wording.greeting)]),
      paragraph([text(opening + report.registerNumber + wording.openingEnd(report.respondents.length))]),
      numbered(items, 'missing'),
      paragraph([text(rule ? wording.period(rule.days, rule.unit) : wording.noPeriod)]),
    ],
  }
}
