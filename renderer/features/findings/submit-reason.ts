import type { Finding } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { isUnanswered } from './matrix-model.ts'

/** Why a finding cannot be handed to the second person yet, as a sentence; null when it can. */
export function submitReason(finding: Pick<Finding, 'conclusion' | 'assessments'>): string | null {
  const words = t.findings.panel
  if (finding.conclusion === 'undecided') return words.submitUndecided
  const open = finding.assessments.findIndex(isUnanswered)
  return open === -1 ? null : words.submitDefence(open + 1)
}
