import { useId, useState } from 'react'
import { EXHIBIT_SERIES } from '../../../shared/contract/evidence.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProgressPanel } from '../../ui/progress-panel.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './evidence.module.css'
import { visible } from './text-lines.ts'
import type { Intake, Series } from './use-intake.ts'

const words = t.evidence.intake
const SHOWN = 6

/** An intake from the question whose files these are to the sentence that says what became of each. */
export function IntakePanel({ intake }: { intake: Intake }) {
  const { takeIn, result, waiting } = intake
  const stopped = takeIn.error?.code === 'call.cancelled' || takeIn.error?.code === 'cancelled'
  return (
    <>
      {waiting.length > 0 && <WhoseFiles intake={intake} />}
      {takeIn.pending && (
        <div className={styles.intake}>
          <ProgressPanel
            label={takeIn.progress?.label ? words.workingOn(takeIn.progress.label) : words.working}
            done={takeIn.progress?.done ?? 0}
            total={takeIn.progress?.total ?? null}
            onStop={takeIn.cancel}
          />
        </div>
      )}
      {takeIn.error && (
        <div className={styles.intake}>
          <Banner
            tone={stopped ? 'info' : 'bad'}
            announce
            actions={<Button onClick={intake.dismiss}>{words.dismiss}</Button>}
          >
            {stopped ? words.cancelled : errorSentence(takeIn.error.code, takeIn.error.facts)}
          </Banner>
        </div>
      )}
      {result && <IntakeResult intake={intake} result={result} />}
    </>
  )
}

function IntakeResult({
  intake,
  result: { taken, refused },
}: {
  intake: Intake
  result: NonNullable<Intake['result']>
}) {
  const first = taken[0]
  const last = taken.at(-1)
  return (
    <div className={styles.intake}>
      <Banner
        tone={refused.length > 0 ? 'warn' : 'ok'}
        announce
        actions={<Button onClick={intake.dismiss}>{words.dismiss}</Button>}
      >
        <p>{first && last ? words.taken(taken.length, first.number, last.number) : words.nothing}</p>
        {taken.map(
          exhibit => exhibit.sameAs && <p key={exhibit.id}>{words.sameAs(exhibit.number, exhibit.sameAs)}</p>,
        )}
        {refused.length > 0 && (
          <>
            <p>{words.refused(refused.length)}</p>
            <ul className={styles.refused}>
              {refused.map(file => (
                <li key={file.name}>
                  {words.refusedFile(file.name, words.reasons[file.code] ?? words.otherReason)}
                </li>
              ))}
            </ul>
          </>
        )}
      </Banner>
    </div>
  )
}

function WhoseFiles({ intake }: { intake: Intake }) {
  const { waiting } = intake
  const [series, setSeries] = useState<Series>('P')
  const form = useId()
  return (
    <Dialog
      opened
      onClose={intake.dismiss}
      title={words.title(waiting.length)}
      foot={
        <Button variant="primary" keys="Enter" type="submit" form={form} autoFocus>
          {words.submit(waiting.length)}
        </Button>
      }
    >
      <form
        id={form}
        className={styles.intakeForm}
        onSubmit={event => {
          event.preventDefault()
          intake.confirm(series)
        }}
      >
        <ul className={styles.files}>
          {waiting.slice(0, SHOWN).map(file => (
            <li key={file.ticket}>
              <span>{visible(file.name)}</span>
              <Text tone="third" lines="oneLine">
                {t.common.fileSize(file.size)}
              </Text>
            </li>
          ))}
          {waiting.length > SHOWN && <li>{words.more(waiting.length - SHOWN)}</li>}
        </ul>
        <RadioGroup
          label={words.from}
          value={series}
          onChange={setSeries}
          choices={EXHIBIT_SERIES.map(value => ({
            value,
            label: t.evidence.series[value],
            hint: t.evidence.seriesHint[value],
          }))}
        />
        <Text as="p" tone="second" size={12}>
          {words.hint}
        </Text>
      </form>
    </Dialog>
  )
}
