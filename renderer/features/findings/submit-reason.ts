import type { Finding } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'

/** Why a finding cannot be handed to the second person yet, as a sentence; null when it can. */
export function submitReason(finding: Pick<Finding, 'conclusion' | 'assessments'>): string | null {
  const words = t.findings.panel
  if (finding.conclusion === 'undecided') return words.submitUndecided
  const open = finding.assessments.findIndex(entry => entry.defence !== '' && entry.defenceReply === '')
  return open === -1 ? null : words.submitDefence(open + 1)
}
