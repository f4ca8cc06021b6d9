import { useState } from 'react'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { formatDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAccount } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Text } from '../../ui/text.tsx'
import { MinutesNotes } from './minutes-notes.tsx'
import { MinutesSignDialog } from './minutes-sign-dialog.tsx'
import { MinutesSignatures } from './minutes-signatures.tsx'
import { isDecider } from './presiding.ts'
import { SidePane } from './side-pane.tsx'

const words = t.minutes.signatures

/** Beside the minutes: what is added by hand before the close, and the signatures after it. */
export function MinutesSide({ plenary }: { plenary: Plenary }) {
  const [signing, setSigning] = useState(false)
  const account = useAccount()
  const closed = plenary.state === 'closed'
  const own = plenary.minutesSignatures.find(row => row.accountId === account.id)
  const reason = !isDecider(account.role)
    ? words.decidersOnly
    : plenary.minutesSignatures.length === 0
      ? words.noFields
      : !own
        ? words.notMine
        : own.due
          ? null
          : words.mineDone
  return (
    <SidePane
      label={words.title}
      foot={
        closed && (
          <Button
            variant="primary"
            size="plenary"
            fill
            disabledReason={reason}
            onClick={() => setSigning(true)}
          >
            {words.sign}
          </Button>
        )
      }
    >
      {closed ? <MinutesSignatures plenary={plenary} /> : null}
      <MinutesNotes plenary={plenary} />
      {!closed && (
        <Text as="p" size={14} tone="second">
          {words.before}
        </Text>
      )}
      {closed && (
        <Text as="p" size={14} tone="second">
          {words.legalDate(formatDate(plenary.heldOn))}
        </Text>
      )}
      {signing && <MinutesSignDialog plenary={plenary} onClose={() => setSigning(false)} />}
    </SidePane>
  )
}
