import type { ReportRow } from '../../../shared/contract/reports.ts'
import { t } from '../../../shared/strings/index.ts'

/** Who sent the report, in words: the office when one is named, else the kind of sender. */
export function senderLabel(report: Pick<ReportRow, 'senderKind' | 'senderOffice'>): string {
  return report.senderOffice || t.reports.sender[report.senderKind]
}

/** Choices of a select from a labelled table, in its order. */
export function choicesOf<V extends string>(
  labels: Readonly<Record<V, string>>,
): { value: V; label: string }[] {
  return (Object.keys(labels) as V[]).map(value => ({ value, label: labels[value] }))
}
