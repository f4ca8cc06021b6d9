import { useState } from 'react'
import type { AgendaItem, Plenary } from '../../../shared/contract/plenaries.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'

const words = t.plenaries.recusal

type RecusalDialogProps = {
  plenary: Plenary
  item: AgendaItem
  /** The member who was asked, or null to choose one. */
  accountId: AccountId | null
  /** What was asked, to begin with; empty when nothing was. */
  suggested?: string
  onClose: () => void
}

/** A member withdraws from one case, with the reason that goes into the minutes. */
export function RecusalDialog({ plenary, item, accountId, suggested = '', onClose }: RecusalDialogProps) {
  const me = useAccount()
  const ownOnly = me.role === 'commissioner'
  const [who, setWho] = useState<AccountId | null>(accountId ?? (ownOnly ? me.id : null))
  const [reason, setReason] = useState(suggested)
  const recuse = useAction('plenaries.recuse', { onDone: onClose })
  const free = plenary.members.filter(
    member => !item.recusals.some(entry => entry.accountId === member.accountId),
  )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title}
      foot={
        <Button
          variant="primary"
          pending={recuse.pending}
          disabledReason={ownOnly && who !== me.id ? words.ownOnly : null}
          onClick={() =>
            who && void recuse.run({ plenaryId: plenary.id, caseId: item.caseId, accountId: who, reason })
          }
        >
          {words.submit}
        </Button>
      }
    >
      <Column gap={16}>
        <Text as="p" tone="second">
          {words.why}
        </Text>
        <Select
          label={words.member}
          required
          value={who}
          onChange={setWho}
          choices={free.map(member => ({ value: member.accountId, label: member.displayName }))}
        />
        <TextArea label={words.reason} required value={reason} onChange={setReason} maxLength={500} />
        <ActionError error={recuse.error} />
      </Column>
    </Dialog>
  )
}
