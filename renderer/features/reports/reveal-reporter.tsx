import { useState } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'

const words = t.reports.detail

/** Shows a protected reporter on a logged request with a reason (product rule 7); gone when the page closes. */
export function RevealReporter({ reportId }: { reportId: string }) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState<{ name: string; contact: string } | null>(null)
  const reveal = useAction('reports.revealReporter', {
    onDone: reporter => {
      setShown(reporter)
      setAsking(false)
    },
  })
  if (shown) return <Text>{[shown.name, shown.contact].filter(Boolean).join(' · ')}</Text>
  return (
    <>
      <Button variant="link" onClick={() => setAsking(true)}>
        {words.revealTitle}
      </Button>
      <Dialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={words.revealTitle}
        foot={
          <Button
            variant="primary"
            pending={reveal.pending}
            onClick={() => void reveal.run({ reportId, reason })}
          >
            {words.reveal}
          </Button>
        }
      >
        <Text as="p">{words.revealWhy}</Text>
        <TextArea label={words.revealReason} value={reason} onChange={setReason} required />
        <ActionError error={reveal.error} />
      </Dialog>
    </>
  )
}
