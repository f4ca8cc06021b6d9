import type { CaseFile, CaseRespondent } from '../../../shared/contract/cases.ts'
import type { Finding } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'

/** Why a finding cannot be changed by the signed-in person now, as a sentence; null when it can. */
export function readOnlyReason(
  file: Pick<CaseFile, 'may'>,
  person: Pick<CaseRespondent, 'decided'>,
  finding: Pick<Finding, 'state'>,
): string | null {
  const words = t.findings.readOnly
  if (person.decided === 'proven' || person.decided === 'notProven') return words.decided
  if (finding.state === 'submitted' || finding.state === 'reviewed') return words[finding.state]
  if (file.may.examine) return null
  return t.cases.reasons[file.may.examineReason ?? ''] ?? t.cases.reasons['access.notAssigned'] ?? null
}
