import { useState } from 'react'
import type { Intake } from '../../../shared/contract/intake-shapes.ts'
import type { Report } from '../../../shared/contract/reports.ts'
import { formatDate, formatInstant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useCommands } from '../../app/commands.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { useKey } from '../../app/use-key.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { Column, Row } from '../../ui/layout.tsx'
import { QueryError } from '../../ui/query-error.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Text } from '../../ui/text.tsx'
import { CompleteDialog } from './complete-dialog.tsx'
import styles from './reports.module.css'
import { ReturnDialog } from './return-dialog.tsx'
import { ReturnedNotice } from './returned-notice.tsx'

const words = t.intake

/** What a report lacks, each in a sentence, with the two ways on: complete it, or send it back. */
export function IntakeSection({ report }: { report: Report }) {
  const query = useQuery('reports.intake', { reportId: report.id })
  const [dialog, setDialog] = useState<'complete' | 'return' | null>(null)
  const intake = query.data
  const mayReturn = intake?.may.return ?? false
  const mayComplete = intake?.may.complete ?? false
  useKey('Alt+K', mayReturn && dialog === null ? () => setDialog('return') : null)
  useCommands([
    ...(mayReturn
      ? [{ id: 'reports.return', label: words.sendBack, keys: 'Alt K', run: () => setDialog('return') }]
      : []),
    ...(mayComplete
      ? [{ id: 'reports.complete', label: words.form.title, run: () => setDialog('complete') }]
      : []),
  ])
  if (!intake) return <QueryError query={query} />
  const close = () => setDialog(null)
  return (
    <FormSection title={words.title}>
      <Column gap={12}>
        {intake.returns.map(letter => (
          <ReturnedNotice
            key={letter.id}
            reportId={report.id}
            letter={letter}
            mayTakeUp={mayComplete}
            maySign={intake.may.signReturn}
          />
        ))}
        <Gates intake={intake} returned={report.returned} />
        {(mayComplete || mayReturn) && (
          <Row gap={8}>
            {mayComplete && <Button onClick={() => setDialog('complete')}>{words.fillIn}</Button>}
            {mayReturn && (
              <Button keys="Alt K" onClick={() => setDialog('return')}>
                {words.sendBack}
              </Button>
            )}
          </Row>
        )}
        <Amendments intake={intake} />
      </Column>
      {dialog === 'complete' && <CompleteDialog report={report} gates={intake.gates} onClose={close} />}
      {dialog === 'return' && <ReturnDialog report={report} gates={intake.gates} onClose={close} />}
    </FormSection>
  )
}

function Gates({ intake: { gates }, returned }: { intake: Intake; returned: boolean }) {
  const missing = gates.filter(gate => gate.missing)
  const formal = missing.filter(gate => gate.kind === 'formal').length
  if (gates.length === 0) return <Text tone="second">{words.none}</Text>
  if (missing.length === 0)
    return (
      <Row>
        <StateMark state="verified" label={words.complete} />
      </Row>
    )
  return (
    <>
      {/* A returned report says above why it went back. */}
      {formal > 0 && !returned && (
        <Banner tone="warn" title={words.summary(formal, missing.length - formal)} />
      )}
      <ul className={styles.gates}>
        {missing.map(gate => (
          <li key={gate.id} title={words.basis(gate.basis)}>
            <StateMark state={gate.kind === 'formal' ? 'contested' : 'open'} label={words[gate.kind]} />
            <Text weight="medium">{gate.label}</Text>
            <Text tone="second">{gate.sentence}</Text>
          </li>
        ))}
      </ul>
    </>
  )
}

function Amendments({ intake: { amendments } }: { intake: Intake }) {
  if (amendments.length === 0) return null
  const labels = words.amendments.fields
  const shown = (value: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value as never) : value)
  return (
    <div>
      <Text as="h3" size={12} tone="second">
        {words.amendments.title}
      </Text>
      <ul className={styles.amendments}>
        {amendments.map(entry => (
          <li key={`${entry.at}${entry.field}`}>
            <Text>{words.amendments.line(labels[entry.field], shown(entry.before), shown(entry.after))}</Text>
            <Text size={12} tone="third">
              {words.amendments.by(entry.by, formatInstant(entry.at, deviceZone))}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  )
}
