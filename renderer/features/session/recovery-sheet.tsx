import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice-fields.tsx'
import styles from './session.module.css'
import { Wizard } from './wizard.tsx'

type Props = { recoveryKey: string; step?: { at: number; total: number }; onDone: () => void }

/** Shows the recovery key once. The way on opens only after a person says it is on paper. */
export function RecoverySheet({ recoveryKey, step, onDone }: Props) {
  const { bridge } = useEngine()
  const [onPaper, setOnPaper] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const save = useAction('session.saveRecoverySheet', { onDone: ({ fileName }) => setSaved(fileName) })
  const s = t.session.sheet
  const choose = async () => {
    const target = await bridge.shell('chooseSaveTarget', { suggestedName: s.suggestedName, kind: 'pdf' })
    if (target) await save.run({ target: target.ticket, recoveryKey })
  }
  return (
    <Wizard
      title={s.title}
      why={s.why}
      step={step}
      next={{ label: s.enter, run: onDone, disabledReason: onPaper ? null : s.confirmFirst }}
    >
      <output className={styles.code} aria-label={s.code}>
        {recoveryKey}
      </output>
      <div>
        <Button icon={IconPrinter} onClick={choose} pending={save.pending}>
          {s.save}
        </Button>
      </div>
      {saved && <Banner tone="ok">{s.saved(saved)}</Banner>}
      <ActionError error={save.error} />
      <Checkbox label={s.confirm} checked={onPaper} onChange={setOnPaper} />
    </Wizard>
  )
}
