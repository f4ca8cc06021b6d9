import { useState } from 'react'
import type { ReportReturn } from '../../../shared/contract/intake-shapes.ts'
import { formatDate, formatInstant } from '../../../shared/dates.ts'
import type { ReportId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { ReturnLetter } from './return-letter.tsx'
import { SignReturnDialog } from './sign-return-dialog.tsx'

const words = t.intake.returned

/** A letter with which the report went back, what it waits for, and the ways on. */
export function ReturnedNotice({
  reportId,
  letter,
  mayTakeUp,
  maySign,
}: {
  reportId: ReportId
  letter: ReportReturn
  mayTakeUp: boolean
  maySign: boolean
}) {
  const [dialog, setDialog] = useState<'letter' | 'takeUp' | 'sign' | null>(null)
  const waiting = letter.takenUpAt === null
  return (
    <>
      <Banner
        tone={waiting ? 'warn' : 'info'}
        title={words.title(letter.number, formatDate(letter.datedOn))}
        actions={
          <>
            <Button onClick={() => setDialog('letter')}>{words.show}</Button>
            {maySign && !letter.signature && <Button onClick={() => setDialog('sign')}>{words.sign}</Button>}
            {waiting && mayTakeUp && <Button onClick={() => setDialog('takeUp')}>{t.intake.takeUp}</Button>}
          </>
        }
      >
        <Text as="p">{stateOf(letter)}</Text>
        <Text as="p">{signatureOf(letter)}</Text>
      </Banner>
      {dialog === 'letter' && <ReturnLetter letter={letter} onClose={() => setDialog(null)} />}
      {dialog === 'sign' && <SignReturnDialog letter={letter} onClose={() => setDialog(null)} />}
      {dialog === 'takeUp' && <TakeUpDialog reportId={reportId} onClose={() => setDialog(null)} />}
    </>
  )
}

function stateOf({ takenUpAt, takenUpBy, takenUpReason, missing }: ReportReturn): string {
  return takenUpAt === null
    ? words.waiting(missing.join(', '))
    : words.takenUp(takenUpBy, formatInstant(takenUpAt, deviceZone), takenUpReason)
}

function signatureOf({ signature }: ReportReturn): string {
  return signature ? words.signed(signature.by, formatInstant(signature.at, deviceZone)) : words.unsigned
}

function TakeUpDialog({ reportId, onClose }: { reportId: ReportId; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const takeUp = useAction('reports.takeUp', { onDone: onClose })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.takeUpTitle}
      foot={
        <Button
          variant="primary"
          pending={takeUp.pending}
          onClick={() => void takeUp.run({ reportId, reason })}
        >
          {t.intake.takeUp}
        </Button>
      }
    >
      <Column gap={12}>
        <Text as="p" tone="second">
          {words.takeUpHint}
        </Text>
        <TextArea label={words.reason} required autoFocus rows={2} value={reason} onChange={setReason} />
        <ActionError error={takeUp.error} />
      </Column>
    </Dialog>
  )
}
