import type { AgendaItem, Plenary } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

const words = t.plenaries.room

type RemoveCaseProps = { plenary: Plenary; item: AgendaItem; onClose: () => void }

/** Takes a case off the agenda, with a reason; it goes back to those that may be put on one. */
export function RemoveCase({ plenary, item, onClose }: RemoveCaseProps) {
  const remove = useAction('plenaries.removeCase', { onDone: onClose })
  return (
    <ReasonDialog
      large
      title={words.removeCase(item.caseNumber)}
      why={words.removeWhy}
      label={words.removeReason}
      submit={words.remove}
      pending={remove.pending}
      error={remove.error}
      onSubmit={reason => void remove.run({ plenaryId: plenary.id, caseId: item.caseId, reason })}
      onClose={onClose}
    />
  )
}
