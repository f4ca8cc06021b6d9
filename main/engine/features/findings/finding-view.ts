import { type Finding, finding, type SanctionOption } from '../../../../shared/contract/findings.ts'
import type { Account } from '../../../../shared/contract/session.ts'
import type { LawPack, Provision } from '../../../../shared/law-pack.ts'
import { examineRefusal } from '../../authorise.ts'
import { legalBasisText, needsHumanCheck, provisionById, regulationById } from '../../law/index.ts'
import type { ReadableDb } from '../../store/database.ts'
import type { FindingRecord } from './finding-record.ts'
import { provenBlockedBy, reviewRefusal } from './findings.rules.ts'
import { bandFor } from './sanction-options.ts'

type Reader = { db: ReadableDb; law: LawPack; actor: Account }

/** A finding as the window shows it to one reader: citations from the law pack, and what the reader may do. */
export function findingView(record: FindingRecord, { db, law, actor }: Reader): Finding {
  const provision = provisionById(law, record.provisionId)
  const band = bandFor(law, record.provisionId)
  const sanction = band.sanctions.find(entry => entry.id === record.sanctionId)
  const mayNot = reviewRefusal(record, actor.id)?.code ?? examineRefusal(db, actor, record.caseId)
  return finding.parse({
    ...record,
    citation: provision.citation,
    subject: provision.subject,
    legalBasis: basisText(provision, law, sanction),
    regulationTitle: regulationById(law, provision.regulation).formalName,
    needsHumanCheck: needsHumanCheck(provision.confidence, law),
    provenBlockedBy: provenBlockedBy(record.assessments),
    band,
    proposal: sanction ? { sanction, reason: record.sanctionReason } : null,
    authoredByMe: record.authorId === actor.id || record.authorIds.includes(actor.id),
    mayReview: mayNot === null,
    mayReviewReason: mayNot,
  })
}

/** With a proposal inside the band, the article of its level alone; else all that may apply. */
export function basisText(provision: Provision, law: LawPack, sanction: SanctionOption | undefined): string {
  const level = sanction?.insideBand ? sanction.level : undefined
  return legalBasisText(provision, law, level).short
}
