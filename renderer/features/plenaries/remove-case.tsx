import { useState } from 'react'
import type { AgendaItem, Plenary } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { Button } from '../../ui/button.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

const words = t.plenaries.room

/** Takes the case on screen off the agenda, with a reason, while nobody was voted on in it. */
export function RemoveCase({ plenary, item }: { plenary: Plenary; item: AgendaItem }) {
  const [asking, setAsking] = useState(false)
  const remove = useAction('plenaries.removeCase', { onDone: () => setAsking(false) })
  return (
    <>
      <Button
        variant="quiet"
        size="plenary"
        fill
        aria-label={words.removeCase(item.caseNumber)}
        onClick={() => setAsking(true)}
      >
        {words.remove}
      </Button>
      {asking && (
        <ReasonDialog
          title={words.removeCase(item.caseNumber)}
          why={words.removeWhy}
          label={words.removeReason}
          submit={words.remove}
          pending={remove.pending}
          error={remove.error}
          onSubmit={reason => void remove.run({ plenaryId: plenary.id, caseId: item.caseId, reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
