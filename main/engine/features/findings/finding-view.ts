import { type Finding, finding, type SanctionOption } from '../../../../shared/contract/findings.ts'
import type { LawPack, Provision, SanctionLevel } from '../../../../shared/law-pack.ts'
import { examineRefusal } from '../../authorise.ts'
import type { ReadContext } from '../../context.ts'
import { bandOf, legalBasisText, needsHumanCheck, provisionById, regulationById } from '../../law/index.ts'
import type { FindingRecord } from './finding-record.ts'
import { provenBlockedBy, reviewRefusal } from './findings.rules.ts'
import { lawOf } from './law-of-finding.ts'
import { reopenRefusal } from './reopen-finding.ts'
import { bandFor } from './sanction-options.ts'
import { withdrawRefusal } from './withdraw-finding.ts'

/** A finding as the window shows it to one reader: citations from the law pack, and what the reader may do. */
export function findingView(record: FindingRecord, ctx: Pick<ReadContext, 'db' | 'laws' | 'actor'>): Finding {
  const { db, actor } = ctx
  const law = lawOf(ctx, record.caseId)
  const provision = provisionById(law, record.provisionId)
  const band = bandFor(law, record.provisionId, record.level)
  const sanction = band.sanctions.find(entry => entry.id === record.sanctionId)
  const notExaminer = examineRefusal(db, actor, record.caseId)
  const mayNot = reviewRefusal(record, actor.id)?.code ?? notExaminer
  return finding.parse({
    ...record,
    citation: provision.citation,
    subject: provision.subject,
    legalBasis: basisText(provision, law, sanction, record.level),
    regulationTitle: regulationById(law, provision.regulation).formalName,
    needsHumanCheck: needsHumanCheck(provision.confidence, law),
    provenBlockedBy: provenBlockedBy(record.assessments),
    band,
    tiers: bandOf(provision, law).tiers,
    exception: provision.exception ?? '',
    lawNote: provision.note ?? '',
    proposal: sanction ? { sanction, reason: record.sanctionReason } : null,
    authoredByMe: record.authorId === actor.id || record.authorIds.includes(actor.id),
    reviews: record.reviews.map(entry => ({ ...entry, checks: JSON.parse(entry.checks) as unknown })),
    mayReview: mayNot === null,
    mayReviewReason: mayNot,
    mayReopen: notExaminer === null && reopenRefusal(db, record) === null,
    mayWithdraw: notExaminer === null && withdrawRefusal(db, law, record) === null,
  })
}

/** With a proposal inside the band, or a chosen tier, the article of that level alone; else all that may apply. */
function basisText(
  provision: Provision,
  law: LawPack,
  sanction: SanctionOption | undefined,
  chosen: SanctionLevel | null,
): string {
  const level = (sanction?.insideBand ? sanction.level : chosen) ?? undefined
  return legalBasisText(provision, law, level).short
}
