import { useState } from 'react'
import type { Letter } from '../../../shared/contract/letters.ts'
import { type CivilDate, civilDateAt, instantOf } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import styles from './letters.module.css'

const words = t.letters.finalise

/** Takes the number: the date first, then one question, since a taken number never comes back. */
export function FinaliseDialog({
  letter,
  opened,
  onClose,
}: {
  letter: Letter
  opened: boolean
  onClose: () => void
}) {
  const again = letter.number !== null
  const today = civilDateAt(instantOf(new Date()), deviceZone)
  const [datedOn, setDatedOn] = useState<CivilDate | null>(letter.datedOn ?? today)
  const [asking, setAsking] = useState(false)
  const finalise = useAction('letters.finalise', { onDone: onClose })
  const close = () => {
    setAsking(false)
    finalise.clearError()
    onClose()
  }
  const confirm = {
    label: again ? words.againConfirm : words.confirm,
    pending: finalise.pending,
    run: () => {
      if (datedOn) void finalise.run({ letterId: letter.id, datedOn })
    },
  }
  const question = again ? words.again : words.question
  const showsQuestion = asking || again
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={words.title}
      width={440}
      foot={
        showsQuestion ? undefined : (
          <>
            <Button onClick={close}>{t.common.cancel}</Button>
            <Button variant="primary" onClick={() => datedOn && setAsking(true)}>
              {words.next}
            </Button>
          </>
        )
      }
    >
      <Column gap={12} className={showsQuestion ? styles.question : undefined}>
        {!again && (
          <DateField
            label={words.date}
            hint={words.dateHint}
            required
            max={today}
            value={datedOn}
            onChange={next => {
              setDatedOn(next)
              setAsking(false)
            }}
            error={datedOn === null ? t.ui.fieldEmpty : null}
            autoFocus
          />
        )}
        {showsQuestion && (
          <ConfirmBar question={question} confirm={confirm} onCancel={close}>
            {again ? words.againBody : words.body}
          </ConfirmBar>
        )}
        <ActionError error={finalise.error} />
      </Column>
    </Dialog>
  )
}
