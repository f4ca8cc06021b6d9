import { useState } from 'react'
import type { Input } from '../../../shared/contract/index.ts'
import { t } from '../../../shared/strings/index.ts'
import type { EngineError } from '../../api/engine-error.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Checkbox, RadioGroup } from '../../ui/choice-fields.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import type { LetterCandidate } from './letter-rows.ts'

const words = t.letterStanding.draft
type To = 'ppk' | 'higher'

/** A letter that needs no choice is drafted at once. */
export const needsChoice = ({ conflict, opinions }: LetterCandidate): boolean =>
  conflict !== null || opinions > 0

type Props = {
  candidate: LetterCandidate
  pending: boolean
  error: EngineError | null
  onDraft: (input: Input<'letters.draft'>) => void
  onClose: () => void
}

/** To whom a letter goes when the authority is part of the matter, and whether opinions go with it. */
export function DraftDialog({ candidate, pending, error, onDraft, onClose }: Props) {
  const { caseId, respondentId, respondentName, conflict, opinions, cites } = candidate
  const [to, setTo] = useState<To>(conflict?.higher ? 'higher' : 'ppk')
  const [reason, setReason] = useState(conflict?.note ?? '')
  const [withOpinions, setWithOpinions] = useState(false)
  const addressee = conflict ? { to, reason } : null
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={words.title(respondentName)}
      submit={words.submit}
      pending={pending}
      onSubmit={() => onDraft({ caseId, respondentId, addressee, withOpinions })}
    >
      {cites && <Text as="p">{words.cites(cites)}</Text>}
      {conflict && (
        <>
          <Banner tone="warn" title={words.conflict(conflict.authority, words.conflictKinds[conflict.kind])}>
            {words.conflictNext}
          </Banner>
          <RadioGroup
            label={words.to}
            value={to}
            onChange={value => setTo(value as To)}
            choices={[
              ...(conflict.higher
                ? [
                    {
                      value: 'higher',
                      label: words.higher((conflict.higher[0] ?? '').replace(/^Yth\.\s*/, '')),
                    },
                  ]
                : []),
              { value: 'ppk', label: words.ppk(conflict.authority) },
            ]}
          />
          {!conflict.higher && (
            <Text as="p" tone="second">
              {words.noHigher}
            </Text>
          )}
          <TextArea
            label={words.reason}
            hint={words.reasonHint}
            required
            autoFocus
            rows={3}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
      {opinions > 0 && (
        <Checkbox label={words.opinions(opinions)} checked={withOpinions} onChange={setWithOpinions} />
      )}
      <ActionError error={error} />
    </FormDialog>
  )
}
