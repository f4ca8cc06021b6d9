import type { LawPack } from '../../../../shared/law-pack.ts'
import type { ReadContext } from '../../context.ts'
import { lawOfCase } from '../law/index.ts'

/** The law under which a case is decided; everything about a finding is told from it. */
export function lawOf(ctx: Pick<ReadContext, 'db' | 'laws'>, caseId: string): LawPack {
  return lawOfCase(ctx.db, ctx.laws, caseId)
}
