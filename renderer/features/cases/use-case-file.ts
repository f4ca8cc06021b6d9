import type { CaseFile } from '../../../shared/contract/cases.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { type Query, useQuery } from '../../api/use-query.ts'

/** The case file, asked again whenever something about the case changes. `caseId` as in the address. */
export function useCaseFile(caseId: string | undefined): Query<CaseFile> {
  return useQuery('cases.get', caseId ? { caseId: caseId as CaseId } : null, {
    topics: [
      'cases.changed',
      'reports.changed',
      'evidence.changed',
      'findings.changed',
      'plenaries.changed',
      'letters.changed',
      'followUps.changed',
    ],
  })
}
