import { useEffect, useRef, useState } from 'react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import type { Finding } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Column, Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NO_PLACE } from '../evidence/marks.ts'
import styles from './findings.module.css'

const words = t.findings.quickLink

type QuickLinkProps = {
  file: CaseFile
  finding: Finding
  column: number
  /** The letter that opened it: the series of the exhibit. */
  begun: string
  onClose: () => void
}

/** Typing 'P-4' over a cell of the matrix and Enter ties that exhibit to the element. */
export function QuickLink({ file, finding, column, begun, onClose }: QuickLinkProps) {
  const [text, setText] = useState(`${begun.toUpperCase()}-`)
  const [unknown, setUnknown] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const exhibits = useQuery('evidence.list', { caseId: file.id })
  const link = useAction('findings.link', { onDone: onClose })
  const element = finding.assessments[column - 1]
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(2, 2)
  }, [])
  const tie = (stance: 'supports' | 'contradicts') => {
    const number = text
      .trim()
      .toUpperCase()
      .replace(/^([A-Z])[\s-]*(\d+)$/, '$1-$2')
    const exhibit = exhibits.data?.find(entry => entry.number === number)
    setUnknown(exhibit ? null : number)
    if (!exhibit || !element) return
    const { id: exhibitId } = exhibit
    const { elementId } = element
    void link.run({ findingId: finding.id, elementId, exhibitId, stance, place: NO_PLACE, note: '' })
  }
  return (
    <div className={styles.quickLink}>
      <Column gap={4}>
        <Row gap={12}>
          <TextField
            ref={field}
            label={words.label}
            hideLabel
            value={text}
            onChange={setText}
            maxLength={12}
            error={unknown === null ? undefined : words.unknown(unknown)}
            onKeyDown={event => {
              if (event.key === 'Escape') onClose()
              else if (event.key === 'Enter') tie(event.shiftKey ? 'contradicts' : 'supports')
              else return
              event.preventDefault()
              event.stopPropagation()
            }}
          />
          <Text size={12} tone="second">
            {words.hint}
          </Text>
        </Row>
        <ActionError error={link.error} />
      </Column>
    </div>
  )
}
