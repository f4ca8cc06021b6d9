// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
import { useState } from 'react'
import type { Finding } from '../../../shared/contract/findings.ts'
import { formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Column, Row, Spacer } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { Select } from '../../ui/select.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { Text } from '../../ui/text.tsx'
import { ChangeText } from './change-text.tsx'
import styles from './history.module.css'

const words = t.findings.changes
const WHOLE = 'finding'

type HistoryDialogProps = {
  finding: Finding
  personName: string
  /** Shows first what changed in this element; null shows all. */
  elementId: string | null
  onClose: () => void
}

/** Every change of a finding with both texts, who made it and when. */
export function HistoryDialog({ finding, personName, elementId, onClose }: HistoryDialogProps) {
  const list = useQuery('findings.changes', { findingId: finding.id })
  const [part, setPart] = useState<string>(elementId ?? '')
  const name = (id: string) => {
    const n = finding.assessments.findIndex(entry => entry.elementId === id)
    return words.element(n + 1, t.findings.elementName(id, finding.assessments[n]?.label ?? ''))
  }
  const shown = (list.data ?? []).filter(
    change => part === '' || (part === WHOLE ? change.elementId === null : change.elementId === part),
  )
  return (
    <Dialog opened onClose={onClose} title={words.title} width={820}>
      <Column gap={12}>
        <Row>
          <Text tone="second">{words.of(finding.citation, personName)}</Text>
          <Spacer />
          <Text tone="second" size={12}>
            {words.count(shown.length)}
          </Text>
          <Select
            label={words.filter}
            hideLabel
            value={part === '' ? 'all' : part}
            onChange={next => setPart(next === 'all' || next === null ? '' : next)}
            choices={[
              { value: 'all', label: words.all },
              { value: WHOLE, label: words.whole },
              ...finding.assessments.map(entry => ({ value: entry.elementId, label: name(entry.elementId) })),
            ]}
          />
        </Row>
        <QueryError query={list} />
        {list.loading && <SkeletonRows rows={6} />}
        {list.data && shown.length === 0 && <Text tone="second">{words.empty}</Text>}
        {shown.length > 0 && (
          <ol className={styles.changes} aria-label={words.list} tabIndex={0}>
            {shown.map(change => (
              <li key={change.id} className={styles.change}>
                <Row align="baseline" wrap>
                  <Text weight="strong">{words.fields[change.field]}</Text>
                  {change.elementId && <Text tone="second">{name(change.elementId)}</Text>}
                  <Spacer />
                  <Text size={12} tone="third">
                    {words.by(change.byName, formatInstant(change.at, deviceZone))}
                  </Text>
                </Row>
                <ChangeText change={change} finding={finding} />
              </li>
            ))}
          </ol>
        )}
      </Column>
    </Dialog>
  )
}
