import { type ReactNode, useState } from 'react'
import type { CaseFile, CaseRespondent, RespondentRulebook } from '../../../shared/contract/cases.ts'
import { type CivilDate, formatDate, formatInstant } from '../../../shared/dates.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { useAccount } from '../../app/session.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Column, Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { ChooseRulebookDialog } from './choose-rulebook-dialog.tsx'
import { RecordDatesDialog } from './record-dates-dialog.tsx'
import styles from './rulebook.module.css'
import { RulebookReadings } from './rulebook-readings.tsx'
import { rulebookName, rulebookTone } from './rulebook-words.ts'
import { Section } from './section.tsx'

const words = t.cases.rulebook

/** For each person: the dates that decide, the steps to the rulebook, its readings and the choice. */
export function RulebookSection({ file }: { file: CaseFile }) {
  return (
    <Section title={words.title}>
      <Column gap={12}>
        {file.respondents.map(person => (
          <PersonRulebook key={person.id} file={file} person={person} />
        ))}
      </Column>
    </Section>
  )
}

function PersonRulebook({ file, person }: { file: CaseFile; person: CaseRespondent }) {
  const [dialog, setDialog] = useState<'dates' | 'choose' | null>(null)
  const { rulebook } = person
  const several = rulebook.readings.length > 1
  const refusal = refusalOf(file, person)
  const close = () => setDialog(null)
  return (
    <section className={styles.person} aria-label={words.chipFor(words.title, person.name)}>
      <Row gap={8} wrap>
        <Text as="h3" weight="strong">
          {person.name}
        </Text>
        <Chip tone={rulebookTone(rulebook)}>{rulebookName(rulebook)}</Chip>
        <Text size={12} tone="second">
          {t.reports.status[person.status]}
        </Text>
      </Row>
      <Dates file={file} rulebook={rulebook}>
        <Button
          aria-label={words.dates.changeFor(person.name)}
          disabledReason={refusal}
          onClick={() => setDialog('dates')}
        >
          {words.dates.change}
        </Button>
      </Dates>
      {rulebook.datesMissing && <Banner tone="bad">{words.datesMissing}</Banner>}
      {rulebook.undecided && <Banner tone="bad">{words.undecided}</Banner>}
      <details className={styles.steps} open={rulebook.undecided}>
        <summary>{words.trace}</summary>
        <ol className={styles.trace}>
          {rulebook.trace.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
      {(several || rulebook.undecided) && (
        <RulebookReadings readings={rulebook.readings} chosen={rulebook.choice?.rulebook ?? null} />
      )}
      <Choice rulebook={rulebook} />
      {(rulebook.undecided || rulebook.choice) && (
        <ChooseButton person={person} refusal={refusal} onClick={() => setDialog('choose')} />
      )}
      {dialog === 'dates' && <RecordDatesDialog file={file} person={person} onClose={close} />}
      {dialog === 'choose' && <ChooseRulebookDialog file={file} person={person} onClose={close} />}
    </section>
  )
}

/** Why nothing can be changed here, in words; null when it can. */
function refusalOf(file: CaseFile, person: CaseRespondent): string | null {
  if (!file.may.examine) {
    const code = file.may.examineReason ?? ''
    return t.cases.reasons[code] ?? errorSentence(code)
  }
  const decided = person.decided === 'proven' || person.decided === 'notProven'
  return decided ? errorSentence('cases.alreadyDecided', { name: person.name }) : null
}

function ChooseButton({
  person,
  refusal,
  onClick,
}: {
  person: CaseRespondent
  refusal: string | null
  onClick: () => void
}) {
  const { role } = useAccount()
  const decider = role === 'commissioner' || role === 'chair' || role === 'deputyChair'
  if (!decider) {
    if (!person.rulebook.undecided) return null
    return (
      <Text as="p" tone="second" size={12}>
        {words.choice.onlyDeciders}
      </Text>
    )
  }
  return (
    <div>
      <Button
        variant={person.rulebook.undecided ? 'primary' : 'default'}
        aria-label={words.choice.chooseFor(person.name)}
        disabledReason={refusal}
        onClick={onClick}
      >
        {person.rulebook.undecided ? words.choice.choose : words.choice.again}
      </Button>
    </div>
  )
}

function Choice({ rulebook: { choice } }: { rulebook: RespondentRulebook }) {
  if (!choice) return null
  return (
    <div className={styles.choice}>
      <Text as="p" weight="medium">
        {words.choice.by(choice.chosenBy, formatInstant(choice.at, deviceZone))}
      </Text>
      <p className={styles.reason}>{choice.reason}</p>
      <Text as="p" size={12} tone="second">
        {choice.inLetter ? words.choice.letter : words.choice.notInLetter}
      </Text>
    </div>
  )
}

function Dates({
  file: { report },
  rulebook,
  children,
}: {
  file: CaseFile
  rulebook: RespondentRulebook
  children: ReactNode
}) {
  const day = (on: CivilDate | null, none: string) => (on ? formatDate(on) : none)
  const { dates } = words
  const shown: [string, string, boolean][] = [
    [dates.actOn, formatDate(report.actOn), false],
    ...(report.actUntil
      ? [[dates.actUntil, formatDate(report.actUntil), false] as [string, string, boolean]]
      : []),
    [dates.designatedOn, day(report.designatedOn, dates.notRecorded), false],
    [dates.examinedOn, day(rulebook.examinedOn, dates.none), rulebook.datesMissing],
    [dates.decidedOn, day(rulebook.decidedOn, dates.none), rulebook.datesMissing],
  ]
  return (
    <div className={styles.dates}>
      <dl>
        {shown.map(([term, value, bad]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={bad ? styles.missing : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </div>
  )
}
