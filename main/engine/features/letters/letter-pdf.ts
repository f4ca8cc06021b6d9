import type { LetterHeader } from '../../../../shared/contract/letters.ts'
import { type CivilDate, civilDateAt, instant } from '../../../../shared/dates.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import type { LetterDocument, Signatory } from '../../pdf/letter-types.ts'
import { letterheadOf } from '../plenaries/index.ts'
import type { LetterFacts } from './letter-facts.ts'
import { letterWording } from './letter-wording.ts'
import type { LetterRecord } from './letters.queries.ts'
import { type SignatoryAccount, titleOf } from './signatory.ts'

export type PdfPlan = {
  letter: Pick<LetterRecord, 'id' | 'version' | 'header' | 'body' | 'variables' | 'number' | 'datedOn'>
  facts: LetterFacts
  signatory: SignatoryAccount | null
  resourcesDir: string
  /** UTC instant of generation; fixed input gives fixed bytes. */
  createdAt: string
  draft: boolean
}

/** The document that is drawn: the same for the preview and for the letter that is signed. */
export function letterDocument(plan: PdfPlan): LetterDocument {
  const { letter, facts, draft } = plan
  const { header } = letter
  const { institution } = facts
  const createdAt = instant.parse(plan.createdAt)
  return {
    id: letter.id,
    paper: 'A4',
    typeface: 'arimo',
    letterhead: letterheadOf(institution, plan.resourcesDir),
    number: letter.number,
    classification: letterWording.confidentiality[header.confidentiality],
    attachments: header.attachmentNote || '-',
    subject: header.subject,
    place: institution.city,
    datedOn: letter.datedOn as CivilDate | null,
    addressee: header.addressee,
    body: letter.body,
    variables: letter.variables,
    closing: letterWording.closing,
    signatories: plan.signatory ? [signatoryOf(plan.signatory, institution)] : [],
    copyRecipients: header.copies,
    decision: decisionRecord(facts),
    draft,
    draftLabel: draft
      ? letterWording.draftLabel(letter.version, civilDateAt(createdAt, institution.zone))
      : null,
    createdAt,
  }
}

/** Name of the prepared signature field. */
export const fieldOf = (role: SignatoryAccount['role']) =>
  role === 'chair' ? 'ttd_ketua' : 'ttd_wakil_ketua'

/** The block under a letter; the NIP, where the account has one, binds the signature to its certificate. */
export function signatoryOf(account: SignatoryAccount, institution: InstitutionPack): Signatory {
  const title = titleOf(institution, account.role)
  const position = title ? `${title} ${institution.name}` : account.position
  return { field: fieldOf(account.role), position, name: account.displayName, nip: account.nip }
}

/** The decision as data, attached to the letter. Never the protected reporter. */
function decisionRecord(facts: LetterFacts): LetterDocument['decision'] {
  const { decision, plenary, respondent, findings, law, case: file } = facts
  const sanction = law.sanctions.find(entry => entry.id === decision.sanctionId)
  const moral = law.sanctions.find(entry => entry.id === decision.moralSanctionId)
  return {
    case: file.registerNumber,
    report: file.reportNumber,
    lawPack: law.version,
    plenary: { number: plenary.number, heldOn: plenary.heldOn, minutesSha256: plenary.minutesSha256 },
    person: {
      name: respondent.name,
      nip: respondent.nip,
      position: respondent.position,
      agency: respondent.agencyName,
    },
    outcome: decision.outcome,
    sanction: sanction ? { id: sanction.id, name: sanction.name, citation: sanction.citation } : null,
    moralSanction: moral ? { id: moral.id, name: moral.name, citation: moral.citation } : null,
    rulebook: facts.rulebook.id,
    replaces: facts.replaces?.cite ?? null,
    findings: findings.map(finding => ({
      provision: finding.provisionId,
      legalBasis: finding.legalBasis.short,
      conclusion: finding.conclusion,
      exhibits: [...new Set(finding.elements.flatMap(element => element.exhibits))],
    })),
    exhibits: facts.exhibits.map(({ number, sha256 }) => ({ number, sha256 })),
  }
}

/** Prefix of the number for a confidentiality: its own class, else that of a letter about a named person. */
export function numberPrefix(
  institution: InstitutionPack,
  confidentiality: LetterHeader['confidentiality'],
): string {
  const { letterClasses } = institution
  const own = letterClasses.find(entry => entry.id === confidentiality)
  return (own ?? letterClasses.find(entry => entry.id === 'rahasia') ?? letterClasses[0])?.prefix ?? ''
}
