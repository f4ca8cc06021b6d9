import { useState } from 'react'
import type { SanctionOption } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import type { EngineError } from '../../api/engine-error.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'

const words = t.findings.band

type OutsideBandDialogProps = {
  options: readonly SanctionOption[]
  bandName: string
  pending: boolean
  error: EngineError | null
  onSubmit: (sanctionId: string, reason: string) => void
  onClose: () => void
}

/** A sanction that the provision does not provide for: only with a reason. */
export function OutsideBandDialog(props: OutsideBandDialogProps) {
  const { options, bandName, pending, error, onSubmit, onClose } = props
  const [sanctionId, setSanctionId] = useState<string | null>(options[0]?.id ?? null)
  const [reason, setReason] = useState('')
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.outsideTitle}
      width={560}
      foot={
        <Button
          variant="primary"
          pending={pending}
          onClick={() => sanctionId && onSubmit(sanctionId, reason)}
        >
          {words.submit}
        </Button>
      }
    >
      <Column gap={16}>
        <Text as="p" tone="second">
          {words.outsideWhy(bandName)}
        </Text>
        <RadioGroup
          label={words.title}
          value={sanctionId}
          onChange={setSanctionId}
          choices={options.map(option => ({
            value: option.id,
            label: words.option(option.citation, option.name),
          }))}
        />
        <TextArea
          label={words.reason}
          hint={words.reasonHint}
          required
          value={reason}
          onChange={setReason}
          maxLength={4000}
        />
        <ActionError error={error} />
      </Column>
    </Dialog>
  )
}
