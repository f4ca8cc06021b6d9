import { useState } from 'react'
import type { PersonVote } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { Button } from '../../ui/button.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

const words = t.plenaries.ballots

/** Gives up a vote whose ballots cannot be opened, with a reason; a new vote takes its place. */
export function AnnulVote({ vote }: { vote: PersonVote }) {
  const [asking, setAsking] = useState(false)
  const annul = useAction('plenaries.annulVote', { onDone: () => setAsking(false) })
  return (
    <>
      <Button variant="quiet" size="plenary" onClick={() => setAsking(true)}>
        {words.annul}
      </Button>
      {asking && (
        <ReasonDialog
          large
          title={words.annulTitle(vote.respondentName)}
          why={words.annulWhy}
          label={words.annulReason}
          submit={words.annul}
          pending={annul.pending}
          error={annul.error}
          onSubmit={reason => void annul.run({ voteId: vote.voteId, reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
