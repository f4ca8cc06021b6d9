import { useEffect, useState } from 'react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import type { Exhibit } from '../../../shared/contract/evidence.ts'
import type { Finding } from '../../../shared/contract/findings.ts'
import { linksTo } from './use-coding.ts'

export type FindingChoice = {
  respondentId: string
  finding: Finding | undefined
  onRespondent(id: string): void
  onFinding(id: string): void
  /** The note that links of this exhibit and finding carry; typed ones stay until saved. */
  note: string
  onNote(note: string): void
}

/** Whose finding is being coded: the one a mark in the address belongs to, else the one chosen last. */
export function useFindingChoice(
  file: CaseFile,
  findings: readonly Finding[],
  exhibit: Exhibit | undefined,
  linkId: string | null,
): FindingChoice {
  const [respondent, setRespondent] = useState<string>(file.respondents[0]?.id ?? '')
  const [findingId, setFindingId] = useState<string | null>(null)
  const [typed, setTyped] = useState<{ key: string; note: string } | null>(null)
  const marked = findings.find(finding =>
    finding.assessments.some(entry => entry.links.some(link => link.id === linkId)),
  )
  const markedId = linkId && marked?.id
  const markedPerson = marked?.respondentId
  useEffect(() => {
    if (!markedId || !markedPerson) return
    setRespondent(markedPerson)
    setFindingId(markedId)
  }, [markedId, markedPerson])
  const own = findings.filter(finding => finding.respondentId === respondent)
  const finding = own.find(one => one.id === findingId) ?? own[0]
  const key = `${exhibit?.id} ${finding?.id}`
  const kept = exhibit
    ? (finding?.assessments.flatMap(entry => linksTo(entry, exhibit.id)).find(link => link.note)?.note ?? '')
    : ''
  return {
    respondentId: respondent,
    finding,
    onRespondent: setRespondent,
    onFinding: setFindingId,
    note: typed?.key === key ? typed.note : kept,
    onNote: note => setTyped({ key, note }),
  }
}
