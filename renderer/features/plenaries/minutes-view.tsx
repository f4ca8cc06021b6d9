import { IconArrowLeft, IconDownload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Plenary } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { useEngine } from '../../api/engine-context.tsx'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Spacer } from '../../ui/layout.tsx'
import { PdfPages } from '../../ui/pdf-pages.tsx'
import { Text } from '../../ui/text.tsx'
import { showToast } from '../../ui/toast.tsx'
import { MinutesSide } from './minutes-side.tsx'
import styles from './room.module.css'

const words = t.plenaries.minutes

/** The minutes as they will be printed, with what may be added by hand and who signs beside them. */
export function MinutesView({ plenary, onBack }: { plenary: Plenary; onBack: () => void }) {
  const { bridge } = useEngine()
  const [pdf, setPdf] = useState<Uint8Array | null>(null)
  const [failed, setFailed] = useState(false)
  const { run, error } = useAction('plenaries.minutes', { onDone: made => setPdf(made.pdf) })
  const save = useAction('plenaries.exportMinutes', {
    onDone: ({ fileName }) => showToast(words.saved(fileName)),
  })
  const { id, minutesReady } = plenary
  const printed = printedState(plenary)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pages are drawn anew when what they print changed
  useEffect(() => void run({ plenaryId: id }), [run, id, printed])
  const saveAs = async () => {
    const target = await bridge.shell('chooseSaveTarget', {
      suggestedName: words.fileName(plenary.number),
      kind: 'pdf',
    })
    if (target) await save.run({ plenaryId: id, target: target.ticket })
  }
  return (
    <section className={styles.minutes} aria-label={words.title} data-pane="" tabIndex={-1}>
      <div className={styles.minutesBar}>
        <Button size="plenary" icon={IconArrowLeft} onClick={onBack}>
          {words.back}
        </Button>
        <Text weight="strong">{`${words.title} ${plenary.number}`}</Text>
        <Spacer />
        <Button
          size="plenary"
          icon={IconDownload}
          pending={save.pending}
          disabledReason={minutesReady ? null : words.draft}
          onClick={() => void saveAs()}
        >
          {words.save}
        </Button>
      </div>
      <ActionError error={error ?? save.error} />
      {failed && <Banner tone="bad">{words.failed}</Banner>}
      <div className={styles.pages}>
        <PdfPages pdf={pdf} label={words.title} pageLabel={words.page} onFailed={() => setFailed(true)} />
        <MinutesSide plenary={plenary} />
      </div>
    </section>
  )
}

/** Changes whenever the pages would: a note, a signature, a decision, the close. */
function printedState({ state, minutesNotes, minutesSignatures, agenda }: Plenary): string {
  const decided = agenda.flatMap(item => item.persons.map(person => person.vote?.decision?.sentence ?? ''))
  const signed = minutesSignatures.map(row => row.signedAt)
  return JSON.stringify([state, minutesNotes.map(note => note.id), signed, decided])
}
